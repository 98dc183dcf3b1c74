import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadableBody } from '../../../server/engine/engine.ts';
import { type BodyItem, mostPostsInABody, readJsonBody, readNdjsonBody } from '../../../server/engine/readBody.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const codes = (items: Iterable<BodyItem>) => [...items].map((item) => ('value' in item ? item.value : item.code));

function faultOf(read: () => unknown): UnreadableBody | undefined {
  try {
    read();
  } catch (error) {
    if (error instanceof UnreadableBody) return error;
    throw error;
  }
  return undefined;
}

describe('readNdjsonBody', () => {
  it('gives each line its item, whatever its end, and none to blank lines', () => {
    expect(codes(readNdjsonBody(bytes('\uFEFF{"a":1}\r\n\n   \n[2]\n{oops\n"x"')))).toEqual([
      { a: 1 },
      [2],
      'not-json',
      'x',
    ]);
    expect(codes(readNdjsonBody(bytes('')))).toEqual([]);
  });

  it('rejects only the line that is not UTF-8', () => {
    const body = Buffer.concat([bytes('{"a":1}\n'), Buffer.from([0x22, 0xff, 0xfe, 0x22, 10]), bytes('{"b":2}')]);
    expect(codes(readNdjsonBody(body))).toEqual([{ a: 1 }, 'not-utf8', { b: 2 }]);
  });

  it('refuses a body of more lines than posts can be in it', () => {
    expect(faultOf(() => readNdjsonBody(bytes('1\n'.repeat(mostPostsInABody + 1))))?.code).toBe('too-many-posts');
    expect(faultOf(() => readNdjsonBody(bytes(`${'1\n'.repeat(mostPostsInABody)}1`)))?.code).toBe('too-many-posts');
    expect(faultOf(() => readNdjsonBody(bytes('1\n'.repeat(mostPostsInABody))))).toBeUndefined();
  });

  it('reads any lines as line-by-line reading does (10,000 bodies, seed 42)', () => {
    const line = fc.oneof(fc.json(), fc.string(), fc.constant(''), fc.constant('  \t'));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.map((one) => one.replaceAll('\n', ' ')).join('\n');
        const expected = text
          .toWellFormed()
          .replace(/^\uFEFF/, '')
          .split('\n')
          .filter((one) => [...one].some((char) => char.charCodeAt(0) > 32))
          .map((one) => {
            try {
              return JSON.parse(one) as unknown;
            } catch {
              return 'not-json';
            }
          });
        expect(codes(readNdjsonBody(bytes(text)))).toEqual(expected);
      }),
      { numRuns: 10_000, seed: 42 },
    );
  });
});

describe('readJsonBody', () => {
  it('takes one post or an array of them', () => {
    expect(codes(readJsonBody(bytes('{"a":1}')))).toEqual([{ a: 1 }]);
    expect(codes(readJsonBody(bytes('[{"a":1},null]')))).toEqual([{ a: 1 }, null]);
    expect(codes(readJsonBody(bytes('[]')))).toEqual([]);
  });

  it('says where a body stops being JSON', () => {
    expect(faultOf(() => readJsonBody(bytes('{"a": x}')))).toMatchObject({ code: 'not-json', position: 6 });
    expect(faultOf(() => readJsonBody(bytes('[{"a":1}')))).toMatchObject({ code: 'not-json', position: 8 });
    expect(faultOf(() => readJsonBody(Buffer.from([0xff])))?.code).toBe('not-utf8');
  });

  it('survives any depth', () => {
    expect(readJsonBody(bytes(`${'['.repeat(100_000)}${']'.repeat(100_000)}`))).toHaveLength(1);
  });
});
