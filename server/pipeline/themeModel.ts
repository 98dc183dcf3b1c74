import { mix } from './mix.ts';
import { createDoc, type Doc, hashOf, normalize, tokenFlags, tokenKinds } from './normalize.ts';
import { wordFeature } from './sentiment/hashed.ts';
import { stopWords } from './words/stopWords.ts';

export type ThemeExample = { text: string; is: boolean };

/** F1 in cross-validation, of the theme's words alone and of the model, and the precision of whichever is used. */
export type ThemeQuality = { words: number; model: number; precision: number; examples: number };

/** Learned from examples that people labelled: its words and their beginnings, and whether the query matched. */
export type ThemeModel = {
  quality: ThemeQuality;
  /** Probability that the text is about the theme. */
  probability(doc: Doc, matchesWords: boolean): number;
};

const buckets = 1 << 12;
const mask = buckets - 1;
const mostTokens = 200;
const stemLetters = 5;
const folds = 5;
const epochs = 30;
const rate = 0.5;
const shrink = 1e-4;
/** Fewer examples of either kind teach nothing that could be tested. */
const fewestOfAKind = 8;
/** The words alone stay unless the model is clearly better: they can be read, it cannot. */
const clearlyBetter = 0.02;
const threshold = 0.5;
const wordsWeight = buckets;
const biasWeight = buckets + 1;
/**
 * What is believed before the first example: who holds a word of the query is about the theme, who holds none is not. Examples
 * move that slowly, for half of them are about it, and of the stream a tenth.
 */
const headStart = 1;
const wordsRate = 0.05;
/** Among twenty examples chance alone makes a few of these look like the theme. */
const stopHashes = new Set(`${stopWords.en} ${stopWords.fr}`.split(/\s+/).map(hashOf));

const found = new Int32Array(mostTokens * 2);

function readBuckets(doc: Doc): number {
  let count = 0;
  const tokens = Math.min(doc.count, mostTokens);
  for (let token = 0; token < tokens; token++) {
    if (doc.kinds[token] === tokenKinds.url || (doc.flags[token]! & tokenFlags.mention) !== 0) continue;
    const hash = doc.hash[token]!;
    if (stopHashes.has(hash)) continue;
    found[count++] = wordFeature(hash) & mask;
    if (doc.length[token]! > stemLetters) {
      let stem = 17;
      for (let k = 0; k < stemLetters; k++) stem = Math.imul(stem, 31) + doc.chars[doc.start[token]! + k]!;
      found[count++] = mix(stem) & mask;
    }
  }
  return count;
}

type Row = { buckets: Int32Array; matches: boolean; is: boolean };

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

function marginOf(weights: Float32Array, at: Int32Array, count: number, matches: boolean): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += weights[at[k]!]!;
  return sum / Math.sqrt(count + 4) + weights[biasWeight]! + (matches ? weights[wordsWeight]! : 0);
}

/** Logistic regression, each kind weighing the same, in an order that is the same every time. */
function fitRows(rows: readonly Row[]): Float32Array {
  const weights = new Float32Array(buckets + 2);
  weights[wordsWeight] = 2 * headStart;
  // Examples that all hold the words, as a brand's do: these tell nothing.
  weights[biasWeight] = rows.every(({ matches }) => matches) ? -2 * headStart : -headStart;
  const positives = rows.filter(({ is }) => is).length;
  let state = 7;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const step = rate / (1 + epoch / 5);
    for (let turn = 0; turn < rows.length; turn++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      const row = rows[Math.floor((state / 4_294_967_296) * rows.length)]!;
      const margin = marginOf(weights, row.buckets, row.buckets.length, row.matches);
      const balance = rows.length / (2 * (row.is ? positives : rows.length - positives));
      const error = ((row.is ? 1 : 0) - logistic(margin)) * balance * step;
      const scale = error / Math.sqrt(row.buckets.length + 4);
      for (const bucket of row.buckets) weights[bucket]! += scale - shrink * weights[bucket]!;
      weights[biasWeight]! += error * wordsRate;
      if (row.matches) weights[wordsWeight]! += error * wordsRate;
    }
  }
  return weights;
}

function scoresOf(rows: readonly Row[], said: readonly boolean[]): { f1: number; precision: number } {
  let right = 0;
  let real = 0;
  let claimed = 0;
  rows.forEach(({ is }, index) => {
    if (is) real += 1;
    if (said[index]) claimed += 1;
    if (is && said[index]) right += 1;
  });
  return { f1: (2 * right) / Math.max(1, real + claimed), precision: claimed === 0 ? 1 : right / claimed };
}

/**
 * Learns a theme, and says in cross-validation whether what was learned beats its words. `undefined`: too few examples, or
 * the words are as good.
 */
export function learnTheme(
  examples: readonly ThemeExample[],
  matchesWords: (text: string) => boolean,
): { model: ThemeModel | undefined; quality: ThemeQuality | undefined } {
  const positives = examples.filter(({ is }) => is).length;
  if (Math.min(positives, examples.length - positives) < fewestOfAKind) return { model: undefined, quality: undefined };
  const doc = createDoc();
  const rows = examples.map(({ text, is }): Row => {
    const matches = matchesWords(text);
    normalize(text, '', doc);
    return { buckets: found.slice(0, readBuckets(doc)), matches, is };
  });
  const seen = { true: 0, false: 0 };
  const foldOf = rows.map(({ is }) => seen[`${is}`]++ % folds);
  const said = new Array<boolean>(rows.length).fill(false);
  for (let fold = 0; fold < folds; fold++) {
    const weights = fitRows(rows.filter((_, index) => foldOf[index] !== fold));
    rows.forEach((row, index) => {
      if (foldOf[index] === fold)
        said[index] = logistic(marginOf(weights, row.buckets, row.buckets.length, row.matches)) >= threshold;
    });
  }
  const words = scoresOf(
    rows,
    rows.map(({ matches }) => matches),
  );
  const learned = scoresOf(rows, said);
  const isBetter = learned.f1 >= words.f1 + clearlyBetter;
  const quality: ThemeQuality = {
    words: words.f1,
    model: learned.f1,
    precision: isBetter ? learned.precision : words.precision,
    examples: rows.length,
  };
  if (!isBetter) return { model: undefined, quality };
  const weights = fitRows(rows);
  return {
    quality,
    model: {
      quality,
      probability: (read, matches) => logistic(marginOf(weights, found, readBuckets(read), matches)),
    },
  };
}

export const isAbout = (probability: number): boolean => probability >= threshold;
