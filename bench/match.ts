import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createDoc, normalize } from '../server/pipeline/normalize.ts';
import { compileMatcher } from '../server/pipeline/query/compileMatcher.ts';
import { parseQuery } from '../server/pipeline/query/parseQuery.ts';
import { createPrefilter } from '../server/pipeline/query/prefilter.ts';
import { sharedData } from '../test/support/sharedData.ts';
import { type Bench, median } from './bench.ts';

/**
 * The first sort beside 30 regular expressions that find the same brands. The gate is the matcher on tokens, which are made
 * once for all steps of the analysis; "text to ids" also pays for the prefilter and, where it says maybe, for tokens of its
 * own. Brands and texts are invented; 8 % of the texts name one, as 20,000 of 250,000 did in the field.
 */
const brands = 30;
const rounds = 9;
const textsPerRound = 4_000;

function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const syllables = 'lu men or vi ta ka sol be ri no dra fe mi zu pel go sha ren ti vo'.split(' ');
const fillers =
  'the a my new cream and is so good but why does it take ages to dry love this shade really want need today skin feels after week price store again never always maybe hair day night people think about launch'.split(
    ' ',
  );

/** What a person writes for a brand: its name, product names, a product family, a phrase; and what it is not. */
type Brand = { name: string; products: string[]; family: string; line: string };
type Corpus = { name: string; texts: string[]; brands: Brand[] };

const queryOf = ({ name, products, family, line }: Brand) =>
  `${name}, ${products.join(', ')}, ${family}*, "${line} serum" NOT "job offer"`;
const patternsOf = ({ name, products, family, line }: Brand) => ({
  wanted: new RegExp(`\\b(?:(?:${[name, ...products].join('|')})\\b|${family}|${line}\\W+serum\\b)`, 'i'),
  unwanted: /\bjob\W+offer\b/i,
});

function inventCorpus(naming: number, name: string): Corpus {
  const random = createRandom(7);
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
  const invent = () => pick(syllables) + pick(syllables) + pick(syllables);
  const invented = Array.from({ length: brands }, () => ({
    name: invent(),
    products: Array.from({ length: 5 }, invent),
    family: invent(),
    line: invent(),
  }));
  const texts = Array.from({ length: textsPerRound }, () => {
    const words = Array.from({ length: 12 + Math.floor(random() * 14) }, () =>
      random() < 0.2 ? `x${invent()}` : pick(fillers),
    );
    if (random() < naming) {
      const brand = pick(invented);
      const { name: own, products, family, line } = brand;
      const written = [own, `#${own}`, `@${own}`, own.toUpperCase(), pick(products), `${family}s`, `${line} serum`];
      words.splice(Math.floor(random() * words.length), 0, pick(written));
      if (random() < 0.05) words.push('job offer');
    }
    if (random() < 0.4) words.push('https://t.example/aB3dE9');
    return `${words.join(' ')}${random() < 0.5 ? '!' : '.'}`;
  });
  return { name, texts: asDelivered(texts), brands: invented };
}

/** Flat strings, as they come out of JSON.parse: both sides read ropes more slowly. */
function asDelivered(texts: string[]): string[] {
  return JSON.parse(JSON.stringify(texts)) as string[];
}

/** Real tweets, in which the invented brands are looked for. */
function realCorpus(): Corpus | null {
  const file = sharedData('sxsw2011-brand-emotion/sxsw2011_brand_emotion.csv.gz');
  if (!file) return null;
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').slice(1);
  const texts = asDelivered(lines.slice(0, textsPerRound));
  return { name: 'real tweets, rare brands', texts, brands: inventCorpus(0, '').brands };
}

function measure(corpus: Corpus) {
  const queries = corpus.brands.map((brand, index) => {
    const parsed = parseQuery(queryOf(brand));
    if (!parsed.ok) throw new Error(parsed.faults.map((fault) => fault.message).join('; '));
    return { id: `b${index}`, query: parsed.query };
  });
  const matcher = compileMatcher([queries]);
  const couldMatch = createPrefilter(queries.map(({ query }) => query));
  const doc = createDoc();
  const ours = (text: string): readonly string[] =>
    couldMatch(text) ? matcher.match(normalize(text, '', doc), {})[0]!.matched : [];
  const patterns = corpus.brands.map(patternsOf);
  const theirs = (text: string): string[] => {
    const found: string[] = [];
    for (let k = 0; k < patterns.length; k++) {
      const { wanted, unwanted } = patterns[k]!;
      if (wanted.test(text) && !unwanted.test(text)) found.push(`b${k}`);
    }
    return found;
  };

  let hits = 0;
  for (const text of corpus.texts) {
    const a = [...ours(text)].sort().join();
    const b = theirs(text).sort().join();
    if (a !== b) throw new Error(`the two disagree: ours ${a}, theirs ${b}`);
    if (a !== '') hits++;
  }

  // Processor time, not the clock: other work on the machine does not count.
  const timed = (work: () => void, texts: number) => {
    const start = process.cpuUsage();
    work();
    const used = process.cpuUsage(start);
    return (used.user + used.system) / texts;
  };
  const run = (work: (text: string) => unknown, repeat: number) =>
    timed(() => {
      for (let k = 0; k < repeat; k++) for (const text of corpus.texts) work(text);
    }, repeat * corpus.texts.length);
  const normalized = corpus.texts.slice(0, 500).map((text) => normalize(text));
  const matchAlone = () =>
    timed(() => {
      for (const one of normalized) for (let k = 0; k < 20; k++) matcher.match(one, {});
    }, 20 * normalized.length);
  const a: number[] = [];
  const b: number[] = [];
  const n: number[] = [];
  const m: number[] = [];
  for (let round = 0; round < rounds; round++) {
    a.push(run(ours, 5));
    b.push(run(theirs, 1));
    n.push(run((text) => normalize(text, '', doc), 1));
    m.push(matchAlone());
  }
  const ratio = median(b.map((value, k) => value / (a[k] as number)));
  const ratioOnTokens = median(b.map((value, k) => value / (m[k] as number)));
  return {
    hits,
    ours: median(a),
    theirs: median(b),
    normalize: median(n),
    matchAlone: median(m),
    ratio,
    ratioOnTokens,
  };
}

export async function bench(): Promise<Bench> {
  const corpora = [inventCorpus(0.08, '8 % name a brand'), inventCorpus(1, 'every text names a brand')];
  const real = realCorpus();
  if (real) corpora.push(real);
  const figures: Record<string, number> = {};
  const ratios: Record<string, number> = {};
  const table: Record<string, Record<string, string | number>> = {};
  const keys = ['funnel', 'allNamed', 'real'];
  corpora.forEach((corpus, index) => {
    const measured = measure(corpus);
    const key = keys[index] as string;
    table[corpus.name] = {
      'texts with a hit': measured.hits,
      'ours, text to ids (us)': measured.ours.toFixed(2),
      '30 regexes (us)': measured.theirs.toFixed(2),
      ratio: measured.ratio.toFixed(1),
      'normalise (us)': measured.normalize.toFixed(2),
      'match on tokens (us)': measured.matchAlone.toFixed(2),
      'ratio on tokens': measured.ratioOnTokens.toFixed(1),
    };
    figures[`${key}OursUs`] = measured.ours;
    figures[`${key}RegexesUs`] = measured.theirs;
    figures[`${key}NormalizeUs`] = measured.normalize;
    figures[`${key}MatchOnTokensUs`] = measured.matchAlone;
    ratios[`${key}OverRegexes`] = measured.ratio;
    ratios[`${key}OnTokensOverRegexes`] = measured.ratioOnTokens;
  });
  console.table(table);
  return { name: 'match', figures, ratios, gates: { funnelOnTokensOverRegexes: { least: 12, goal: 20 } } };
}
