import type { RepeatedText } from '../../shared/protocol.ts';

/** Of so many messages the copies alone: a text's size counts the one that was copied too, where it fell into [from, to). */
export function copiesAmong(
  items: readonly Pick<RepeatedText, 'of' | 'original' | 'size'>[],
  from: number,
  to: number,
): number {
  let copies = 0;
  for (const { of, original, size } of items) {
    const isWithin = original.seq === of && original.at >= from && original.at < to;
    copies += isWithin ? size - 1 : size;
  }
  return copies;
}
