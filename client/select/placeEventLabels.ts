export type LabelledEvent = { x: number; name: string; isStrong?: boolean };
export type PlacedLabel = { x: number; row: number; anchor: 'start' | 'end' } | null;

const letterWidth = 6.9;
const gap = 6;

/**
 * Where the words of each event stand: beside its line, on the first row and side where they cover no other's words and leave
 * the plot nowhere, and where it can be no other's line. The strong ones choose first; who finds no room keeps its line without words (null).
 */
export function placeEventLabels(
  events: readonly LabelledEvent[],
  plot: { x: number; width: number },
  rows: number,
): PlacedLabel[] {
  const taken: [number, number][][] = Array.from({ length: rows }, () => []);
  const placed: PlacedLabel[] = events.map(() => null);
  const order = events.map((_, index) => index);
  order.sort((a, b) => Number(events[b]!.isStrong ?? false) - Number(events[a]!.isStrong ?? false) || a - b);
  for (const index of order) {
    const { x, name } = events[index]!;
    const width = name.length * letterWidth;
    const sides = [
      { anchor: 'start' as const, from: x + gap, to: x + gap + width },
      { anchor: 'end' as const, from: x - gap - width, to: x - gap },
    ].filter(({ from, to }) => from >= plot.x && to <= plot.x + plot.width);
    const clear = sides.filter(({ from, to }) => events.every((other) => other.x <= from || other.x >= to));
    for (const wanted of [clear, sides])
      for (let row = 0; row < rows && !placed[index]; row += 1) {
        const side = wanted.find(({ from, to }) =>
          taken[row]!.every(([start, end]) => to + gap <= start || end + gap <= from),
        );
        if (!side) continue;
        taken[row]!.push([side.from, side.to]);
        placed[index] = { x: side.anchor === 'start' ? side.from : side.to, row, anchor: side.anchor };
      }
  }
  return placed;
}
