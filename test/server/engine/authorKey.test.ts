import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAuthorHash, readAuthorKey } from '../../../server/engine/authorKey.ts';

describe('the author key', () => {
  it('is made once, for its owner alone, and read again', () => {
    const dir = mkdtempSync(join(tmpdir(), 'author-key-'));
    const key = readAuthorKey(dir);
    expect(key).toHaveLength(32);
    expect(readAuthorKey(dir)).toEqual(key);
    expect(statSync(join(dir, 'author.key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dir, 'author.key'))).toHaveLength(32);
  });

  it('hashes names exactly as HMAC-SHA256 does', () => {
    const key = readAuthorKey(mkdtempSync(join(tmpdir(), 'author-key-')));
    const hashAuthor = createAuthorHash(key);
    for (const name of ['ada', 'zoë', '名前', 'x'.repeat(500)])
      expect(hashAuthor(name)).toBe(createHmac('sha256', key).update(name).digest('base64url').slice(0, 16));
  });

  it('takes a handle and its bare name, in any case, for one author', () => {
    const hashAuthor = createAuthorHash(new Uint8Array(32).fill(7));
    expect(hashAuthor(' @Ada ')).toBe(hashAuthor('ada'));
    expect(hashAuthor('ada')).not.toBe(hashAuthor('bob'));
  });

  it('hashes differently under another key', () => {
    expect(createAuthorHash(new Uint8Array(32).fill(1))('ada')).not.toBe(
      createAuthorHash(new Uint8Array(32).fill(2))('ada'),
    );
  });
});
