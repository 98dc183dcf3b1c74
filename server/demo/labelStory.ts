import { dayMs, minuteMs } from '../../shared/rollup.ts';
import type { ScoreLabel } from '../../shared/scoreboard.ts';
import type { Engine } from '../engine/engine.ts';
import { hashOf } from '../pipeline/normalize.ts';
import { createScoreboard, dayOf, type Sheet, type SheetEntry } from '../scoreboard/createScoreboard.ts';
import { createDrawing } from '../scoreboard/drawSheet.ts';
import type { History } from '../store/store.ts';
import type { DemoTheme } from './story.ts';
import { type Meant, tellMinute } from './writePosts.ts';

/** So many days before today have a sheet of twenty labels: a room that has been at it for a week. */
const labelledDays = 6;
const pagePosts = 5_000;
const labelledKey = 'demo.labelled';

type Deps = {
  engine: Pick<Engine, 'setting' | 'setSetting' | 'ruleSet'>;
  history: Pick<History, 'keptCount' | 'verdicts' | 'keptAfter'>;
};

/** What an attentive person would say of a post whose writer meant this. */
export function labelOf(meant: Meant, theme: string | undefined): ScoreLabel {
  if (meant === 'noise') return { relevance: 'not-about-us' };
  if (typeof meant === 'string')
    return { relevance: 'in-passing', sentiment: 'neutral', ...(theme === undefined ? {} : { theme: false }) };
  const { themes, tone } = meant;
  return {
    relevance: tone === 'remark' ? 'in-passing' : 'matters',
    sentiment: tone === 'praise' ? 'positive' : tone === 'complaint' ? 'negative' : 'neutral',
    ...(theme === undefined ? {} : { theme: themes.includes(theme as DemoTheme) }),
  };
}

/**
 * Labels the demo's last days as people would who know what its writers meant: the scoreboard measures the machine by them, and is
 * no empty sheet. Once for each story; the same sheets each time.
 */
export async function labelStory(
  { engine, history }: Deps,
  { seed, startAt }: { seed: number; startAt: number },
  now: number,
): Promise<void> {
  if ((await engine.setting(labelledKey)) === String(startAt)) return;
  const days = Array.from({ length: labelledDays }, (_, place) => dayOf(now - (place + 1) * dayMs));
  const themes = (await engine.ruleSet()).workspace.themes.map(({ id }) => id);
  const drawn = new Map(days.map((day) => [day, { drawing: createDrawing(hashOf(day), themes), receivedTo: 0 }]));
  for (let after = 0; ; ) {
    const posts = await history.verdicts({ receivedFrom: now - (labelledDays + 1) * dayMs, after, limit: pagePosts });
    for (const post of posts) {
      const day = drawn.get(dayOf(post.receivedAt));
      if (!day) continue;
      day.drawing.add(post);
      day.receivedTo = Math.max(day.receivedTo, post.receivedAt);
    }
    if (posts.length < pagePosts) break;
    after = posts.at(-1)!.seq;
  }
  const scoreboard = createScoreboard({ engine, history }, () => now);
  for (const [day, { drawing, receivedTo }] of drawn) {
    const { items, population } = drawing.finish();
    const entries: SheetEntry[] = [];
    for (const item of items) {
      const meant = await meantBy(history, seed, startAt, item.seq);
      entries.push(meant === undefined ? item : { ...item, label: labelOf(meant, item.theme) });
    }
    const sheet: Sheet = { day, drawnAt: receivedTo, receivedTo, population, items: entries };
    if (items.length > 0) await scoreboard.keep(sheet);
  }
  await engine.setSetting(labelledKey, String(startAt));
}

/** What the writer of a kept post meant; undefined of one that the story did not write. */
async function meantBy(
  history: Deps['history'],
  seed: number,
  startAt: number,
  seq: number,
): Promise<Meant | undefined> {
  const [post] = await history.keptAfter(seq - 1, 1);
  if (post?.seq !== seq) return undefined;
  const minuteAt = Math.floor(post.at / minuteMs) * minuteMs;
  return tellMinute(seed, startAt, minuteAt).find(({ post: { id } }) => id === post.id)?.meant;
}
