type Place = { left: number; width: number };

/** Between opinion and share on a wall that stands upright, and how high their drawings are there. */
export const columnGap = 32;
export const narrowHeight = 250;

/** Where Pulse's three columns stand on a wall that is `spare` px wider than 1920: its two curves share what there is more. */
export function pulseColumns(spare: number): { volume: Place; net: Place; share: Place } {
  const more = Math.round(spare * 0.6);
  return {
    volume: { left: 72, width: 744 + more },
    net: { left: 900 + more, width: 448 + spare - more },
    share: { left: 1432 + spare, width: 416 },
  };
}
