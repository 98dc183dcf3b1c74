import { describe, expect, it } from 'vitest';
import { placeEventLabels, placeInRows } from '../../../client/select/placeEventLabels.ts';
import { createRandom } from '../../../server/random.ts';

const plot = { x: 40, width: 600 };
const letterWidth = 6.9;

describe('the words beside the lines of events', () => {
  it('stand right of the line, or left of it where the plot ends', () => {
    expect(placeEventLabels([{ x: 100, name: 'film out' }], plot, 3)).toEqual([{ x: 106, row: 0, anchor: 'start' }]);
    expect(placeEventLabels([{ x: 630, name: 'film out' }], plot, 3)).toEqual([{ x: 624, row: 0, anchor: 'end' }]);
  });

  it('let a strong one choose first', () => {
    const events = [
      { x: 300, name: 'web shop opens' },
      { x: 300, name: 'T0', isStrong: true },
    ];
    expect(placeEventLabels(events, plot, 3)[1]).toEqual({ x: 306, row: 0, anchor: 'start' });
  });

  it('find room for all where one of them turns to the other side', () => {
    const events = [
      { x: 300, name: 'T0 web shop opens', isStrong: true },
      { x: 340, name: 'film out' },
      { x: 380, name: 'sold out' },
    ];
    expect(placeEventLabels(events, plot, 2)).toEqual([
      { x: 294, row: 0, anchor: 'end' },
      { x: 346, row: 0, anchor: 'start' },
      { x: 386, row: 1, anchor: 'start' },
    ]);
  });

  it('find room for three that lie close behind T0, in two rows', () => {
    const events = [
      { x: 256, name: 'T0', isStrong: true },
      { x: 256, name: 'web shop opens' },
      { x: 270, name: 'film out' },
      { x: 295, name: 'sold out online' },
    ];
    const { labels, rows } = placeInRows(events, { x: 0, width: 760 }, { least: 2, most: 5 });
    expect(rows).toBe(2);
    expect(labels.every((label) => label !== null)).toBe(true);
  });

  it('take as many rows as all need and no more than are allowed', () => {
    const events = Array.from({ length: 5 }, (_, place) => ({ x: 300 + 12 * place, name: 'a film of some length' }));
    const { labels, rows } = placeInRows(events, plot, { least: 2, most: 5 });
    expect(rows).toBeGreaterThan(2);
    expect(labels.every((label) => label !== null)).toBe(true);
    expect(placeInRows(events, plot, { least: 1, most: 1 }).labels).toContain(null);
  });

  it('never cover each other and never leave the plot, seed 11', () => {
    const random = createRandom(11);
    let unplaced = 0;
    for (let round = 0; round < 200; round += 1) {
      const events = Array.from({ length: 6 }, () => ({ x: 40 + random() * 600, name: 'x'.repeat(3 + random() * 25) }));
      const boxes = placeEventLabels(events, plot, 3).map((label, index) => {
        const width = events[index]!.name.length * letterWidth;
        return (
          label && {
            row: label.row,
            line: events[index]!.x,
            from: label.anchor === 'start' ? label.x : label.x - width,
            width,
          }
        );
      });
      for (const [index, one] of boxes.entries()) {
        if (!one) {
          unplaced += 1;
          continue;
        }
        expect(one.from).toBeGreaterThanOrEqual(plot.x);
        expect(one.from + one.width).toBeLessThanOrEqual(plot.x + plot.width + 1e-9);
        for (const other of boxes.slice(index + 1)) {
          if (!other) continue;
          if (other.row === one.row)
            expect(other.from >= one.from + one.width || one.from >= other.from + other.width).toBe(true);
          // A line leads from its words down into the plot, through its own row and those below.
          const crosses = (a: typeof one, b: typeof one) =>
            a.row <= b.row && a.line > b.from && a.line < b.from + b.width;
          expect(crosses(one, other) || crosses(other, one)).toBe(false);
        }
      }
    }
    expect(unplaced).toBeLessThan(180);
  });
});
