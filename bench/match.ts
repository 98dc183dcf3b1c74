import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createDoc, normalize } from '../server/pipeline/normalize.ts';
import { compileMatcher } from '../server/pipeline/query/compileMatcher.ts';
import { parseQuery } from '../server/pipeline/query/parseQuery.ts';
import { sharedData } from '../test/support/sharedData.ts';

/**
 * The first sort beside 30 regular expressions that find the same brands, from raw text to ids. Brands and texts are
 * invented; 8 % of the texts name one, as 20,000 of 250,000 did in the field.
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

type Corpus = { name: string; texts: string[]; names: [string, string][] };

function inventCorpus(naming: number, name: string): Corpus {
  const random = createRandom(7);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] as string;
  const invent = () => pick(syllables) + pick(syllables) + pick(syllables);
  const names = Array.from({ length: brands }, () => [invent(), invent()] as [string, string]);
  const texts = Array.from({ length: textsPerRound }, () => {
    const words = Array.from({ length: 12 + Math.floor(random() * 14) }, () =>
      random() < 0.2 ? invent() + pick(syllables) : pick(fillers),
    );
    if (random() < naming) {
      const [first, second] = names[Math.floor(random() * brands)] as [string, string];
      const written = [first, `#${first}`, `@${first}`, `${first} ${second}`, first.toUpperCase()];
      words.splice(Math.floor(random() * words.length), 0, pick(written));
    }
    if (random() < 0.4) words.push('https://t.example/aB3dE9');
    return `${words.join(' ')}${random() < 0.5 ? '!' : '.'}`;
  });
  return { name, texts, names };
}

/** Real tweets, in which none of the invented brands but a few common ones are looked for. */
function realCorpus(): Corpus | null {
  const file = sharedData('sxsw2011-brand-emotion/sxsw2011_brand_emotion.csv.gz');
  if (!file) return null;
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').slice(1);
  const invented = inventCorpus(0, '');
  return { name: 'real tweets, rare brands', texts: lines.slice(0, textsPerRound), names: invented.names };
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] as number;

function measure(corpus: Corpus) {
  const queries = corpus.names.map(([first, second], index) => {
    const parsed = parseQuery(`${first} OR "${first} ${second}" OR ${second}*`);
    if (!parsed.ok) throw new Error(parsed.faults.map((fault) => fault.message).join('; '));
    return { id: `b${index}`, query: parsed.query };
  });
  const matcher = compileMatcher(queries);
  const doc = createDoc();
  const ours = (text: string): readonly string[] =>
    matcher.couldMatch(text) ? matcher.match(normalize(text, '', doc), {}).matched : [];
  const patterns = corpus.names.map(
    ([first, second]) => new RegExp(`(?<![\\p{L}\\p{N}_])(?:${first}(?![\\p{L}\\p{N}_])|${second})`, 'iu'),
  );
  const theirs = (text: string): string[] => {
    const found: string[] = [];
    for (let k = 0; k < patterns.length; k++) if ((patterns[k] as RegExp).test(text)) found.push(`b${k}`);
    return found;
  };

  let hits = 0;
  for (const text of corpus.texts) {
    const a = ours(text).join();
    const b = theirs(text).join();
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

export async function bench() {
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
  return { name: 'match', figures, ratios, gates: { funnelOverRegexes: 12 } };
}
