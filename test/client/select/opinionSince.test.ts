import { expect, it } from 'vitest';
import { opinionSince } from '../../../client/select/opinionSince.ts';
import type { Cell } from '../../../shared/protocol.ts';
import { noError } from '../../../shared/uncertainty.ts';
import { makeCell, makeFigures } from '../../support/makeFrames.ts';

const since = (now: Cell, before: Cell) =>
  opinionSince(makeFigures({ now: { a: { '*': now } }, before: { a: { '*': before } } }), 'a', ['a'], noError);

it('says which way opinion went, from where to where, as its figures are written', () => {
  expect(since(makeCell(900, 300, 200), makeCell(900, 200, 300))).toEqual({ change: 'up', net: 20, before: -20 });
  expect(since(makeCell(900, 200, 300), makeCell(900, 300, 200))).toEqual({ change: 'down', net: -20, before: 20 });
  expect(since(makeCell(900, 250, 250), makeCell(900, 250, 250))?.change).toBe('same');
});

it('says nothing where one of the two has no figure', () => {
  expect(since(makeCell(900, 300, 200), makeCell(3, 1, 1))).toBeNull();
});
