import { describe, expect, it } from 'vitest';
import { createAnalyst } from '../../../server/engine/createAnalyst.ts';
import { createReader } from '../../../server/engine/createReader.ts';
import { packPiece, partsOf, unpackPiece } from '../../../server/engine/packPiece.ts';
import { sketchWidth } from '../../../server/pipeline/copySketch.ts';
import { makeTextPost, makeWorkspace } from '../../support/analysed.ts';

const glow = { id: 'glow', name: 'Glow', brand: 'solenne', query: 'awful, smells', at: 0 };

describe('packPiece', () => {
  it('brings every post and analysis across as it was, what they leave out too', () => {
    const reader = createReader(createAnalyst({ hashAuthor: (name) => `#${name}` }));
    reader.use({ version: 7, workspace: makeWorkspace({ launches: [glow] }), etag: '', from: 0 });
    const posts = [
      makeTextPost('I love how Solenne smells today 😀 – «très bien»'),
      makeTextPost('nothing to see here'),
      makeTextPost('we met in rue Solenne', { id: 'excluded', lang: 'fr' }),
      makeTextPost('Solenne is awful, it broke and they will not answer', {
        title: 'Solenne',
        author: 'abc',
        country: 'FR',
        url: 'https://example.org/',
        rating: 0,
        metrics: { likes: 0, followers: 12 },
      }),
      makeTextPost('solenne x', { metrics: { shares: 3 }, rating: -1.5, source: '__proto__', channel: 'review' }),
    ];
    const lines = [...posts.map((post) => JSON.stringify(post)), '{', '{"id":1}'].join('\n');
    const piece = reader
      .open({
        kind: 'bytes',
        bytes: new TextEncoder().encode(lines),
        format: 'ndjson',
        defaults: { source: 'x' },
        receivedAt: Date.UTC(2026, 6, 1),
      })
      .next();
    expect(piece).toMatchObject({ ruleSet: 7, received: 7, isLast: true, indexes: [0, 1, 2, 3, 4] });
    expect(piece.rejected).toHaveLength(2);
    expect(piece.analyses.filter(({ launches }) => launches)).toHaveLength(2);
    expect(piece.analyses.map(({ reason }) => reason)).toContain('excluded');
    const sketches = piece.sketches.slice();
    expect(sketches.length / piece.posts.length).toBe(sketchWidth);
    const packed = packPiece(piece);
    expect(unpackPiece(structuredClone(packed, { transfer: partsOf(packed) }))).toEqual({
      ...piece,
      sketches,
    });
  });
});
