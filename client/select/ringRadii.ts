const radius = 3.5;
const ring = 3;

/** Radii of hollow points of one moment, by their heights: one that lies on an earlier one is a ring around it. */
export function ringRadii(heights: readonly (number | null)[]): number[] {
  return heights.map((height, index) => {
    const within = heights
      .slice(0, index)
      .filter((other) => height !== null && other !== null && Math.abs(other - height) < ring + 1);
    return radius + ring * within.length;
  });
}
