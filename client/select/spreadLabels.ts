/**
 * Moves labels apart so that neighbours stand at least `gap` apart within [top, bottom], keeping their order and moving
 * each as little as a single pass down and one up allow. `null` wants no place: it takes the lowest that is free.
 */
export function spreadLabels(wanted: readonly (number | null)[], gap: number, top: number, bottom: number): number[] {
  const places = spread(wanted, gap, top, bottom);
  for (let index = wanted.length - 1; index >= 0; index--) {
    if (wanted[index] !== null) continue;
    let free = bottom;
    for (const taken of places.filter((place) => place !== null).sort((a, b) => b - a))
      if (Math.abs(taken - free) < gap) free = taken - gap;
    // Where there is room for none, all move.
    if (free < top)
      return spread(
        wanted.map((place) => place ?? bottom),
        gap,
        top,
        bottom,
      ) as number[];
    places[index] = free;
  }
  return places as number[];
}

function spread(wanted: readonly (number | null)[], gap: number, top: number, bottom: number): (number | null)[] {
  const places = [...wanted];
  const order = wanted
    .flatMap((place, index) => (place === null ? [] : [{ place, index }]))
    .sort((a, b) => a.place - b.place || a.index - b.index)
    .map(({ index }) => index);
  let least = top;
  for (const index of order) {
    places[index] = Math.max(places[index]!, least);
    least = places[index]! + gap;
  }
  let most = bottom;
  for (const index of order.reverse()) {
    places[index] = Math.min(places[index]!, most);
    most = places[index]! - gap;
  }
  return places;
}
