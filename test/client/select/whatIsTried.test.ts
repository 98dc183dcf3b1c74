import { expect, it } from 'vitest';
import { whatIsTried } from '../../../client/select/whatIsTried.ts';
import { alertRuleSchema } from '../../../shared/alerts.ts';

const rule = alertRuleSchema.parse({ id: 'a', name: 'A', kinds: ['volume', 'complaints'], brands: ['vela', 'orso'] });

it('is the same whatever a rule is called, whom it tells and how sensitive it is', () => {
  const other = { ...rule, id: 'b', name: 'B', sensitivity: 9, interrupts: false, isOff: true, receivers: ['care'] };
  expect(whatIsTried(other)).toBe(whatIsTried(rule));
  expect(whatIsTried({ ...rule, kinds: ['complaints', 'volume'], brands: ['orso', 'vela'] })).toBe(whatIsTried(rule));
});

it('is another where what is watched, the patience or the least is another', () => {
  const { brands: _, ...ofAll } = rule;
  const others = [
    ofAll,
    { ...rule, brands: [] },
    { ...rule, kinds: ['volume' as const] },
    { ...rule, themes: ['price'] },
    { ...rule, channels: ['news' as const] },
    { ...rule, pendingMinutes: 5 },
    { ...rule, least: 50 },
  ];
  expect(new Set([rule, ...others].map(whatIsTried)).size).toBe(8);
});
