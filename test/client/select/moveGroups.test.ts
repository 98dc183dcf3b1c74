import { expect, it } from 'vitest';
import { changedParts, moveGroups } from '../../../client/select/moveGroups.ts';
import type { PreviewAnswer, PreviewLabel } from '../../../shared/protocol.ts';

const mention: PreviewLabel = {
  stage: 'important',
  reason: 'passing',
  opinion: 'positive',
  brands: ['vela'],
  themes: ['price'],
};
const kept: PreviewLabel = { ...mention, stage: 'significant', reason: null };
const away: PreviewLabel = { stage: 'set-aside', reason: 'excluded', opinion: 'unscored', brands: [], themes: [] };
const move = (seq: number, from: PreviewLabel, to: PreviewLabel) =>
  ({ message: { seq }, from, to }) as PreviewAnswer['moves'][number];

it('groups messages by where they go, in before out, with how many go there in all', () => {
  const moves = [move(1, kept, away), move(2, away, mention), move(3, kept, mention), move(4, mention, away)];
  const groups = moveGroups({ moves, directions: { in: 40, out: 900, along: 0 } }, 2);
  expect(
    groups.map(({ direction, count, moves: shown }) => [direction, count, shown.map((one) => one.message.seq)]),
  ).toEqual([
    ['in', 40, [2]],
    ['out', 900, [1, 3]],
  ]);
});

it('tells only the place of what is set aside, and all that differs otherwise', () => {
  expect(changedParts(mention, away)).toEqual(['place']);
  expect(changedParts(away, kept)).toEqual(['place', 'opinion', 'themes', 'brands']);
  expect(changedParts(mention, kept)).toEqual(['place']);
  expect(changedParts(mention, { ...mention, opinion: 'negative', brands: ['vela', 'orso'] })).toEqual([
    'opinion',
    'brands',
  ]);
});
