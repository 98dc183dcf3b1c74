import { expect, it } from 'vitest';
import { copiesAmong } from '../../../client/select/copiesAmong.ts';
import { makeMessage } from '../../support/alertStory.ts';

const from = Date.UTC(2026, 10, 12, 15);
const to = from + 3_600_000;
const text = (of: number, seq: number, at: number, size: number) => ({ of, size, original: makeMessage({ seq, at }) });

it('leaves out the message that was copied where it fell into the hour', () => {
  expect(copiesAmong([text(1, 1, from, 10)], from, to)).toBe(9);
});

it('counts all where the message that was copied is older, or where an early copy stands in for it', () => {
  expect(copiesAmong([text(1, 1, from - 1, 10), text(2, 7, from, 5)], from, to)).toBe(15);
});
