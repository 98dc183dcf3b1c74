/** What is wrong with a query, where (UTF-16 position and length), in words for its writer. */
export type Fault = { position: number; length: number; code: FaultCode; message: string; suggestion?: string };

/** Nothing is wrong, but the query may not do what its writer means. */
export type Warning = { position: number; length: number; code: WarningCode; message: string; suggestion?: string };

export type FaultCode =
  | 'empty'
  | 'only-not'
  | 'nothing-before'
  | 'nothing-after'
  | 'open-parenthesis'
  | 'close-parenthesis'
  | 'empty-parentheses'
  | 'open-quote'
  | 'empty-quotes'
  | 'no-word'
  | 'minus'
  | 'star-place'
  | 'unknown-field'
  | 'field-without-value'
  | 'unknown-value'
  | 'near-number'
  | 'near-operand'
  | 'too-deep'
  | 'too-big';

export type WarningCode = 'lower-case-operator' | 'wide-star' | 'not-one-word';

/** The word of `known` that was probably meant: at most two letters wrong, fewer for short words. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = word.length < 4 ? 1.5 : 2.5;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > 2) continue;
    const distance = editDistance(word.toLowerCase(), candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
