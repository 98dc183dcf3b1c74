import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import Sentiment from 'sentiment';
import { z } from 'zod';
import { demoWorkspace } from '../server/demo/demoWorkspace.ts';
import { writePosts } from '../server/demo/writePosts.ts';
import { analyze } from '../server/pipeline/analyze.ts';
import { createCopyIndex } from '../server/pipeline/copies.ts';
import { type LanguageModel, loadLanguageModel } from '../server/pipeline/languageModel.ts';
import { parsePost } from '../server/pipeline/parsePost.ts';
import { compileRules, type Rules } from '../server/pipeline/rules.ts';
import { type Workspace, workspaceSchema } from '../shared/domain.ts';
import { hourMs, minuteMs } from '../shared/rollup.ts';
import { sharedData } from '../test/support/sharedData.ts';
import { type Bench, median } from './bench.ts';

/**
 * The whole pipeline on one thread, from bytes to analysis, where every post names a brand: beside splitting and JSON.parse
 * alone, and beside the obvious way to do the same (zod, one regular expression a brand and theme, npm `sentiment`).
 */
const rounds = { parse: 14, naive: 5 };
/** The engine compiles in the first ones what it has seen often; a server runs for weeks. */
const warmUp = { parse: 4, naive: 1 };
/**
 * Short turns, taken alternately, and their median: a turn that another program interrupted does not count. Two things at a time:
 * a third between them would leave its own data in the processor's cache.
 */
const turn = 1_000;
const launchAt = Date.UTC(2026, 2, 3, 9);
const now = Date.UTC(2030, 0, 1);

type Corpus = { name: string; workspace: Workspace; lines: string[] };

const isMention = (line: string, rules: Rules) => {
  const parsed = parsePost(JSON.parse(line), { source: 'bench' }, now, (name) => name);
  return parsed.ok && analyze(parsed.post, rules).stage !== 'set-aside';
};

/** The demo's invented launch, in English and French. */
function demoCorpus(posts: number): Corpus {
  const workspace = demoWorkspace(launchAt);
  const rules = compileRules(workspace, 1);
  const lines: string[] = [];
  for (let minute = launchAt; lines.length < posts; minute += minuteMs) {
    if (minute > launchAt + 2_000 * hourMs) throw new Error('the demo has run out of posts');
    for (const { lang: _, ...post } of writePosts(7, launchAt, minute)) {
      const line = JSON.stringify({ ...post, at: new Date(post.at).toISOString() });
      if (isMention(line, rules)) lines.push(line);
    }
  }
  return { name: 'invented launch', workspace, lines: lines.slice(0, posts) };
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/** Real tweets with the brands and themes of their workspace file. */
function tweetCorpus(): Corpus | null {
  const file = sharedData('sxsw2011-brand-emotion/sxsw2011_brand_emotion.csv.gz');
  if (!file) return null;
  const workspace = workspaceSchema.parse(readJson('../test/fixtures/workspaces/sxsw-2011.json'));
  const rules = compileRules(workspace, 1);
  const rows: Record<string, string>[] = parse(gunzipSync(readFileSync(file)), { columns: true, bom: true });
  const lines = rows
    .map(({ row, tweet_text }) => ({ id: row, at: '2011-03-12T00:00:00Z', text: tweet_text, author: `a${row}` }))
    .map((post) => JSON.stringify({ ...post, metrics: { likes: 3, shares: 1, followers: 250 } }))
    .filter((line) => isMention(line, rules));
  return { name: 'real tweets', workspace, lines };
}

const naivePost = z.object({
  id: z.string(),
  source: z.string().default('bench'),
  channel: z.string().default('social'),
  at: z.iso.datetime({ offset: true }),
  text: z.string().min(1).max(10_000),
  author: z.string().optional(),
  lang: z.string().optional(),
  country: z.string().length(2).optional(),
  metrics: z.record(z.string(), z.number().nonnegative()).optional(),
});

/** As many words as a first attempt would have. */
const cues = [
  /\b(?:subscribe|my channel|check out|giveaway|follow me|win a|free|click here|earn money|promo code|discount)\b/i,
  /\b(?:broken?|crash\w*|bug\w*|not working|doesn't work|terrible|awful|worst|disappoint\w*|refund|hate|sucks?)\b/i,
  /\?|\b(?:anyone know|does anyone|how do i|where can i|is there|should i)\b/i,
];

/**
 * The obvious way to the same answers: zod, a regular expression for each brand and theme (at least 40 in all), `eld` for
 * posts that name no language, a set of texts seen for copies, one pattern each for spam, complaints and questions, `sentiment`.
 */
function createNaive(workspace: Workspace, languageModel: LanguageModel) {
  const patternOf = (query: string) => {
    const words = query.match(/"[^"]+"|[\p{L}\p{N}]+\*?/gu) ?? [];
    const sources = words
      .filter((word) => !/^(AND|OR|NOT|NEAR|\d)$/.test(word))
      .map((word) => word.replaceAll('"', '').replace('*', '[\\p{L}]*'));
    return new RegExp(`(?<![\\p{L}])(?:${sources.join('|')})(?![\\p{L}])`, 'iu');
  };
  const patterns = [...workspace.brands, ...workspace.themes].map(({ query }) => patternOf(query));
  while (patterns.length < 40) patterns.push(patterns[patterns.length % workspace.brands.length]!);
  const sentiment = new Sentiment();
  return (lines: readonly string[]) => {
    const seen = new Set<string>();
    let found = 0;
    for (const line of lines) {
      const post = naivePost.parse(JSON.parse(line));
      for (const pattern of patterns) if (pattern.test(post.text)) found += 1;
      if (post.lang === undefined) found += languageModel(post.text).length;
      for (const pattern of cues) if (pattern.test(post.text)) found += 1;
      const plain = post.text.toLowerCase().replace(/https?:\S+|@\w+|^rt /g, '');
      if (!seen.has(plain)) seen.add(plain);
      found += sentiment.analyze(post.text).score > 0 ? 1 : 0;
    }
    return found;
  };
}

export async function bench(): Promise<Bench> {
  const languageModel = await loadLanguageModel();
  const figures: Bench['figures'] = {};
  const ratios: Bench['ratios'] = {};
  const gates: Bench['gates'] = {};
  let sink = 0;
  const timed = (work: () => number, posts: number) => {
    const start = performance.now();
    sink += work();
    return ((performance.now() - start) * 1000) / posts;
  };

  const measure = ({ name, workspace, lines }: Corpus) => {
    const rules = compileRules(workspace, 1, { languageModel });
    const naive = createNaive(workspace, languageModel);
    const index = createCopyIndex();
    let seq = 0;
    const whole = (body: string) => {
      for (const line of body.split('\n')) {
        const parsed = parsePost(JSON.parse(line), { source: 'bench' }, now, (author) => author);
        if (parsed.ok) seq += analyze(parsed.post, rules, { index, seq }).brands.length;
      }
      return seq;
    };
    const parseAlone = (body: string) => {
      let members = 0;
      for (const line of body.split('\n')) members += (JSON.parse(line) as { id: string }).id.length;
      return members;
    };
    /** Medians, µs a post, of `whole` and of what it is held against. */
    const alternate = (against: (body: string) => number, how: keyof typeof rounds) => {
      const [ours, others]: [number[], number[]] = [[], []];
      for (let round = 0; round < rounds[how]; round++) {
        // As in a transaction that is taken back: every round brings new originals to memory that is there already.
        index.checkpoint();
        for (let from = 0; from + turn <= lines.length; from += turn) {
          const body = lines.slice(from, from + turn).join('\n');
          const other = timed(() => against(body), turn);
          const our = timed(() => whole(body), turn);
          if (round < warmUp[how]) continue;
          others.push(other);
          ours.push(our);
        }
        index.rollback();
      }
      return { ours: median(ours), others: median(others) };
    };
    const key = name.replaceAll(' ', '-');
    const besideParse = alternate(parseAlone, 'parse');
    const besideNaive = alternate((body) => naive(body.split('\n')), 'naive');
    figures[`${key} whole µs`] = besideParse.ours;
    figures[`${key} JSON.parse µs`] = besideParse.others;
    figures[`${key} naive µs`] = besideNaive.others;
    ratios[`${key} / JSON.parse`] = besideParse.others / besideParse.ours;
    ratios[`${key} / naive`] = besideNaive.others / besideNaive.ours;
    gates[`${key} / JSON.parse`] = { least: 0.12, goal: 0.25 };
    gates[`${key} / naive`] = { least: 2.5, goal: 5 };
  };

  const invented = demoCorpus(10_000);
  measure(invented);
  const tweets = tweetCorpus();
  if (tweets) measure(tweets);

  // How cost grows with what is remembered: one index for all posts, at 1, 10 and 100 times the data.
  const rules = compileRules(invented.workspace, 1, { languageModel });
  const posts = invented.lines.map((line) => {
    const parsed = parsePost(JSON.parse(line), { source: 'bench' }, now, (author) => author);
    if (!parsed.ok) throw new Error(parsed.message);
    return parsed.post;
  });
  const each = 2_000;
  /** Other numbers in the text make another original of it. */
  const remember = (upTo: number): number => {
    const index = createCopyIndex();
    const costs: number[] = [];
    for (let done = 0; done < upTo; done += turn)
      costs.push(
        timed(() => {
          for (let n = done; n < done + turn; n++) {
            const post = posts[n % posts.length]!;
            const text = `${post.text} ${n} ${n * 7} ${n * 13} ${n * 31} ${n * 101} ${n * 1009}`;
            analyze({ ...post, text }, rules, { index, seq: n });
          }
          return index.size();
        }, turn),
      );
    // The last turns: so much is remembered then.
    return median(costs.slice(-5));
  };
  remember(5 * each);
  for (const times of [1, 10, 100]) figures[`${times}x data µs`] = remember(each * times);
  const rows = { ...figures, ...ratios };
  console.log('\npipeline: whole analysis of posts that name a brand (µs a post)');
  for (const [row, value] of Object.entries(rows)) console.log(`  ${row.padEnd(34)} ${value.toFixed(3)}`);
  if (!Number.isFinite(sink)) throw new Error('nothing was measured');
  return { name: 'pipeline', figures, ratios, gates };
}
