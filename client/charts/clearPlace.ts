import { crosses, type Line } from './clearest.ts';

export type WordsPlace = { x: number; y: number; textAnchor: 'start' | 'end' };

/** Of letters of 28 px: how wide one is, how far they reach above their baseline and below it. */
const letter = 14;
const above = 25;
const below = 10;
const step = 4;
/** Words at the left edge keep off it, as ticks within a drawing do. */
const inset = 8;

/**
 * Where words can be read, with no line through them: at the right edge, else at the left one, and as near to the first baseline as
 * may be on the way to each edge's last one. Where there is no such place, where fewest lines run through them.
 */
export function clearPlace({
  text,
  width,
  first,
  last,
  lines,
}: {
  text: string;
  width: number;
  first: { end: number; start: number };
  last: { end: number; start: number };
  lines: readonly Line[];
}): WordsPlace {
  const room = text.length * letter;
  const places = (['end', 'start'] as const).flatMap((textAnchor) => {
    const way = last[textAnchor] - first[textAnchor];
    const isDown = last.end > first.end;
    // No room between the two.
    if (way > 0 !== isDown) return [];
    return Array.from({ length: Math.floor(Math.abs(way) / step) + 1 }, (_, index) => ({
      textAnchor,
      x: textAnchor === 'end' ? width : inset,
      y: first[textAnchor] + Math.sign(way) * step * index,
      distance: step * index,
    }));
  });
  const crossed = ({ y, textAnchor }: WordsPlace) => {
    const left = textAnchor === 'end' ? width - room : inset;
    return lines.filter((line) => crosses(line, { left, right: left + room, top: y - above, bottom: y + below }))
      .length;
  };
  // A sort keeps the order of the equally near: the right edge comes first. Where no place is free the one that hides fewest lines.
  places.sort((a, b) => a.distance - b.distance);
  const counts = places.map(crossed);
  const { x, y, textAnchor } = places[counts.indexOf(Math.min(...counts))] ?? {
    x: width,
    y: first.end,
    textAnchor: 'end',
  };
  return { x, y, textAnchor };
}
