import type { Channel, Metrics, Post } from '../../shared/domain.ts';
import type { Analysis } from '../pipeline/analysis.ts';
import { opinionCode, opinionOf, outcomeCode, outcomeOf, stageOf } from '../store/codes.ts';
import { createSpelling } from '../store/packRows.ts';
import {
  packBrands,
  packIds,
  packThemes,
  unpackBrands,
  unpackIds,
  unpackLaunches,
  unpackThemes,
} from '../store/rows.ts';
import type { Piece } from './piece.ts';

/** Strings of a post, in the order in which they stand in `text`; an absent one is empty. */
const stringsEach = 8;
const numbersEach = 21;

/**
 * A piece as it crosses between threads: numbers that move without a copy, and one long string that is cut again. Cloned as
 * objects, posts cost as much as analysing them.
 */
export type PackedPiece = Pick<Piece, 'ruleSet' | 'received' | 'rejected' | 'stumbles' | 'isLast' | 'sketches'> & {
  names: string[];
  text: string;
  lengths: Uint32Array<ArrayBuffer>;
  numbers: Float64Array<ArrayBuffer>;
};

const absent = Number.NaN;
/** Asking a list for its place NaN is slow. */
const noName = -1;

export function packPiece(piece: Piece): PackedPiece {
  const { ruleSet, received, rejected, stumbles, isLast, posts, analyses, indexes, sketches } = piece;
  const { names, spell } = createSpelling();
  const numbers = new Float64Array(posts.length * numbersEach);
  const lengths = new Uint32Array(posts.length * stringsEach);
  const strings: string[] = [];
  let used = 0;
  let written = 0;
  const write = (value: string | null | undefined) => {
    if (value) {
      lengths[written] = value.length;
      strings.push(value);
    }
    written += 1;
  };
  for (let place = 0; place < posts.length; place++) {
    const post = posts[place]!;
    const { metrics } = post;
    const analysis = analyses[place]!;
    const { sentiment, reason, lang, significance, spam, brands, excludedFrom } = analysis;
    numbers[used++] = indexes[place]!;
    numbers[used++] = post.at;
    numbers[used++] = spell(post.source);
    numbers[used++] = spell(post.channel);
    numbers[used++] = post.lang === undefined ? noName : spell(post.lang);
    numbers[used++] = post.country === undefined ? noName : spell(post.country);
    numbers[used++] = post.rating ?? absent;
    numbers[used++] = metrics?.likes ?? absent;
    numbers[used++] = metrics?.replies ?? absent;
    numbers[used++] = metrics?.shares ?? absent;
    numbers[used++] = metrics?.views ?? absent;
    numbers[used++] = metrics?.followers ?? absent;
    numbers[used++] = outcomeCode(reason ?? 'significant');
    numbers[used++] = spell(lang);
    numbers[used++] = significance;
    numbers[used++] = spam;
    numbers[used++] = opinionCode(sentiment.label);
    numbers[used++] = sentiment.score;
    numbers[used++] = sentiment.probabilities?.negative ?? absent;
    numbers[used++] = sentiment.probabilities?.neutral ?? absent;
    numbers[used++] = sentiment.probabilities?.positive ?? absent;
    write(post.id);
    write(post.text);
    write(post.title);
    write(post.author);
    write(post.url);
    write(packBrands(brands, sentiment));
    write(packThemes(analysis));
    write(packIds(excludedFrom));
  }
  return { ruleSet, received, rejected, stumbles, isLast, sketches, names, text: strings.join(''), lengths, numbers };
}

/** What moves with a packed piece. */
export const partsOf = ({ lengths, numbers, sketches }: PackedPiece): ArrayBuffer[] => [
  lengths.buffer,
  numbers.buffer,
  sketches.buffer,
];

export function unpackPiece(packed: PackedPiece): Piece {
  const { ruleSet, received, rejected, stumbles, isLast, sketches, names, text, lengths, numbers } = packed;
  const piece: Piece = {
    ruleSet,
    received,
    rejected,
    stumbles,
    isLast,
    sketches,
    posts: [],
    analyses: [],
    indexes: [],
  };
  let cut = 0;
  let string = 0;
  const read = () => {
    const from = cut;
    cut += lengths[string++]!;
    return text.slice(from, cut);
  };
  const readOrNone = () => {
    if (lengths[string] !== 0) return read();
    string += 1;
    return undefined;
  };
  for (let at = 0; at < numbers.length; at += numbersEach) {
    const id = read();
    const said = read();
    piece.indexes.push(numbers[at]!);
    piece.posts.push(postOf(id, said, readOrNone(), readOrNone(), readOrNone(), names, numbers, at));
    piece.analyses.push(
      analysisOf(readOrNone() ?? null, readOrNone() ?? null, readOrNone() ?? null, names, numbers, at),
    );
  }
  return piece;
}

const nameOrNone = (names: readonly string[], name: number) => (name < 0 ? undefined : names[name]);
const numberOrNone = (value: number) => (Number.isNaN(value) ? undefined : value);

function postOf(
  id: string,
  text: string,
  title: string | undefined,
  author: string | undefined,
  url: string | undefined,
  names: readonly string[],
  numbers: Float64Array,
  at: number,
): Post {
  return {
    id,
    source: names[numbers[at + 2]!]!,
    channel: names[numbers[at + 3]!] as Channel,
    at: numbers[at + 1]!,
    text,
    title,
    author,
    lang: nameOrNone(names, numbers[at + 4]!),
    country: nameOrNone(names, numbers[at + 5]!),
    url,
    rating: numberOrNone(numbers[at + 6]!),
    metrics: metricsOf(numbers, at + 7),
  };
}

function metricsOf(numbers: Float64Array, at: number): Metrics | undefined {
  const likes = numberOrNone(numbers[at]!);
  const replies = numberOrNone(numbers[at + 1]!);
  const shares = numberOrNone(numbers[at + 2]!);
  const views = numberOrNone(numbers[at + 3]!);
  const followers = numberOrNone(numbers[at + 4]!);
  if ((likes ?? replies ?? shares ?? views ?? followers) === undefined) return undefined;
  return { likes, replies, shares, views, followers };
}

function analysisOf(
  brands: string | null,
  themes: string | null,
  excluded: string | null,
  names: readonly string[],
  numbers: Float64Array,
  at: number,
): Analysis {
  const outcome = outcomeOf(numbers[at + 12]!);
  const opinion = numbers[at + 16]!;
  const score = numbers[at + 17]!;
  const [negative, neutral, positive] = [numbers[at + 18]!, numbers[at + 19]!, numbers[at + 20]!];
  const probabilities = Number.isNaN(negative) ? undefined : { negative, neutral, positive };
  const launches = unpackLaunches(themes);
  return {
    stage: stageOf(outcome),
    reason: outcome === 'significant' ? null : outcome,
    lang: names[numbers[at + 13]!]!,
    brands: unpackBrands({ brands, opinion, score }),
    excludedFrom: unpackIds(excluded),
    themes: unpackThemes(themes),
    ...(launches ? { launches } : {}),
    significance: numbers[at + 14]!,
    spam: numbers[at + 15]!,
    sentiment: { label: opinionOf(opinion), score, probabilities },
  };
}
