import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWindow, type LiveWindow } from '../../../server/live/window.ts';
import type { FunnelRow } from '../../../server/store/store.ts';
import { type Channel, channels, setAsideReasons } from '../../../shared/domain.ts';
import { applyPatch } from '../../../shared/mergePatch.ts';
import type { Cell, FiguresState, FunnelShape } from '../../../shared/protocol.ts';
import { dayMs, emptyTally, hourMs, minuteMs, quarterMs, type RollupRow } from '../../../shared/rollup.ts';

/** The plainest account of what figures mean: keep every row, add up those of the period. */
function createOracle() {
  const rows: RollupRow[] = [];
  const funnel: FunnelRow[] = [];
  const floor = (at: number, step: number) => Math.floor(at / step) * step;
  const edge = (at: number, now: number) => {
    const isExact = at >= floor(now, quarterMs) - 25 * hourMs;
    const rounded = isExact ? floor(at, minuteMs) : floor(at + quarterMs / 2, quarterMs);
    return Math.max(rounded, floor(now, quarterMs) - 16 * dayMs);
  };
  const cellOf = (row: RollupRow): Cell => [
    row.mentions,
    row.distinct,
    row.positive,
    row.neutral,
    row.negative,
    row.significant,
    row.significantPositive,
    row.significantNeutral,
    row.significantNegative,
  ];
  const add = <K extends string>(into: Record<K, Cell>, key: K, row: RollupRow) => {
    const sum = into[key] ?? [0, 0, 0, 0, 0, 0, 0, 0, 0];
    into[key] = cellOf(row).map((value, index) => value + sum[index]!) as Cell;
  };
  const prune = <V>(record: Record<string, V>, isNothing: (value: V) => boolean) => {
    for (const key of Object.keys(record)) if (isNothing(record[key]!)) delete record[key];
    return record;
  };
  const isZero = (cell: Cell) => cell.every((value) => value === 0);
  const isEmpty = (record: object) => Object.keys(record).length === 0;

  return {
    absorb(more: RollupRow[], moreFunnel: FunnelRow[], now: number) {
      const oldest = floor(now, quarterMs) - 16 * dayMs;
      rows.push(...more.filter((row) => row.at >= oldest));
      funnel.push(...moreFunnel.filter((row) => row.at >= oldest));
    },
    figures(span: string, now: number): FiguresState {
      const to = floor(now, minuteMs) + minuteMs;
      const shapes: Record<string, [number, number]> = {
        '1h': [hourMs, minuteMs],
        '6h': [6 * hourMs, 5 * minuteMs],
        '24h': [dayMs, quarterMs],
        '7d': [7 * dayMs, 2 * hourMs],
      };
      const shape = shapes[span];
      let from: number;
      let before: number;
      let stepMs: number;
      if (shape) {
        from = edge(to - shape[0], now);
        before = edge(to - 2 * shape[0], now);
        stepMs = shape[1];
      } else {
        from = Math.min(edge(Number(span.slice(6)), now), to);
        before = edge(from - (to - from), now);
        const steps = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480].map((minutes) => minutes * minuteMs);
        stepMs = steps.find((step) => (to - floor(from, step)) / step <= 120) ?? steps.at(-1)!;
      }
      const state: FiguresState = {
        from,
        to,
        stepMs,
        knownFrom:
          rows.length === 0 ? 0 : Math.max(Math.min(...rows.map((row) => row.at)), floor(now, quarterMs) - 16 * dayMs),
        now: {},
        before: {},
        series: {},
        channels: {},
        unscored: {},
        funnel: { collected: 0, important: 0, significant: 0, setAside: {} },
      };
      for (const row of rows) {
        if (row.at < before || row.at >= to) continue;
        const period = row.at >= from ? state.now : state.before;
        period[row.brand] ??= {};
        add(period[row.brand]!, row.theme, row);
        if (row.at < from || row.theme !== '*') continue;
        const bucket = floor(row.at, stepMs);
        if (!shape || bucket >= from) {
          state.series[row.brand] ??= {};
          add(state.series[row.brand]!, String(bucket), row);
        }
        if (row.brand !== '*') continue;
        add(state.channels, row.channel, row);
        const unscored = row.mentions - row.positive - row.neutral - row.negative;
        state.unscored[row.lang] = (state.unscored[row.lang] ?? 0) + unscored;
      }
      for (const period of [state.now, state.before, state.series]) {
        for (const brand of Object.values(period)) prune(brand, isZero);
        prune(period, isEmpty);
      }
      prune(state.channels, isZero);
      prune(state.unscored, (count) => count === 0);
      const counted: Partial<Record<FunnelRow['outcome'], number>> = {};
      for (const row of funnel)
        if (row.brand === '*' && row.at >= from && row.at < to)
          counted[row.outcome] = (counted[row.outcome] ?? 0) + row.posts;
      const setAside: FunnelShape['setAside'] = {};
      for (const reason of setAsideReasons) if (counted[reason]) setAside[reason] = counted[reason];
      const all = Object.values(counted).reduce((sum, posts) => sum + posts, 0);
      const first = (counted['no-brand'] ?? 0) + (counted.excluded ?? 0) + (counted.language ?? 0);
      state.funnel = { collected: all, important: all - first, significant: counted.significant ?? 0, setAside };
      return state;
    },
  };
}

const start = Date.UTC(2026, 2, 10, 9, 7, 31);
const spans = [
  '1h',
  '6h',
  '24h',
  '7d',
  `since/${start - 9 * minuteMs}`,
  `since/${start - 118 * minuteMs}`,
  `since/${start - 24.8 * hourMs}`,
];

type Step =
  | {
      kind: 'row';
      offset: number;
      brand: string;
      theme: string;
      channel: Channel;
      lang: string;
      count: number;
      scored: number;
    }
  | { kind: 'wait'; ms: number }
  | { kind: 'open'; span: number }
  | { kind: 'close'; span: number };

const offset = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -45 * minuteMs, max: 5 * minuteMs }) },
  { weight: 2, arbitrary: fc.integer({ min: -3 * hourMs, max: 0 }) },
  { weight: 2, arbitrary: fc.integer({ min: -50 * hourMs, max: 0 }) },
  { weight: 1, arbitrary: fc.integer({ min: -17 * dayMs, max: 0 }) },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('row' as const),
      offset,
      brand: fc.constantFrom('*', '*', 'lumen', 'orva'),
      theme: fc.constantFrom('*', '*', 'price', 'none'),
      channel: fc.constantFrom(...channels.slice(0, 3)),
      lang: fc.constantFrom('en', 'fr', ''),
      count: fc.integer({ min: -3, max: 9 }).filter((count) => count !== 0),
      scored: fc.integer({ min: 0, max: 3 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      ms: fc.oneof(
        fc.integer({ min: 1, max: 4 * minuteMs }),
        fc.integer({ min: 1, max: 14 * minuteMs }),
        fc.integer({ min: 1, max: 3 * hourMs }),
        fc.integer({ min: -30 * minuteMs, max: 3 * dayMs }),
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('open' as const), span: fc.nat(spans.length - 1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), span: fc.nat(spans.length - 1) }) },
);

function rowOf(made: Extract<Step, { kind: 'row' }>, now: number): RollupRow {
  const at = Math.floor((now + made.offset) / minuteMs) * minuteMs;
  const sign = Math.sign(made.count);
  const negative = sign * Math.min(made.scored, Math.abs(made.count));
  return {
    ...emptyTally(),
    at,
    brand: made.brand,
    theme: made.theme,
    channel: made.channel,
    lang: made.lang,
    country: '',
    mentions: made.count,
    distinct: sign,
    negative,
    significant: sign,
    significantNegative: negative === 0 ? 0 : sign,
  };
}

function drawn(window: LiveWindow): FiguresState {
  window.draw('1h');
  return window.figures('1h');
}

describe('the live window', () => {
  it('equals adding up all rows, whatever comes late, early or negative and however the clock moves (seed 20260310)', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 80 }), fc.subarray(spans), (steps, openFirst) => {
        let now = start;
        const window = createWindow(now);
        const oracle = createOracle();
        const open = new Set(openFirst);
        const built = new Map<string, unknown>();
        for (const span of open) window.open(span);
        for (const one of steps) {
          if (one.kind === 'wait') {
            now += one.ms;
            window.moveTo(now);
          } else if (one.kind === 'open') {
            open.add(spans[one.span]!);
            window.open(spans[one.span]!);
          } else if (one.kind === 'close') {
            open.delete(spans[one.span]!);
            window.close(spans[one.span]!);
            built.delete(spans[one.span]!);
          } else {
            const row = rowOf(one, now);
            const outcome = one.count % 2 === 0 ? 'significant' : setAsideReasons[one.count + 3]!;
            const funnel: FunnelRow[] = [
              { at: row.at, source: 's', brand: '*', outcome: outcome ?? 'spam', posts: one.count },
            ];
            window.absorb([row], funnel);
            oracle.absorb([row], funnel, now);
          }
          for (const span of open) {
            const wanted = oracle.figures(span, now);
            // Twice: what the patches build up, and the whole.
            const patch = window.draw(span);
            const before = built.get(span) ?? window.figures(span);
            built.set(span, patch === undefined ? before : applyPatch(before, patch));
            expect(built.get(span)).toEqual(wanted);
            expect(window.figures(span)).toEqual(wanted);
          }
        }
      }),
      { numRuns: 200, seed: 20260310 },
    );
  });

  it('starts from quarter-hours and minutes of a store as if it had been there all along', () => {
    const now = start;
    const rows = Array.from({ length: 400 }, (_, index) =>
      rowOf(
        {
          kind: 'row',
          offset: -index * 53 * minuteMs,
          brand: '*',
          theme: '*',
          channel: 'social',
          lang: 'en',
          count: 1 + (index % 5),
          scored: 1,
        },
        now,
      ),
    );
    const minutesStart = Math.floor(now / quarterMs) * quarterMs - 25 * hourMs;
    const coarse = rows.map((row) =>
      row.at < minutesStart ? { ...row, at: Math.floor(row.at / quarterMs) * quarterMs } : row,
    );
    const loaded = createWindow(now);
    loaded.load(coarse, [], minutesStart);
    const lived = createWindow(now);
    lived.absorb(rows, []);
    for (const span of ['1h', '6h', '24h', '7d']) {
      loaded.open(span);
      lived.open(span);
      loaded.draw(span);
      lived.draw(span);
      const { knownFrom: _, ...wanted } = lived.figures(span);
      expect(loaded.figures(span)).toMatchObject(wanted);
    }
  });

  it('says what changed as a patch, and nothing when nothing did', () => {
    const window = createWindow(start);
    window.open('1h');
    const row = (brand: string, count: number) =>
      rowOf({ kind: 'row', offset: 0, brand, theme: '*', channel: 'social', lang: 'en', count, scored: 0 }, start);
    const at = String(row('lumen', 1).at);
    window.absorb([row('lumen', 2), row('orva', 2)], []);
    window.draw('1h');
    window.absorb([row('orva', 3)], []);
    const cell = [5, 2, 0, 0, 0, 2, 0, 0, 0];
    expect(window.draw('1h')).toEqual({ now: { orva: { '*': cell } }, series: { orva: { [at]: cell } } });
    expect(window.draw('1h')).toBeUndefined();
    window.absorb([row('orva', 1), row('orva', -1)], []);
    expect(window.draw('1h')).toBeUndefined();
  });

  it('moves on with the clock alone', () => {
    const window = createWindow(start);
    window.open('1h');
    window.absorb(
      [
        rowOf(
          { kind: 'row', offset: 0, brand: '*', theme: '*', channel: 'social', lang: 'en', count: 4, scored: 0 },
          start,
        ),
      ],
      [],
    );
    expect(drawn(window).now['*']?.['*']?.[0]).toBe(4);
    window.moveTo(start + 61 * minuteMs);
    expect(drawn(window).now).toEqual({});
    expect(drawn(window).before['*']?.['*']?.[0]).toBe(4);
    window.moveTo(start + 130 * minuteMs);
    expect(drawn(window).before).toEqual({});
  });

  it('shows a post dated a few minutes ahead when the clock gets there', () => {
    const window = createWindow(start);
    window.open('1h');
    window.absorb(
      [
        rowOf(
          {
            kind: 'row',
            offset: 4 * minuteMs,
            brand: '*',
            theme: '*',
            channel: 'social',
            lang: 'en',
            count: 1,
            scored: 0,
          },
          start,
        ),
      ],
      [],
    );
    expect(drawn(window).now).toEqual({});
    window.moveTo(start + 4 * minuteMs);
    expect(drawn(window).now['*']?.['*']?.[0]).toBe(1);
  });
});
