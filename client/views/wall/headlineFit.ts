/** A letter of the headline is about this wide, in its size. */
const letter = 0.44;
const leading = 1.17;

/**
 * The largest size, px, between `least` and `most` at which the sentences fit, each on lines of its own. Counted, not
 * measured: the first drawing is the right one.
 */
export function headlineFit(
  sentences: readonly string[],
  { width, height }: { width: number; height: number },
  { least, most }: { least: number; most: number },
): number {
  for (let size = most; size > least; size -= 2) {
    const perLine = width / (size * letter);
    const lines = sentences.reduce((sum, sentence) => sum + Math.ceil(sentence.length / perLine), 0);
    if (lines * size * leading <= height) return size;
  }
  return least;
}
