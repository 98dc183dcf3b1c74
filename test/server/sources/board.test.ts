import { expect, it } from 'vitest';
import { createSourceBoard } from '../../../server/sources/board.ts';

const now = Date.UTC(2026, 2, 2, 9);

it('keeps the sources that spoke last, and those that report on themselves, however many a sender names', () => {
  const board = createSourceBoard();
  board.report('bluesky', { kind: 'bluesky', state: 'live', heardAt: now - 9_000 });
  for (let index = 0; index < 5_000; index += 1) {
    board.report(`desk-${index}`, { kind: 'ingest', state: 'live', heardAt: now, accepted: 1 });
    board.report('steady', { kind: 'ingest', state: 'live', heardAt: now, accepted: 1 });
  }
  const shown = board.health(now);
  expect(Object.keys(shown)).toHaveLength(200);
  expect(shown.bluesky?.kind).toBe('bluesky');
  expect(shown.steady?.accepted).toBe(5_000);
  expect(shown['desk-4999']?.accepted).toBe(1);
  expect(shown['desk-0']).toBeUndefined();
});

it('shows a source that is called like a member of every object as any other', () => {
  const board = createSourceBoard();
  for (const name of ['__proto__', 'constructor', '__proto__'])
    board.report(name, { kind: 'ingest', state: 'live', heardAt: now, accepted: 1 });
  const shown = Object.fromEntries(Object.entries(board.health(now)).map(([name, health]) => [name, health.accepted]));
  expect(Object.entries(shown)).toEqual([
    ['__proto__', 2],
    ['constructor', 1],
  ]);
});

it('shows a door that nobody uses as silent, and a file that was read as no source any more', () => {
  const board = createSourceBoard();
  for (const kind of ['ingest', 'feed', 'import', 'bluesky'] as const)
    board.report(kind, { kind, state: 'live', heardAt: now, accepted: 1 });
  const states = (at: number) => Object.values(board.health(at)).map((health) => `${health.kind} ${health.state}`);
  expect(states(now + 9_000)).toEqual(['bluesky live', 'feed live', 'import live', 'ingest live']);
  expect(states(now + 11_000)).toEqual(['bluesky live', 'feed live', 'import off', 'ingest live']);
  expect(states(now + 61_000)).toEqual(['bluesky live', 'feed silent', 'import off', 'ingest silent']);
  expect(states(now + 25 * 3_600_000)).toEqual(['bluesky live', 'feed off', 'import off', 'ingest off']);
});
