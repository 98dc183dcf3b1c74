import { workspaceSchema } from '../../shared/domain.ts';
import type { Keeping, Store } from '../store/store.ts';
import type { Analyst } from './analyst.ts';
import { createCore } from './core.ts';

const deliveries = 8;
const postsEach = 200;

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

export type WarmParts = { store: Store; analyst: Analyst; keeping: Keeping; now: () => number };

/**
 * Sends invented posts through a store that is thrown away: a program's first thousand posts otherwise take five times
 * as long as the next, and they come when a launch begins. Real deliveries pass in between.
 */
export async function warmUp(parts: WarmParts): Promise<void> {
  const core = await createCore({ ...parts, notify: () => undefined, warn: () => undefined });
  await core.saveWorkspace(workspace);
  for (let delivery = 0; delivery < deliveries; delivery += 1) {
    const receivedAt = parts.now();
    const bytes = sampleBody(delivery, receivedAt);
    await core.ingest({ kind: 'bytes', bytes, format: 'ndjson', defaults: { source: 'warm-up' }, receivedAt });
  }
  await core.close();
}
