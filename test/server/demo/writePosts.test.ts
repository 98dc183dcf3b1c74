import { describe, expect, it } from 'vitest';
import { demoWorkspace } from '../../../server/demo/demoWorkspace.ts';
import { pastLaunches } from '../../../server/demo/pastLaunches.ts';
import { pickWeighted, poisson } from '../../../server/demo/random.ts';
import { storyStartsBeforeMs } from '../../../server/demo/story.ts';
import { cameLate, writePastPosts, writePosts } from '../../../server/demo/writePosts.ts';
import { analyze } from '../../../server/pipeline/analyze.ts';
import { compileRules } from '../../../server/pipeline/rules.ts';
import { createRandom } from '../../../server/random.ts';
import type { Post } from '../../../shared/domain.ts';
import { hourMs, minuteMs } from '../../../shared/rollup.ts';

const startAt = Date.UTC(2026, 10, 12, 9, 0);
const hourOf = (fromHours: number) =>
  Array.from({ length: 60 }, (_, index) =>
    writePosts(7, startAt, startAt + fromHours * hourMs + index * minuteMs),
  ).flat();
const naming = (pattern: RegExp, fromHours: number) =>
  hourOf(fromHours).filter((post) => pattern.test(post.text)).length;

describe('the story of the demo', () => {
  it('writes the same posts for the same seed, and others for another', () => {
    const minute = startAt + 95 * minuteMs;
    expect(writePosts(7, startAt, minute)).toEqual(writePosts(7, startAt, minute));
    expect(writePosts(8, startAt, minute)).not.toEqual(writePosts(7, startAt, minute));
  });

  it('keeps every post inside its minute, in order, with ids of its own', () => {
    const minute = startAt + 30 * minuteMs;
    const posts = writePosts(7, startAt, minute);
    expect(posts.every((post) => post.at >= minute && post.at < minute + minuteMs)).toBe(true);
    expect(posts.map((post) => post.at)).toEqual(posts.map((post) => post.at).sort((a, b) => a - b));
    expect(new Set(posts.map((post) => post.id)).size).toBe(posts.length);
  });

  it('contracts French articles, whichever product or place comes after "de" or "à"', () => {
    const french = [0, 1, 2, 3].flatMap(hourOf).filter((post) => post.lang === 'fr');
    expect(french.some((post) => post.text.includes('Très contente du sérum Lumière'))).toBe(true);
    expect(
      french.filter((post) =>
        /(^|\s)(de|à) les? (sérum|nouveau|peeling|nettoyant|baume|visage|front|menton|cou|nez|mains)/.test(post.text),
      ),
    ).toEqual([]);
  });

  it('grows at T0, when the complaint spreads and when the bots come', () => {
    expect(naming(/lumière|solenne/i, 1)).toBeGreaterThan(5 * naming(/lumière|solenne/i, -2));
    expect(naming(/both cheeks|les deux joues/, 4)).toBeGreaterThan(100);
    expect(naming(/giveaway|http|concours/i, 5)).toBeGreaterThan(5 * naming(/giveaway|http|concours/i, 2));
  });

  it('tells each past launch by its own name, the largest nowhere near today’s, and the same each time', () => {
    const told = pastLaunches.map((past) =>
      Array.from({ length: 180 }, (_, index) => writePastPosts(7, past, startAt, startAt + index * minuteMs)).flat(),
    );
    const today = naming(/lumière|solenne/i, 1);
    for (const [index, posts] of told.entries()) {
      expect(posts.length).toBeGreaterThan(100);
      expect(posts.length).toBeLessThan(3 * today);
      expect(new Set(posts.map(({ id }) => id)).size).toBe(posts.length);
      const past = pastLaunches[index]!;
      const workspace = demoWorkspace(startAt);
      const rules = compileRules(workspace, 1);
      const counted = posts.map((post) => analyze(post, rules).launches ?? []);
      // A product is named in each, and no other launch's.
      expect(counted.filter((ids) => ids.includes(past.id)).length).toBeGreaterThan(0.9 * posts.length);
      expect(counted.flat().filter((id) => id !== past.id)).toEqual([]);
      expect(posts.filter(({ text }) => /[{}]|undefined/.test(text))).toEqual([]);
    }
    const again = writePastPosts(7, pastLaunches[0]!, startAt, startAt + 5 * minuteMs);
    expect(again).toEqual(told[0]!.filter(({ at }) => at >= startAt + 5 * minuteMs && at < startAt + 6 * minuteMs));
  });

  it('tells one past launch for two weeks, with what was decided and what followed', () => {
    const nuit = pastLaunches.find(({ long }) => long)!;
    const long = nuit.long!;
    const told = (fromHour: number, hours: number) =>
      Array.from({ length: hours * 60 }, (_, index) =>
        writePastPosts(7, nuit, startAt, startAt + fromHour * hourMs + index * minuteMs),
      ).flat();
    const { launches, outcome } = demoWorkspace(startAt);
    const launch = launches.find(({ id }) => id === nuit.id)!;
    expect(launch.events.length).toBeGreaterThan(3);
    expect(launch.decisions).toHaveLength(long.decisions.length);
    expect(launch.lessons).toHaveLength(long.lessons.length);
    expect(outcome).toEqual({ name: 'market share', names: { fr: 'part de marché' }, unit: '%' });
    // The launch of today has none yet, each one before it has.
    expect(launches.filter((one) => one.outcome !== undefined)).toHaveLength(launches.length - 1);
    for (const { at } of [...launch.events, ...launch.decisions])
      expect(at >= launch.at + long.fromMs && at < launch.at + long.toMs, String(at - launch.at)).toBe(true);
    const share = (posts: { text: string }[]) =>
      posts.filter(({ text }) => /sold out|out of stock|rupture/i.test(text)).length / posts.length;
    // Sold out in shops on its third day, until it is said when it is back.
    expect(share(told(56, 12))).toBeGreaterThan(1.8 * share(told(72, 24)));
    expect(told(48, 6).length).toBeGreaterThan(2 * told(40, 6).length);
    expect(told(13 * 24, 6).length).toBeGreaterThan(20);
    expect(told(-100, 6).length).toBeGreaterThan(20);
  });

  it('holds back the reviews of its first two days, which came on the third', () => {
    const nuit = pastLaunches.find(({ long }) => long)!;
    const post = { source: 'Reviews', at: startAt + hourMs } as Post;
    expect(cameLate(nuit, startAt, post)).toBe(true);
    expect(cameLate(nuit, startAt, { ...post, source: 'Forums' })).toBe(false);
    expect(cameLate(nuit, startAt, { ...post, at: startAt - 1 })).toBe(false);
    expect(cameLate(nuit, startAt, { ...post, at: startAt + 48 * hourMs })).toBe(false);
    expect(cameLate(pastLaunches.find(({ long }) => !long)!, startAt, post)).toBe(false);
  });

  it('leaves no slot of a phrase unfilled', () => {
    const texts = [...hourOf(-storyStartsBeforeMs / hourMs), ...hourOf(2), ...hourOf(5)].map((post) => post.text);
    expect(texts.filter((text) => /[{}]|undefined/.test(text))).toEqual([]);
  });
});

describe('seeded chance', () => {
  it('draws Poisson counts with the mean that was asked for, small and large', () => {
    const random = createRandom(5);
    for (const mean of [0.4, 6, 80]) {
      let sum = 0;
      for (let index = 0; index < 4_000; index += 1) sum += poisson(random, mean);
      expect(Math.abs(sum / 4_000 - mean)).toBeLessThan(4 * Math.sqrt(mean / 4_000));
    }
  });

  it('picks by weight and never a key without any', () => {
    const random = createRandom(5);
    const counts = { a: 0, b: 0, never: 0 };
    for (let index = 0; index < 4_000; index += 1) counts[pickWeighted(random, { a: 3, b: 1, never: 0 })] += 1;
    expect(counts.never).toBe(0);
    expect(counts.a / counts.b).toBeCloseTo(3, 0);
  });
});
