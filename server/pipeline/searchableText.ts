import { createDoc, normalize, tokenKinds } from './normalize.ts';

const space = 32;

/**
 * What the full-text index is filled with, field by field: the tokens that queries are matched against, with spaces between
 * them. The index has its own idea of words ("iPhone発売" is one to it, accents like "ø" are none); with our tokens in it,
 * `narrowingFor` cannot lose a post that the query matches.
 */
export function searchableText(text: string): string {
  const { count, kinds, start, length, chars } = normalize(text, '', shared);
  // Each token is at most as long as what `normalize` made room for, and one space follows it.
  if (units.length < chars.length + count) units = new Uint16Array(chars.length + count);
  let used = 0;
  for (let token = 0; token < count; token++) {
    if (kinds[token] === tokenKinds.emoji) continue;
    if (used > 0) units[used++] = space;
    const end = start[token]! + length[token]!;
    for (let at = start[token]!; at < end; at++) units[used++] = chars[at]!;
  }
  // One call for the whole text: strings put together word by word cost four times as much.
  return Buffer.from(units.buffer, 0, used * 2).toString('utf16le');
}

const shared = createDoc();
let units = new Uint16Array(1024);
