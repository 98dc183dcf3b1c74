import { bucketOf, type CountedMention, minuteMs } from '../../shared/rollup.ts';
import { opinionCode } from './codes.ts';
import { packedColumns as column, createSpelling, type PackedRows, packedWidth as width } from './packRows.ts';

/** `[opinion code]`: which two columns an opinion counts in, all mentions and the significant ones; 0 for none. */
const opinionColumns: [number, number][] = [];
opinionColumns[opinionCode('unscored')] = [0, 0];
opinionColumns[opinionCode('positive')] = [column.positive, column.significantPositive];
opinionColumns[opinionCode('neutral')] = [column.neutral, column.significantNeutral];
opinionColumns[opinionCode('negative')] = [column.negative, column.significantNegative];

const firstRows = 256;

/**
 * `rollUp` for the hot path: counts mentions into cells of `stepMs` (a minute unless said), straight into the block of
 * numbers in which they travel to the live window. Rows as objects, of which every post brings several, cost five times as much.
 */
export function createPackedSum(stepMs = minuteMs) {
  const { names, spell } = createSpelling();
  let rows = 0;
  let numbers = new Float64Array(firstRows * width);
  /** Open addressing from a cell (place, brand, theme) to its row, plus 1; at most a quarter full. */
  let slots = new Int32Array(4 * firstRows);
  let placeOf = new Int32Array(firstRows);
  /** A number for each channel, language, country and moment (in steps) that occur together. */
  const placesOf = new Map<string, Map<number, number>>();
  let places = new Map<number, number>();
  let placeCount = 0;
  let place = -1;
  let last: CountedMention | undefined;

  const every = spell('*');
  const noTheme = spell('none');

  function slotOf(inSlots: Int32Array, ofPlace: number, brand: number, theme: number): number {
    let hash = Math.imul(ofPlace, 0x9e3779b1) ^ Math.imul(brand, 0x85ebca6b) ^ Math.imul(theme, 0xc2b2ae35);
    hash ^= hash >>> 15;
    for (let slot = hash & (inSlots.length - 1); ; slot = (slot + 1) & (inSlots.length - 1)) {
      const row = inSlots[slot]! - 1;
      if (row < 0) return slot;
      const start = row * width;
      if (
        placeOf[row] === ofPlace &&
        numbers[start + column.brand] === brand &&
        numbers[start + column.theme] === theme
      )
        return slot;
    }
  }

  function grow(): void {
    const more = new Float64Array(numbers.length * 2);
    more.set(numbers);
    numbers = more;
    const morePlaces = new Int32Array(placeOf.length * 2);
    morePlaces.set(placeOf);
    placeOf = morePlaces;
    const moreSlots = new Int32Array(slots.length * 2);
    for (let row = 0; row < rows; row++) {
      const start = row * width;
      moreSlots[slotOf(moreSlots, placeOf[row]!, numbers[start + column.brand]!, numbers[start + column.theme]!)] =
        row + 1;
    }
    slots = moreSlots;
  }

  /** Where the cell's numbers begin. */
  function cell(mention: CountedMention, at: number, brand: number, theme: number): number {
    const slot = slotOf(slots, place, brand, theme);
    const known = slots[slot]!;
    if (known !== 0) return (known - 1) * width;
    const row = rows;
    rows += 1;
    const start = row * width;
    numbers[start + column.at] = at;
    numbers[start + column.brand] = brand;
    numbers[start + column.theme] = theme;
    numbers[start + column.channel] = spell(mention.channel);
    numbers[start + column.lang] = spell(mention.lang);
    numbers[start + column.country] = spell(mention.country);
    placeOf[row] = place;
    slots[slot] = row + 1;
    if (rows === placeOf.length) grow();
    return start;
  }

  function count(mention: CountedMention, at: number, brand: number, theme: number, opinion: number): void {
    const start = cell(mention, at, brand, theme);
    const [all, significant] = opinionColumns[opinion]!;
    numbers[start + column.mentions]! += 1;
    if (!mention.nearCopy) numbers[start + column.distinct]! += 1;
    if (all !== 0) numbers[start + all]! += 1;
    if (mention.significant) {
      numbers[start + column.significant]! += 1;
      if (significant !== 0) numbers[start + significant]! += 1;
    }
    numbers[start + column.reach]! += mention.reach;
    numbers[start + column.engagement]! += mention.engagement;
  }

  function enter(mention: CountedMention, at: number): void {
    const { channel, lang, country } = mention;
    if (last === undefined || channel !== last.channel || lang !== last.lang || country !== last.country) {
      last = mention;
      const key = `${channel}\n${lang}\n${country}`;
      places = placesOf.get(key) ?? new Map();
      placesOf.set(key, places);
    }
    const step = at / stepMs;
    const known = places.get(step);
    if (known !== undefined) {
      place = known;
      return;
    }
    place = placeCount++;
    places.set(step, place);
  }

  return {
    add(mention: CountedMention): void {
      const at = bucketOf(mention.at, stepMs);
      enter(mention, at);
      const { brands, themes } = mention;
      for (let b = -1; b < brands.length; b++) {
        const brand = b < 0 ? every : spell(brands[b]!.id);
        const opinion = opinionCode(b < 0 ? mention.opinion : brands[b]!.opinion);
        count(mention, at, brand, every, opinion);
        if (themes.length === 0) count(mention, at, brand, noTheme, opinion);
        else for (const theme of themes) count(mention, at, brand, spell(theme), opinion);
      }
    },
    rows: (): PackedRows => ({ names, numbers: numbers.slice(0, rows * width) }),
  };
}
