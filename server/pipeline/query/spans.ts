/** Stretches of tokens `[from, to)` where something matched, ordered by `from`. */
export type Spans = { from: number[]; to: number[] };

export const noSpans: Spans = { from: [], to: [] };

/** Merges several ordered lists into one; a span that several hold is in it once. */
export function mergeSpans(lists: readonly Spans[]): Spans {
  if (lists.length === 1) return lists[0] as Spans;
  const pairs: [number, number][] = [];
  for (const list of lists) for (let k = 0; k < list.from.length; k++) pairs.push([list.from[k]!, list.to[k]!]);
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const merged: Spans = { from: [], to: [] };
  for (const [from, to] of pairs) {
    if (merged.from.at(-1) === from && merged.to.at(-1) === to) continue;
    merged.from.push(from);
    merged.to.push(to);
  }
  return merged;
}

/**
 * The spans of `left` that have a span of `right` within `distance` tokens, in the same field (`fieldEnd` is the first token of
 * the second field). Neighbours are 1 apart; overlapping spans are not near but the same. O(n log n) on any text.
 */
export function spansNear(left: Spans, right: Spans, distance: number, fieldEnd: number): Spans {
  const ends = [...right.to].sort((a, b) => a - b);
  const kept: Spans = { from: [], to: [] };
  for (let k = 0; k < left.from.length; k++) {
    const from = left.from[k] as number;
    const to = left.to[k] as number;
    const inFirst = from < fieldEnd;
    const after = right.from[firstAtLeast(right.from, to)];
    const before = ends[firstAtLeast(ends, from + 1) - 1];
    const follows = after !== undefined && after - to < distance && after < fieldEnd === inFirst;
    const precedes = before !== undefined && from - before < distance && before - 1 < fieldEnd === inFirst;
    if (!follows && !precedes) continue;
    kept.from.push(from);
    kept.to.push(to);
  }
  return kept;
}

function firstAtLeast(ordered: readonly number[], value: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
