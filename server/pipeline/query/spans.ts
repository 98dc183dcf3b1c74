/**
 * Stretches of tokens `[from, to)` where something matched, ordered by `from`; only the first `count` numbers of the lists count.
 */
export type Spans = { count: number; from: number[]; to: number[] };

export const noSpans: Spans = Object.freeze({ count: 0, from: [], to: [] });

export const newSpans = (): Spans => ({ count: 0, from: [], to: [] });

export function addSpan(spans: Spans, from: number, to: number): void {
  spans.from[spans.count] = from;
  spans.to[spans.count] = to;
  spans.count += 1;
}

/** Merges several ordered lists into one; a span that several hold is in it once. */
export function mergeSpans(lists: readonly Spans[]): Spans {
  let merged: Spans | undefined;
  for (const list of lists) if (list.count > 0) merged = merged ? mergeTwo(merged, list) : list;
  return merged ?? noSpans;
}

function mergeTwo(a: Spans, b: Spans): Spans {
  const merged = newSpans();
  let left = 0;
  let right = 0;
  while (left < a.count || right < b.count) {
    const isLeft = right === b.count || (left < a.count && isBefore(a, left, b, right));
    const from = isLeft ? a.from[left]! : b.from[right]!;
    const to = isLeft ? a.to[left]! : b.to[right]!;
    if (isLeft) left += 1;
    else right += 1;
    const last = merged.count - 1;
    if (last < 0 || merged.from[last] !== from || merged.to[last] !== to) addSpan(merged, from, to);
  }
  return merged;
}

function isBefore(a: Spans, left: number, b: Spans, right: number): boolean {
  const difference = a.from[left]! - b.from[right]!;
  return difference < 0 || (difference === 0 && a.to[left]! <= b.to[right]!);
}

/**
 * The spans of `left` that have a span of `right` within `distance` tokens, in the same field (`fieldEnd` is the first token of
 * the second field). Neighbours are 1 apart; overlapping spans are not near but the same. O(n log n) on any text.
 */
export function spansNear(left: Spans, right: Spans, distance: number, fieldEnd: number): Spans {
  const ends = orderedEnds(right);
  let kept = noSpans;
  for (let k = 0; k < left.count; k++) {
    const from = left.from[k]!;
    const to = left.to[k]!;
    if (!isNearAny(from, to, right, ends, distance, fieldEnd)) continue;
    if (kept === noSpans) kept = newSpans();
    addSpan(kept, from, to);
  }
  return kept;
}

/** Whether `spansNear` would find any. */
export function areNear(left: Spans, right: Spans, distance: number, fieldEnd: number): boolean {
  const ends = orderedEnds(right);
  for (let k = 0; k < left.count; k++)
    if (isNearAny(left.from[k]!, left.to[k]!, right, ends, distance, fieldEnd)) return true;
  return false;
}

/** Spans of one length end in the order in which they begin. */
function orderedEnds({ count, to }: Spans): readonly number[] {
  for (let k = 1; k < count; k++) if (to[k]! < to[k - 1]!) return to.slice(0, count).sort((a, b) => a - b);
  return to;
}

function isNearAny(
  from: number,
  to: number,
  others: Spans,
  ends: readonly number[],
  distance: number,
  fieldEnd: number,
): boolean {
  const inFirst = from < fieldEnd;
  const following = firstAtLeast(others.from, others.count, to);
  if (following < others.count) {
    const after = others.from[following]!;
    if (after - to < distance && after < fieldEnd === inFirst) return true;
  }
  const preceding = firstAtLeast(ends, others.count, from + 1) - 1;
  if (preceding < 0) return false;
  const before = ends[preceding]!;
  return from - before < distance && before - 1 < fieldEnd === inFirst;
}

/** Of the first `count` numbers, which are in order. */
function firstAtLeast(ordered: readonly number[], count: number, value: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ordered[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
