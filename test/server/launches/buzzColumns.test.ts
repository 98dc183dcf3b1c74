import { describe, expect, it } from 'vitest';
import { beforeMs, buzzColumns } from '../../../server/launches/buzzColumns.ts';
import type { CountedLaunch } from '../../../server/launches/compare.ts';
import { dayMs, hourMs } from '../../../shared/rollup.ts';

type Hour = (offsetMs: number) => Partial<CountedLaunch['points'][number]>;

function launch(hour: Hour, heard: CountedLaunch['heard'] = { fromMs: -beforeMs, toMs: 28 * dayMs }): CountedLaunch {
  const points = [];
  for (let offsetMs = -beforeMs; offsetMs < 28 * dayMs; offsetMs += hourMs)
    points.push({ offsetMs, mentions: 2, distinct: 2, positive: 1, neutral: 0, negative: 1, ...hour(offsetMs) });
  const size = { perDay: 24, days: 28, fromMs: -56 * dayMs, toMs: -28 * dayMs };
  const known = { id: 'glow', name: 'Glow', brand: 'lumen', at: Date.UTC(2026, 2, 2), counts: 'brand' } as const;
  return { ...known, heard, size, points };
}

describe('what buzz says of a launch', () => {
  it('is told as many times the usual, with its shape and its disagreement', () => {
    const found = buzzColumns(
      launch((offset) => (offset >= 0 ? { mentions: 5 } : {})),
      3 * dayMs,
    );
    expect(found).toMatchObject({ 'buzz-before': 2, 'buzz-since': 5, rising: 0.5, disagreement: 1, expected: 0 });
    const rising = buzzColumns(
      launch((offset) => ({ mentions: offset < -7 * dayMs ? 1 : 3 })),
      0,
    );
    expect(rising.rising).toBeCloseTo(0.75, 10);
    expect(rising).not.toHaveProperty('buzz-since');
  });

  it('looks at nothing that came later than the moment asked for', () => {
    for (const asOfMs of [-5 * dayMs, 0, 6 * hourMs, 10 * dayMs]) {
      const plain = buzzColumns(
        launch(() => ({})),
        asOfMs,
      );
      const later = buzzColumns(
        launch((offset) => (offset >= asOfMs ? { mentions: 900, negative: 900 } : {})),
        asOfMs,
      );
      expect(later).toEqual(plain);
    }
  });

  it('counts spikes, and says nothing of what was not heard or is too little', () => {
    const spiky = launch((offset) => ({ mentions: offset === -2 * dayMs || offset === -4 * dayMs ? 300 : 10 }));
    expect(buzzColumns(spiky, 0).spikes).toBe(2);
    expect(
      buzzColumns(
        launch(() => ({}), null),
        0,
      ),
    ).toEqual({});
    const late = launch(() => ({}), { fromMs: -hourMs, toMs: 28 * dayMs });
    expect(Object.keys(buzzColumns(late, dayMs))).toEqual(['buzz-since']);
    const quiet = buzzColumns(
      launch(() => ({ mentions: 0, positive: 0, negative: 0 })),
      0,
    );
    expect(quiet).toEqual({ 'buzz-before': 0, spikes: 0 });
  });
});
