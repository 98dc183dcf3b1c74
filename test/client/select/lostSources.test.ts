import { expect, it } from 'vitest';
import { lostSources, unjudgedThemes } from '../../../client/select/lostSources.ts';
import { themeRows } from '../../../client/select/themeRows.ts';
import type { SourceHealth } from '../../../shared/protocol.ts';
import { hourMs, minuteMs } from '../../../shared/rollup.ts';
import { noError } from '../../../shared/uncertainty.ts';
import { makeCell, makeFigures, noon } from '../../support/makeFrames.ts';

const window = { from: noon - hourMs, to: noon };
const source = (
  state: SourceHealth['state'],
  silentMs: number,
  kind: SourceHealth['kind'] = 'ingest',
): SourceHealth => ({
  kind,
  state,
  heardAt: noon - silentMs,
  postAt: noon - silentMs,
  accepted: 1,
  skipped: 0,
});

it('names what was lost within the hour or the one before, the longest silent one first', () => {
  const sources = {
    News: source('live', 0),
    Forums: source('lost', 2 * minuteMs),
    Reviews: source('lost', 90 * minuteMs),
    Slow: source('slow', 9 * minuteMs),
    'import:old.csv': source('lost', minuteMs, 'import'),
  };
  expect(lostSources(sources, window)).toEqual({ names: ['Reviews', 'Forums'], since: noon - 90 * minuteMs });
});

it('says nothing of one that both hours lack: they are compared like with like', () => {
  expect(lostSources({ Old: source('lost', 3 * hourMs) }, window)).toBeNull();
  expect(lostSources({ News: source('live', 0) }, window)).toBeNull();
});

it('takes every claim of change from themes', () => {
  const state = makeFigures({
    now: { a: { '*': makeCell(400, 200, 90), price: makeCell(300, 10, 90) } },
    before: { a: { '*': makeCell(400, 200, 90), price: makeCell(30, 10, 9) } },
  });
  const rows = themeRows(state, 'a', ['price'], noError);
  expect(rows[0]).toMatchObject({ weight: 'up' });
  expect(unjudgedThemes(rows)[0]).toMatchObject({ weight: 'unknown', sentiment: 'unknown', mentions: 300 });
});
