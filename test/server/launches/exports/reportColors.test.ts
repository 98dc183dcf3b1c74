import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { darkBrands, darkColors, lightBrands, lightColors } from '../../../../server/launches/exports/reportColors.ts';

const tokens = readFileSync(new URL('../../../../client/ui/tokens.css', import.meta.url), 'utf8');
const [, dark = '', light = ''] = tokens.split(/\[data-theme="(?:dark|light)"\] \{/);
const names = { bg: 'bg', raised: 'bg-raised', ink1: 'ink-1', ink2: 'ink-2', ink3: 'ink-3', hairline: 'hairline' };
const more = { hairlineStrong: 'hairline-strong', positive: 'positive', neutral: 'neutral', negative: 'negative' };

describe('the colours of exports', () => {
  it.each([
    ['dark', dark, darkColors, darkBrands],
    ['light', light, lightColors, lightBrands],
  ] as const)('are the screens’ in %s', (_, css, colors, brands) => {
    const token = (name: string) => new RegExp(`--${name}: #([0-9a-f]{6});`).exec(css)?.[1];
    for (const [key, name] of Object.entries({ ...names, ...more }))
      expect([name, colors[key as keyof typeof colors]]).toEqual([name, token(name)]);
    brands.forEach((brand, index) => {
      expect(brand).toBe(token(`brand-${index + 1}`));
    });
  });
});
