/** Each place is kept so long: a step is two pixels, which nobody sees. */
export const shiftEveryMs = 3 * 60_000;
const reach = 3;

/** Once round a square, so that no step is longer than its neighbour's distance and each place gets the same time. */
const places: readonly { x: number; y: number }[] = [
  { x: -reach, y: -reach },
  { x: -1, y: -reach },
  { x: 1, y: -reach },
  { x: reach, y: -reach },
  { x: reach, y: -1 },
  { x: reach, y: 1 },
  { x: reach, y: reach },
  { x: 1, y: reach },
  { x: -1, y: reach },
  { x: -reach, y: reach },
  { x: -reach, y: 1 },
  { x: -reach, y: -1 },
];

/** How far, px of the screen, the whole picture stands aside at `now`, so that what never moves does not burn into a screen. */
export function pixelShift(now: number): { x: number; y: number } {
  return places[Math.floor(now / shiftEveryMs) % places.length]!;
}
