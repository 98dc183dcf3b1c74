import type { Brand } from '../../shared/domain.ts';
import { beginsWith, createDoc, type Doc, hashOf, normalize, spells, wordAt } from './normalize.ts';
import type { Query } from './query/ast.ts';
import { positiveWords } from './query/triggers.ts';
import { findWord, isValued } from './vocabulary.ts';

type MaskedWord = { folded: string; hash: number; prefix: boolean };
/** Words in a row that name the brand and that the sentiment lexicon would take for an opinion ("best buy"). */
type BrandMask = readonly MaskedWord[];
/** All of a brand's, with a bit for each letter that one of them begins with: few words of a post begin like one. */
export type BrandMasks = { masks: readonly BrandMask[]; letters: number };

const letterBit = (unit: number) => 1 << (unit & 31);

const masked = (folded: string, prefix: boolean): MaskedWord => ({ folded, hash: hashOf(folded), prefix });

const hasValue = (words: BrandMask) => words.some((word) => word.prefix || isValued(findWord(word.folded)));

/** The masks of a brand: its name, the words of its query, and those its settings add. Mostly none carries a value. */
export function masksOf(brand: Brand, query: Query): BrandMasks {
  const scratch = createDoc();
  const fromText = (text: string): BrandMask => {
    const doc = normalize(text, '', scratch);
    return Array.from({ length: doc.count }, (_, token) => masked(wordAt(doc, token), false));
  };
  const fromQuery = positiveWords(query.include).map(({ terms }) =>
    terms.map(({ folded, prefix }) => masked(folded, prefix)),
  );
  const masks = [fromText(brand.name), ...(brand.masks ?? []).map(fromText), ...fromQuery].filter(hasValue);
  let letters = 0;
  for (const [first] of masks) letters |= letterBit(first!.folded.charCodeAt(0));
  return { masks, letters };
}

function standsAt(doc: Doc, token: number, mask: BrandMask): boolean {
  if (token + mask.length > doc.count) return false;
  for (let k = 0; k < mask.length; k++) {
    const { folded, hash, prefix } = mask[k]!;
    if (prefix) {
      if (!beginsWith(doc, token + k, folded)) return false;
    } else if (doc.hash[token + k] !== hash || !spells(doc, token + k, folded)) return false;
  }
  return true;
}

let marks = new Uint8Array(256);

/** Every token unmarked; one post is masked at a time. */
function cleanMarks(count: number): Uint8Array {
  if (count > marks.length) marks = new Uint8Array(count * 2);
  for (let token = 0; token < count; token++) marks[token] = 0;
  return marks;
}

/**
 * Marks the tokens that `masks` cover, beside those in `before`, the last answer for this post; null when there is none.
 * Overwritten by the next post.
 */
export function maskTokens(doc: Doc, { masks, letters }: BrandMasks, before: Uint8Array | null): Uint8Array | null {
  let covered = before;
  const { count, chars, start } = doc;
  for (let token = 0; token < count; token++) {
    if ((letters & letterBit(chars[start[token]!]!)) === 0) continue;
    for (const mask of masks)
      if (standsAt(doc, token, mask)) {
        covered ??= cleanMarks(count);
        covered.fill(1, token, token + mask.length);
      }
  }
  return covered;
}
