/** The direct form of `write(text, 0, 'utf16le')`, public in Node though absent from its types. */
type DirectBuffer = Buffer & { ucs2Write(text: string, offset: number): number };

let held = '';
const bytes = Buffer.from(new ArrayBuffer(1 << 16)) as DirectBuffer;
const units = new Uint16Array(bytes.buffer);

/**
 * The UTF-16 units of a text in a scratch array, valid until the next call: one native copy, after which reading a unit costs
 * half of what `charCodeAt` costs, which asks for the string's inner shape each time. Needs a little-endian processor, as
 * every one is that Node runs on today but for IBM's mainframes.
 */
export function unitsOf(text: string): Uint16Array {
  if (text.length > units.length) {
    // Not kept: one giant text must not hold its memory for ever.
    const own = Buffer.from(new ArrayBuffer(text.length * 2));
    own.write(text, 'utf16le');
    return new Uint16Array(own.buffer);
  }
  // The prefilter and then the tokenisation read the same text.
  if (text !== held) {
    bytes.ucs2Write(text, 0);
    held = text;
  }
  return units;
}
