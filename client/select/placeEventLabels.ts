export type LabelledEvent = { x: number; name: string; isStrong?: boolean };
export type PlacedLabel = { x: number; row: number; anchor: 'start' | 'end' } | null;

type Side = { anchor: 'start' | 'end'; from: number; to: number };
type Taken = { row: number; from: number; to: number; line: number };

/** Of the size of type on a page: pixels of a letter on average, and between words and a line. */
export const letterWidth = 6.9;
const onPage = { letterWidth, gap: 6 };
/** Of so many events either side is tried first; of more only the first side that fits. */
const mostTried = 6;

/**
 * Where the words of each event stand: in rows above a plot, beside the line that leads from them down into it, so that they cover
 * neither each other nor a line, and leave the plot nowhere. As many as find room, the strong ones first, in as few
 * rows as it takes; who finds none keeps the line within the plot, without words (null).
 */
export function placeEventLabels(
  events: readonly LabelledEvent[],
  plot: { x: number; width: number },
  rows: number,
  type: { letterWidth: number; gap: number } = onPage,
): PlacedLabel[] {
  let best: PlacedLabel[] = [];
  let bestWorth = Number.NEGATIVE_INFINITY;
  const ways = 2 ** Math.min(events.length, mostTried);
  for (let way = 0; way < 4 * ways; way += 1) {
    const turned = way % ways;
    const [isBackward, isStrict] = [Math.floor(way / ways) % 2 === 1, way >= 2 * ways];
    const placed = placeWith(events, plot, rows, { turned, isBackward, isStrict, ...type });
    const worth = placed.reduce(
      (sum, label, index) => sum + (label ? (events[index]!.isStrong ? 300 : 100) - 10 * label.row : 0),
      0,
    );
    if (worth <= bestWorth) continue;
    best = placed;
    bestWorth = worth;
  }
  return best;
}

/** The same in as few rows as all need, from `least` to `most` rows. */
export function placeInRows(
  events: readonly LabelledEvent[],
  plot: { x: number; width: number },
  { least, most }: { least: number; most: number },
): { labels: PlacedLabel[]; rows: number } {
  for (let rows = least; ; rows += 1) {
    const labels = placeEventLabels(events, plot, rows);
    if (rows >= most || labels.every((label) => label !== null)) return { labels, rows };
  }
}

/**
 * `turned`: a bit for each event whose words rather stand left of its line, `isStrict`: and rather in a lower row than on the other
 * side; `isBackward`: the last one chooses first.
 */
function placeWith(
  events: readonly LabelledEvent[],
  plot: { x: number; width: number },
  rows: number,
  {
    turned,
    isBackward,
    isStrict,
    letterWidth,
    gap,
  }: { turned: number; isBackward: boolean; isStrict: boolean; letterWidth: number; gap: number },
): PlacedLabel[] {
  const taken: Taken[] = [];
  const placed: PlacedLabel[] = events.map(() => null);
  const order = events.map((_, index) => index);
  const isStrong = (index: number) => Number(events[index]!.isStrong ?? false);
  order.sort((a, b) => isStrong(b) - isStrong(a) || (isBackward ? b - a : a - b));
  for (const index of order) {
    const { x, name } = events[index]!;
    const width = name.length * letterWidth;
    const sides: Side[] = [
      { anchor: 'start' as const, from: x + gap, to: x + gap + width },
      { anchor: 'end' as const, from: x - gap - width, to: x - gap },
    ].filter(({ from, to }) => from >= plot.x && to <= plot.x + plot.width);
    if (turned & (1 << index)) sides.reverse();
    if (isStrict) sides.length = Math.min(sides.length, 1);
    for (let row = 0; row < rows && !placed[index]; row += 1) {
      const side = sides.find((one) => isFree(one, x, row, taken, gap));
      if (!side) continue;
      taken.push({ row, from: side.from, to: side.to, line: x });
      placed[index] = { x: side.anchor === 'start' ? side.from : side.to, row, anchor: side.anchor };
    }
  }
  return placed;
}

/** Words are crossed by lines that begin in their row or above, and a line crosses the words of its row and below. */
function isFree({ from, to }: Side, line: number, row: number, taken: readonly Taken[], gap: number): boolean {
  const isWithin = (x: number, start: number, end: number) => x > start - gap / 2 && x < end + gap / 2;
  return taken.every((other) => {
    if (other.row === row && !(to + gap <= other.from || other.to + gap <= from)) return false;
    if (other.row <= row && isWithin(other.line, from, to)) return false;
    return !(other.row >= row && isWithin(line, other.from, other.to));
  });
}
