import type { Cell } from '../../shared/protocol.ts';

/** Numbers of a cell on the wire, in this order. Reach and engagement are not watched live. */
export const cellFields = [
  'mentions',
  'distinct',
  'positive',
  'neutral',
  'negative',
  'significant',
  'significantPositive',
  'significantNeutral',
  'significantNegative',
] as const;
const width = cellFields.length;

/**
 * Sums for few of many cells: an open-addressing table from a cell's number to nine counters in one flat array. A window
 * holds thousands of these; objects or maps for each cell would cost five times the memory.
 */
export type CellTable = {
  /** Adds `sign` times the nine numbers at `from[at...]` to the cell. */
  add(cell: number, from: ArrayLike<number>, at: number, sign: 1 | -1): void;
  /** A fresh copy, or undefined when nothing is counted. */
  read(cell: number): Cell | undefined;
  each(visit: (cell: number, values: Int32Array, at: number) => void): void;
  size(): number;
  bytes(): number;
};

/** Written out: this runs for every cell that changed, several times a tick, and a loop over a slice costs ten times as much. */
function cellAt(from: Int32Array, at: number): Cell | undefined {
  const cell: Cell = [
    from[at]!,
    from[at + 1]!,
    from[at + 2]!,
    from[at + 3]!,
    from[at + 4]!,
    from[at + 5]!,
    from[at + 6]!,
    from[at + 7]!,
    from[at + 8]!,
  ];
  for (let i = 0; i < width; i += 1) if (cell[i] !== 0) return cell;
  return undefined;
}

export function createCellTable(): CellTable {
  let keys = new Int32Array(8).fill(-1);
  let slots = new Int32Array(8);
  let values = new Int32Array(4 * width);
  let count = 0;

  const find = (cell: number, inKeys: Int32Array): number => {
    const mask = inKeys.length - 1;
    let place = Math.imul(cell, 0x9e3779b1) >>> 0;
    place = (place ^ (place >>> 15)) & mask;
    while (inKeys[place] !== -1 && inKeys[place] !== cell) place = (place + 1) & mask;
    return place;
  };
  const grow = () => {
    const keysBefore = keys;
    const slotsBefore = slots;
    keys = new Int32Array(keysBefore.length * 2).fill(-1);
    slots = new Int32Array(keys.length);
    keysBefore.forEach((cell, place) => {
      if (cell === -1) return;
      const next = find(cell, keys);
      keys[next] = cell;
      slots[next] = slotsBefore[place]!;
    });
  };
  const slotOf = (cell: number): number => {
    let place = find(cell, keys);
    if (keys[place] === cell) return slots[place]!;
    if ((count + 1) * 4 > keys.length * 3) {
      grow();
      place = find(cell, keys);
    }
    if ((count + 1) * width > values.length) {
      const wider = new Int32Array(Math.ceil(values.length / width / 2) * 3 * width);
      wider.set(values);
      values = wider;
    }
    keys[place] = cell;
    slots[place] = count;
    count += 1;
    return count - 1;
  };

  return {
    add(cell, from, at, sign) {
      const start = slotOf(cell) * width;
      for (let i = 0; i < width; i += 1) values[start + i]! += sign * from[at + i]!;
    },
    read(cell) {
      const place = find(cell, keys);
      if (keys[place] !== cell) return undefined;
      return cellAt(values, slots[place]! * width);
    },
    each(visit) {
      for (let place = 0; place < keys.length; place += 1)
        if (keys[place] !== -1) visit(keys[place]!, values, slots[place]! * width);
    },
    size: () => count,
    bytes: () => keys.byteLength + slots.byteLength + values.byteLength,
  };
}
