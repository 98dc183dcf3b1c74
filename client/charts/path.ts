export type XY = { x: number; y: number };

const short = (value: number) => String(Math.round(value * 10) / 10);

/** A line through points; a null breaks it. A lone point between breaks becomes a dot that a round cap draws. */
export function linePath(points: readonly (XY | null)[]): string {
  let path = '';
  let isOpen = false;
  for (const point of points) {
    if (!point) {
      isOpen = false;
      continue;
    }
    path += `${isOpen ? 'L' : 'M'}${short(point.x)},${short(point.y)}`;
    if (!isOpen) path += 'h0';
    isOpen = true;
  }
  return path;
}

/** The area between an upper and a lower line, in as many pieces as there are gaps. */
export function bandPath(points: readonly ({ x: number; low: number; high: number } | null)[]): string {
  const pieces: { x: number; low: number; high: number }[][] = [];
  let piece: { x: number; low: number; high: number }[] = [];
  for (const point of [...points, null]) {
    if (point) piece.push(point);
    else {
      if (piece.length > 1) pieces.push(piece);
      piece = [];
    }
  }
  return pieces
    .map((one) => {
      const there = one.map(({ x, high }) => `${short(x)},${short(high)}`).join('L');
      const back = [...one]
        .reverse()
        .map(({ x, low }) => `${short(x)},${short(low)}`)
        .join('L');
      return `M${there}L${back}Z`;
    })
    .join('');
}
