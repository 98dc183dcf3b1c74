import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Sentiment from 'sentiment';
import { english } from '../server/demo/phrases.en.ts';
import { createDoc, normalize } from '../server/pipeline/normalize.ts';
import { scoreSentiment } from '../server/pipeline/scoreSentiment.ts';
import { createReading, readWords } from '../server/pipeline/vocabulary.ts';
import type { SentimentLabel } from '../shared/domain.ts';
import { sharedData } from '../test/support/sharedData.ts';
import { type Bench, median } from './bench.ts';

/** Our scorer, tokenisation and look-up included, beside npm `sentiment` on the same texts; and how often each is right. */
const rounds = 9;
const turn = 1_000;

type Labelled = { text: string; label: SentimentLabel | null };

function realTweets(): Labelled[] | null {
  const file = sharedData('semeval-tweets/taskA_train.tsv.gz');
  if (!file) return null;
  const rows = gunzipSync(readFileSync(file)).toString('utf8').split('\n').slice(1);
  return rows
    .filter((row) => row !== '')
    .map((row) => {
      const [, , , label, text] = row.split('\t');
      return { text: text ?? '', label: label as SentimentLabel };
    });
}

function inventedTexts(): Labelled[] {
  const phrases = Object.values(english.themes).flatMap((tones) => Object.values(tones).flat());
  return Array.from({ length: 5_000 }, (_, n) => ({
    text: `${phrases[n % phrases.length]}. ${phrases[(n * 7 + 3) % phrases.length]}!`,
    label: null,
  }));
}

/** Mean of the three classes' recalls. */
function macroRecall(texts: readonly Labelled[], judge: (text: string) => string): number {
  const right: Record<string, number> = { negative: 0, neutral: 0, positive: 0 };
  const all: Record<string, number> = { negative: 0, neutral: 0, positive: 0 };
  for (const { text, label } of texts) {
    if (label === null) continue;
    all[label]! += 1;
    if (judge(text) === label) right[label]! += 1;
  }
  return Object.keys(all).reduce((sum, label) => sum + right[label]! / all[label]!, 0) / 3;
}

export async function bench(): Promise<Bench> {
  const real = realTweets();
  const texts = (real ?? inventedTexts()).slice(0, 10_000);
  const doc = createDoc();
  const reading = createReading();
  const ours = (text: string) => {
    normalize(text, '', doc);
    return scoreSentiment(doc, readWords(doc, reading), 'en', null);
  };
  const sentiment = new Sentiment();
  const theirs = (text: string) => sentiment.analyze(text).score;

  let sink = 0;
  const timed = (work: (text: string) => number, from: number) => {
    const start = performance.now();
    for (let n = from; n < from + turn; n++) sink += work(texts[n]!.text);
    return ((performance.now() - start) * 1000) / turn;
  };
  const a: number[] = [];
  const b: number[] = [];
  for (let round = 0; round < rounds; round++)
    for (let from = 0; from + turn <= texts.length; from += turn) {
      a.push(timed((text) => ours(text).score, from));
      b.push(timed(theirs, from));
    }
  const figures: Bench['figures'] = { 'ours µs': median(a), 'sentiment µs': median(b), texts: texts.length };
  if (real) {
    figures['ours macro-recall'] = macroRecall(real, (text) => ours(text).label);
    figures['sentiment macro-recall'] = macroRecall(real, (text) => {
      const score = theirs(text);
      return score > 0 ? 'positive' : score < 0 ? 'negative' : 'neutral';
    });
  }
  const ratios = { 'ours / sentiment': median(b) / median(a) };
  console.log('\nsentiment: one English text, scored');
  for (const [row, value] of Object.entries({ ...figures, ...ratios }))
    console.log(`  ${row.padEnd(26)} ${value.toFixed(3)}`);
  if (!Number.isFinite(sink)) throw new Error('a score was no number');
  return { name: 'sentiment', figures, ratios, gates: { 'ours / sentiment': { least: 0.5, goal: 2 } } };
}
