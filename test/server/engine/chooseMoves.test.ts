import { expect, it } from 'vitest';
import { createMoves, type Move } from '../../../server/engine/chooseMoves.ts';
import type { PreviewLabel } from '../../../shared/protocol.ts';

const label = (stage: PreviewLabel['stage'], ...brands: string[]): PreviewLabel => ({
  stage,
  reason: stage === 'significant' ? null : stage === 'important' ? 'passing' : 'no-brand',
  opinion: 'unscored',
  brands,
  themes: [],
});
const away = label('set-aside');
const post = (seq: number) => ({ seq }) as Move['post'];

it('shows each direction, though a rare one comes after hundreds of another', () => {
  const moves = createMoves(6);
  for (let seq = 1; seq <= 300; seq += 1) moves.add({ post: post(seq), from: label('important', `b${seq}`), to: away });
  moves.add({ post: post(301), from: away, to: label('significant', 'vela') });
  moves.add({ post: post(302), from: label('important', 'vela'), to: label('important', 'vela', 'orso') });
  expect(moves.counts).toEqual({ in: 1, out: 300, along: 1 });
  const chosen = moves.chosen();
  expect(chosen).toHaveLength(6);
  expect(chosen.slice(0, 3).map(({ post: { seq } }) => seq)).toEqual([301, 1, 302]);
});

it('shows the newest of each kind, kinds in turn', () => {
  const moves = createMoves(3);
  for (const seq of [1, 2, 3, 4]) moves.add({ post: post(seq), from: label('important', 'vela'), to: away });
  for (const seq of [5, 6])
    moves.add({ post: post(seq), from: label('significant', 'vela'), to: label('important', 'vela') });
  expect(moves.counts).toEqual({ in: 0, out: 6, along: 0 });
  expect(moves.chosen().map(({ post: { seq } }) => seq)).toEqual([4, 6, 3]);
});
