import { isUtf8 } from 'node:buffer';
import { UnreadableBody } from './engine.ts';

/** A body is at most 10 MB; so many posts in it are no posts but an attack on whoever lists the rejections. */
export const mostPostsInABody = 100_000;

/** One item of a body: what it says, or why it cannot be read. Blank lines are no items. */
export type BodyItem = { value: unknown } | { code: string; message: string };

const lineFeed = 10;

/** Finding the place reads the body again a dozen times: not worth it for a large one. */
const longestSearched = 100_000;

function endsTooEarly(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch (error) {
    const said = String(error);
    return /end of JSON|unterminated/i.test(said) || /at position (\d+)/.exec(said)?.[1] === String(text.length);
  }
}

/** The first character that no JSON can go on with. V8 names it only in some of its messages, so it is searched for. */
function placeOfFault(text: string): number | undefined {
  if (text.length > longestSearched) return undefined;
  if (endsTooEarly(text)) return text.length;
  let fine = 0;
  let wrong = text.length;
  while (wrong - fine > 1) {
    const middle = (fine + wrong) >> 1;
    if (endsTooEarly(text.slice(0, middle))) fine = middle;
    else wrong = middle;
  }
  return fine;
}

function unreadableJson(text: string): UnreadableBody {
  const position = placeOfFault(text);
  const where = position === undefined ? '' : `: reading stopped at character ${position}`;
  return new UnreadableBody('not-json', `the body is not JSON${where}`, position);
}

function tooMany(): UnreadableBody {
  return new UnreadableBody('too-many-posts', `a body may hold at most ${mostPostsInABody} posts`);
}

function decode(bytes: Uint8Array): Buffer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hasMark = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf;
  return hasMark ? buffer.subarray(3) : buffer;
}

/** One post or an array of posts. Throws UnreadableBody. */
export function readJsonBody(bytes: Uint8Array): BodyItem[] {
  const buffer = decode(bytes);
  if (!isUtf8(buffer)) throw new UnreadableBody('not-utf8', 'the body is not UTF-8');
  const text = buffer.toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw unreadableJson(text);
  }
  if (!Array.isArray(value)) return [{ value }];
  if (value.length > mostPostsInABody) throw tooMany();
  return value.map((one: unknown) => ({ value: one }));
}

function isBlank(line: string): boolean {
  for (let index = 0; index < line.length; index++) if (line.charCodeAt(index) > 32) return false;
  return true;
}

function readLine(line: string): BodyItem {
  try {
    return { value: JSON.parse(line) };
  } catch {
    return { code: 'not-json', message: 'the line is not JSON' };
  }
}

/** One item a line, read when it is asked for, so that a large body is never in memory as objects. Throws UnreadableBody. */
export function readNdjsonBody(bytes: Uint8Array): Generator<BodyItem> {
  const buffer = decode(bytes);
  if (buffer.length > mostPostsInABody) {
    // The last line may come without its end.
    let lines = buffer.at(-1) === lineFeed ? 0 : 1;
    for (let at = buffer.indexOf(lineFeed); at >= 0; at = buffer.indexOf(lineFeed, at + 1)) lines += 1;
    if (lines > mostPostsInABody) throw tooMany();
  }
  return readLines(buffer);
}

function* readLines(buffer: Buffer): Generator<BodyItem> {
  // Decoding once and cutting the string costs a fifth of decoding line by line; the careful way is for broken bytes only.
  if (isUtf8(buffer)) {
    const text = buffer.toString('utf8');
    let from = 0;
    while (from < text.length) {
      let to = text.indexOf('\n', from);
      if (to < 0) to = text.length;
      const line = text.slice(from, to);
      from = to + 1;
      if (!isBlank(line)) yield readLine(line);
    }
    return;
  }
  let from = 0;
  while (from < buffer.length) {
    let to = buffer.indexOf(lineFeed, from);
    if (to < 0) to = buffer.length;
    const line = buffer.subarray(from, to);
    from = to + 1;
    if (!isUtf8(line)) yield { code: 'not-utf8', message: 'the line is not UTF-8' };
    else if (!isBlank(line.toString('utf8'))) yield readLine(line.toString('utf8'));
  }
}
