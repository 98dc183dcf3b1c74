import { createDoc, normalize, tokenKinds } from '../pipeline/normalize.ts';
import type { Sets } from './readSets.ts';

/** The file that `valence.ts` reads: a hash and a byte for each rated word that is one token; faces are read otherwise. */
export function valenceFile(sets: Pick<Sets, 'ratedWords'>): Buffer {
  const doc = createDoc();
  const found = new Map<number, number>();
  for (const { word, rating } of sets.ratedWords()) {
    normalize(word, '', doc);
    const tenths = Math.round(rating * 10);
    if (doc.count === 1 && doc.kinds[0] === tokenKinds.word && /^[a-z'-]+$/i.test(word) && tenths !== 0)
      found.set(doc.hash[0]!, tenths);
  }
  const file = Buffer.alloc(found.size * 5);
  [...found]
    .sort(([a], [b]) => a - b)
    .forEach(([hash, tenths], index) => {
      file.writeInt32LE(hash, index * 5);
      file.writeInt8(tenths, index * 5 + 4);
    });
  return file;
}
