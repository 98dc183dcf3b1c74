import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { SentimentLabel } from '../../shared/domain.ts';

/** A text that people labelled. */
export type Labelled = { text: string; title?: string; label: SentimentLabel };
export type Tweet = Labelled & { at: number; group: string };
export type TopicTweet = Labelled & { at: number; topic: string; points: number };
export type Review = Labelled & { stars: number; product: string; at?: number };
/** Mean rating of how good or bad a sentence is, -4..4, by twenty people. */
export type Rated = { text: string; rating: number; group: string };
export type Targeted = Labelled & { target: string };

const labelOfSign = (value: number): SentimentLabel => (value > 0 ? 'positive' : value < 0 ? 'negative' : 'neutral');
const isLabel = (value: string | undefined): value is SentimentLabel =>
  value === 'negative' || value === 'neutral' || value === 'positive';
/** The festival's file hides links from its readers; whoever reads a stream sees them. */
const withLinks = (text: string): string => text.replaceAll('{link}', 'https://t.co/link');
const labelOfStars = (stars: number): SentimentLabel => labelOfSign(stars - 3);

/** Reads the labelled sets of the development data, each as its README describes it. `folder` holds them all. */
export function readSets(folder: string) {
  const text = (file: string): string => {
    const bytes = readFileSync(join(folder, file));
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  };
  /** No quoting there: a quotation mark is a quotation mark. */
  const tsv = (file: string): string[][] =>
    text(file)
      .split(/\r?\n/)
      .filter((line) => line !== '')
      .map((line) => line.split('\t'));
  const csv = (file: string): Record<string, string>[] => parse(text(file), { columns: true, relax_quotes: true });
  const unique = <Row extends { text: string }>(rows: Row[]): Row[] => {
    const seen = new Set<string>();
    return rows.filter((row) => row.text !== '' && !seen.has(row.text) && seen.add(row.text));
  };
  const parts = (folderName: string, names: readonly string[]) =>
    names.flatMap((name) =>
      tsv(`${folderName}/${name}.tsv.gz`)
        .slice(1)
        .map(([, name, said]): Labelled => ({ text: said ?? '', label: name as SentimentLabel })),
    );

  return {
    tweets: (): Tweet[] =>
      tsv('semeval-tweets/taskA_train.tsv.gz')
        .slice(1)
        .flatMap(([, at, group, label, said]) =>
          isLabel(label) ? [{ text: said ?? '', label, at: Date.parse(at!), group: group! }] : [],
        ),
    /** Five points towards a topic, -2..2. */
    topicPoints: (): TopicTweet[] =>
      tsv('semeval-tweets/taskCE_topic_train.tsv.gz')
        .slice(1)
        .map(([, at, , topic, points, said]) => ({
          text: said ?? '',
          label: labelOfSign(Number(points)),
          at: Date.parse(at!),
          topic: topic!,
          points: Number(points),
        })),
    topics: (): TopicTweet[] =>
      tsv('semeval-tweets/taskBD_topic_train.tsv.gz')
        .slice(1)
        .flatMap(([, at, , topic, label, said]) =>
          isLabel(label) ? [{ text: said ?? '', label, at: Date.parse(at!), topic: topic!, points: Number.NaN }] : [],
        ),
    comments(): Labelled[] {
      const names = text('goemotions/labels.txt').trim().split('\n');
      const groups = JSON.parse(text('goemotions/sentiment_mapping.json')) as Record<string, string[]>;
      const groupOf = new Map(
        Object.entries(groups).flatMap(([group, emotions]) => emotions.map((emotion) => [emotion, group])),
      );
      return ['train', 'dev', 'test'].flatMap((name) =>
        tsv(`goemotions/${name}.tsv.gz`).flatMap(([said, ids]): Labelled[] => {
          const found = new Set(ids!.split(',').map((id) => groupOf.get(names[Number(id)]!) ?? 'neutral'));
          const good = found.has('positive');
          const bad = found.has('negative');
          if (good && bad) return [];
          if (found.has('ambiguous') && !good && !bad) return [];
          return [{ text: said!, label: good ? 'positive' : bad ? 'negative' : 'neutral' }];
        }),
      );
    },
    /** Sentences of product reviews. */
    snippets: (): Rated[] =>
      tsv('vader-amazon-snippets/amazonReviewSnippets_GroundTruth.txt.gz').map(([id, rating, said]) => ({
        text: said!,
        rating: Number(rating),
        group: id!.split('_')[0]!,
      })),
    /** The festival's tweets about phones, tablets and apps, 2011. */
    festival: (): Targeted[] =>
      csv('sxsw2011-brand-emotion/sxsw2011_brand_emotion.csv.gz').flatMap((row) => {
        const emotion = row.is_there_an_emotion_directed_at_a_brand_or_product!;
        const label = emotion.startsWith('Positive')
          ? 'positive'
          : emotion.startsWith('Negative')
            ? 'negative'
            : emotion.startsWith('No ')
              ? 'neutral'
              : undefined;
        return label && row.tweet_text
          ? [{ text: withLinks(row.tweet_text), label, target: row.emotion_in_tweet_is_directed_at ?? '' } as const]
          : [];
      }),
    /** One brand's tweets of nine days, 2014. */
    oneBrand: (): (Labelled & { at: number })[] =>
      csv('apple-tweets-2014/apple_tweets_2014.csv.gz').flatMap((row) =>
        isLabel(row.label_name) ? [{ text: row.text!, label: row.label_name, at: Date.parse(row.created_at!) }] : [],
      ),
    luxuryReviews: (): Review[] =>
      unique(
        csv('beauty-amazon-luxury/reviews.csv.gz').map((row) => ({
          text: row.reviewText!,
          title: row.summary ?? '',
          stars: Number(row.overall),
          product: row.asin!,
          at: Number(row.unixReviewTime) * 1_000,
          label: labelOfStars(Number(row.overall)),
        })),
      ),
    beautyReviews: (): Review[] =>
      unique(
        csv('beauty-sephora-2017/reviews.csv.gz').map((row) => ({
          text: row.review_text!,
          title: row.review_title ?? '',
          stars: Number(row.rating),
          product: row.product_id!,
          label: labelOfStars(Number(row.rating)),
        })),
      ),
    frenchTweets: (names: readonly string[] = ['train', 'val']): Labelled[] => parts('french-tweets', names),
    /** Comments under five videos; `isSpam`: their writers promote themselves. */
    videoComments: (): { text: string; video: string; isSpam: boolean }[] =>
      csv('youtube-spam/youtube_spam.csv.gz').map((row) => ({
        text: row.CONTENT!,
        video: row.video!,
        isSpam: row.CLASS === '1',
      })),
    /** `language` as its file is named: german, spanish, italian, portuguese. */
    otherTweets: (language: string, names: readonly string[] = ['train', 'val']): Labelled[] =>
      parts(
        'tweets-other-languages',
        names.map((name) => `${language}_${name}`),
      ),
    filmReviews: (names: readonly string[] = ['train', 'test']): Labelled[] =>
      unique(
        names.flatMap((name) =>
          csv(`allocine-sample/${name}.csv.gz`).map(
            (row): Labelled => ({
              text: row.text!,
              label: row.label === '1' ? 'positive' : 'negative',
            }),
          ),
        ),
      ),
    /** VADER's words and faces with their mean rating, -4..4. */
    ratedWords: (): { word: string; rating: number }[] =>
      tsv('vader-lexicon/vader_lexicon.txt').map(([word, rating]) => ({ word: word!, rating: Number(rating) })),
  };
}

export type Sets = ReturnType<typeof readSets>;

/** Ratings as classes: within half a point of zero nobody is sure. */
export const labelRated = ({ text, rating }: Rated): Labelled => ({
  text,
  label: rating > 0.5 ? 'positive' : rating < -0.5 ? 'negative' : 'neutral',
});
