import { hash, randomBytes } from 'node:crypto';
import { chmodSync, linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const keyBytes = 32;
const blockBytes = 64;
const digestBytes = 32;
/** Whole names are kept to be looked up again: a busy hour's authors, not everybody's. */
const remembered = 50_000;

/**
 * The key that author names are hashed with: a file of its own (mode 0600) outside the database, so that a stolen or
 * shared database names nobody. Made once; losing it only makes old and new hashes incomparable.
 */
export function readAuthorKey(dataDir: string): Uint8Array {
  const path = join(dataDir, 'author.key');
  let key: Buffer;
  try {
    key = readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    key = randomBytes(keyBytes);
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, key, { mode: 0o600, flush: true });
    // A link appears whole or not at all, and never replaces a key that another program has just made.
    linkSync(draft, path);
    unlinkSync(draft);
  }
  if (key.length !== keyBytes) throw new Error(`${path} should hold ${keyBytes} bytes and holds ${key.length}`);
  chmodSync(path, 0o600);
  return new Uint8Array(key);
}

/** Names are compared without case and leading `@`, the way people type them in `author:`. */
function sameName(name: string): string {
  const trimmed = name.trim().toLowerCase();
  return trimmed.startsWith('@') ? trimmed.slice(1) : trimmed;
}

/**
 * HMAC-SHA256 of a name, cut to 96 bits, base64url. Written out by its definition (RFC 2104) over the one-shot hash,
 * because `createHmac` costs twice as much on every post; a test holds it equal to `createHmac`.
 */
export function createAuthorHash(key: Uint8Array): (name: string) => string {
  const inner = Buffer.alloc(blockBytes + 4 * 1024, 0x36);
  const outer = Buffer.alloc(blockBytes + digestBytes, 0x5c);
  for (let index = 0; index < key.length; index++) {
    inner[index] = (key[index] ?? 0) ^ 0x36;
    outer[index] = (key[index] ?? 0) ^ 0x5c;
  }
  const known = new Map<string, string>();
  return (written) => {
    const before = known.get(written);
    if (before !== undefined) return before;
    const name = sameName(written).slice(0, 1024);
    const length = inner.write(name, blockBytes);
    outer.set(hash('sha256', inner.subarray(0, blockBytes + length), 'buffer'), blockBytes);
    const hashed = hash('sha256', outer, 'base64url').slice(0, 16);
    if (known.size >= remembered) known.clear();
    known.set(written, hashed);
    return hashed;
  };
}
