import fc from 'fast-check';
import { expect, it } from 'vitest';
import { autopsyOf } from '../../../server/alerts/autopsyOf.ts';
import type { MentionPart } from '../../../server/store/store.ts';

const part = (more: Partial<MentionPart>): MentionPart => ({
  ...{ theme: 'skin', channel: 'social', lang: 'en', areCopies: false, mentions: 0, negative: 0, significant: 0 },
  ...more,
});
const window = { from: 1_000, to: 2_000 };
const look = (observed: MentionPart[], before: MentionPart[], launches: Parameters<typeof autopsyOf>[1] = []) =>
  autopsyOf({ observed, before, scale: 1 / 7, count: 'mentions', ...window }, launches);

const anyParts = fc.array(
  fc.record({
    theme: fc.constantFrom('skin', 'price', 'none'),
    channel: fc.constantFrom('social', 'review'),
    lang: fc.constantFrom('en', 'fr', ''),
    areCopies: fc.boolean(),
    mentions: fc.nat(500),
    negative: fc.constant(0),
    significant: fc.constant(0),
  }) as fc.Arbitrary<MentionPart>,
  { maxLength: 40 },
);

it('tells parts that add up to the whole, whatever they are', () => {
  fc.assert(
    fc.property(anyParts, anyParts, (observed, before) => {
      const { value, expected, parts, rest } = look(observed, before);
      const total = (of: MentionPart[]) => of.reduce((all, { mentions }) => all + mentions, 0);
      expect(value).toBe(total(observed));
      expect(expected).toBeCloseTo(total(before) / 7, 6);
      expect(parts.reduce((all, one) => all + one.value, rest.value)).toBe(value);
      expect(parts.reduce((all, one) => all + one.expected, rest.expected)).toBeCloseTo(expected, 6);
      expect(
        new Set(parts.map(({ theme, channel, lang, areCopies }) => `${theme}${channel}${lang}${areCopies}`)).size,
      ).toBe(parts.length);
    }),
    { seed: 41 },
  );
});

it('tells what grew most first', () => {
  const observed = [part({ mentions: 40 }), part({ theme: 'price', mentions: 12 }), part({ lang: 'fr', mentions: 3 })];
  const { parts } = look(observed, [part({ mentions: 70 }), part({ theme: 'price', mentions: 7 })]);
  expect(parts.map(({ theme, lang, value, expected }) => [theme, lang, value, expected])).toEqual([
    ['skin', 'en', 40, 10],
    ['price', 'en', 12, 1],
    ['skin', 'fr', 3, 0],
  ]);
});

it('tells copies from people', () => {
  const copied = [part({ mentions: 10 }), part({ areCopies: true, mentions: 60 })];
  expect(look(copied, []).nature).toBe('copies');
  expect(look([part({ mentions: 60 }), part({ areCopies: true, mentions: 10 })], []).nature).toBe('organic');
});

it('names an own event shortly before, but copies are copies all the same', () => {
  const launches = [
    {
      id: 'serum',
      events: [
        { at: 900, name: 'Film on air', kind: 'film' },
        { at: 5_000, name: 'Later', kind: 'film' },
      ],
    },
  ];
  const organic = look([part({ mentions: 50 })], [], launches);
  expect(organic).toMatchObject({ nature: 'own-event', event: { launch: 'serum', name: 'Film on air', at: 900 } });
  expect(look([part({ areCopies: true, mentions: 50 })], [], launches).nature).toBe('copies');
});
