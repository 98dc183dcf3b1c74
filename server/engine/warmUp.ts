import { workspaceSchema } from '../../shared/domain.ts';
import type { Keeping, Store } from '../store/store.ts';
import type { Judge } from './analyst.ts';
import { createCore } from './core.ts';
import type { Reader } from './createReader.ts';
import type { Piece } from './piece.ts';

const deliveries = 8;
const postsEach = 200;
/** The first workspace that a new store saves. */
const sampleVersion = 1;

/** Ordinary words, so that every step of the pipeline has something to find in them. */
const words =
  'the new phone is really good but its battery feels bad and i love how the camera looks today why does it cost more than before thanks for a great launch not sure about that price yet'.split(
    ' ',
  );

const workspace = workspaceSchema.parse({
  version: 1,
  brands: ['aurora', 'borealis', 'cirrus'].map((id) => ({ id, name: id, query: `${id}, "new ${id}", ${id}phone*` })),
  themes: ['price', 'battery', 'camera'].map((id) => ({ id, name: id, query: `${id}*, bad NEAR/4 ${id}` })),
});

function sampleBody(delivery: number, at: number): Uint8Array {
  const lines: string[] = [];
  for (let post = delivery * postsEach; post < (delivery + 1) * postsEach; post += 1) {
    const said = Array.from(
      { length: 8 + (post % 9) },
      (_, place) => words[(post * 7 + place * (1 + (post % 5))) % words.length],
    );
    // One of four names no brand and is set aside.
    if (post % 4 > 0) said[post % said.length] = workspace.brands[post % 3]!.id;
    const text = `${said.join(' ')} #no${post} https://example.org/${post}`;
    const spoken = post % 2 === 0 ? { lang: 'en' } : {};
    lines.push(JSON.stringify({ id: `${post}`, at: at - post * 1_000, text, author: `author${post % 50}`, ...spoken }));
  }
  return new TextEncoder().encode(lines.join('\n'));
}

/** What the reader makes of them; each piece is a delivery of its own. */
export function* samplePieces(reader: Reader, now: number): Generator<Piece> {
  reader.use({ version: sampleVersion, workspace, etag: '', from: now });
  for (let delivery = 0; delivery < deliveries; delivery += 1) {
    const bytes = sampleBody(delivery, now);
    yield reader
      .open({ kind: 'bytes', bytes, format: 'ndjson', defaults: { source: 'warm-up' }, receivedAt: now })
      .next();
  }
}

export type WarmParts = { store: Store; judge: Judge; keeping: Keeping; now: () => number };

const never = () => Promise.reject(new Error('a sample piece is a whole delivery, and a sample store has no past'));

/**
 * Takes the pieces of invented posts through a store that is thrown away: a program's first thousand posts otherwise take
 * five times as long as the next, and they come when a launch begins.
 */
export function createWarmUp(parts: WarmParts): { save(piece: Piece): Promise<void>; close(): Promise<void> } {
  const opened = createCore({
    ...parts,
    reader: { use: () => undefined },
    // There is no history in it.
    replay: { slice: never, listen: never, rest: () => undefined },
    notify: () => undefined,
    warn: () => undefined,
  });
  const ready = opened.then(async (core) => {
    await core.saveWorkspace(workspace);
    return core;
  });
  let left = deliveries;
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= ready.then((core) => core.close());
    return closed;
  };
  return {
    async save(piece) {
      const core = await ready;
      await core.save({ receivedAt: parts.now(), extras: {}, piece, more: never, again: never, drop: () => undefined });
      left -= 1;
      if (left === 0) await close();
    },
    close,
  };
}
