export type EventMark = { at: number; time: string; name: string };
export type PlacedEvent = EventMark & { x: number; row: number | null };

const letterWidth = 6.3;
const rows = 2;

/** Events on the curve: labels that would cover each other move to a second row; a third keeps its line without words. */
export function placeEvents(events: readonly EventMark[], x: (at: number) => number, right: number): PlacedEvent[] {
  const takenUntil: number[] = Array.from({ length: rows }, () => Number.NEGATIVE_INFINITY);
  return [...events]
    .sort((a, b) => a.at - b.at)
    .map((event) => {
      const at = x(event.at);
      const width = (event.time.length + event.name.length + 1) * letterWidth + 14;
      const row = takenUntil.findIndex((until) => until <= at && at + width <= right + 60);
      if (row >= 0) takenUntil[row] = at + width;
      return { ...event, x: at, row: row >= 0 ? row : null };
    });
}
