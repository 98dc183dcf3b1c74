import { describe, expect, it } from 'vitest';
import { demoWorkspace } from '../../../server/demo/demoWorkspace.ts';
import { labelOf, labelStory } from '../../../server/demo/labelStory.ts';
import { tellMinute, writePosts } from '../../../server/demo/writePosts.ts';
import { analyze } from '../../../server/pipeline/analyze.ts';
import { compileRules } from '../../../server/pipeline/rules.ts';
import { createScoreboard } from '../../../server/scoreboard/createScoreboard.ts';
import { createMemoryStore } from '../../../server/store/memory.ts';
import { dayMs, hourMs, minuteMs } from '../../../shared/rollup.ts';

const startAt = Date.UTC(2026, 10, 12, 9, 0);
const now = startAt + 6 * hourMs;
const seed = 2026;

/** The demo's store with some minutes of each of the last days. */
async function toldStore() {
  const { store, history } = createMemoryStore();
  const workspace = demoWorkspace(startAt);
  const rules = compileRules(workspace, 1);
  for (let day = 7; day >= 0; day -= 1)
    for (let minute = 0; minute < 6; minute += 1) {
      const at = now - day * dayMs + (minute - 60) * minuteMs;
      const posts = writePosts(seed, startAt, at).map((post) => ({ ...post, metrics: {} }));
      await store.save({ posts, receivedAt: at + minuteMs } as never, (post) => analyze(post, rules), 1);
    }
  const settings = new Map<string, string>();
  let writes = 0;
  const engine = {
    setting: async (key: string) => settings.get(key),
    setSetting: async (key: string, value: string) => {
      writes += 1;
      settings.set(key, value);
    },
    ruleSet: async () => ({ workspace, version: 1, etag: '"1"' }) as never,
  };
  return { engine, history, writes: () => writes };
}

describe('labels of the demo', () => {
  it('say what the writer of a post meant', () => {
    expect(labelOf({ themes: ['price', 'scent'], tone: 'complaint' }, 'scent')).toEqual({
      relevance: 'matters',
      sentiment: 'negative',
      theme: true,
    });
    expect(labelOf({ themes: ['price'], tone: 'remark' }, 'scent')).toMatchObject({
      relevance: 'in-passing',
      theme: false,
    });
    expect(labelOf('noise', 'scent')).toEqual({ relevance: 'not-about-us' });
    expect(labelOf('spam', undefined)).toEqual({ relevance: 'in-passing', sentiment: 'neutral' });
    const told = tellMinute(seed, startAt, startAt + 95 * minuteMs);
    expect(told.map(({ post }) => post)).toEqual(writePosts(seed, startAt, startAt + 95 * minuteMs));
    expect(told.some(({ meant }) => typeof meant !== 'string') && told.some(({ meant }) => meant === 'noise')).toBe(
      true,
    );
  });

  it('fill six sheets of days before today, once for each story, and measure the machine', async () => {
    const { engine, history, writes } = await toldStore();
    await labelStory({ engine, history }, { seed, startAt }, now);
    const scoreboard = createScoreboard({ engine, history }, () => now);
    const results = await scoreboard.results();
    expect(results.sheets).toBe(6);
    expect(results.labels).toBeGreaterThan(90);
    for (const measured of [results.sentiment, results.precision, results.recall, results.mentionRecall])
      expect(measured.share).not.toBeNull();
    // The machine reads the invented messages well, and is not the judge of itself.
    expect(results.sentiment.share).toBeGreaterThan(0.6);
    expect(results.sentiment.share).toBeLessThan(1);
    const before = writes();
    await labelStory({ engine, history }, { seed, startAt }, now);
    expect(writes()).toBe(before);
    const other = await toldStore();
    await labelStory(other, { seed, startAt }, now);
    expect(await createScoreboard(other, () => now).results()).toEqual(results);
  });
});
