import type { Workspace } from '../../shared/domain.ts';
import { hourMs, minuteMs } from '../../shared/rollup.ts';

/** A small launch day for tests in a browser: two brands, two themes, T0 three hours ago. */
export function launchDayWorkspace(now: number): Partial<Workspace> & { version: 1 } {
  return {
    version: 1,
    name: 'Test',
    timeZone: 'Europe/Paris',
    brands: [
      { id: 'vela', name: 'Vela', query: 'vela' },
      { id: 'orso', name: 'Orso', query: 'orso' },
    ],
    themes: [
      { id: 'texture', name: 'Texture', query: 'texture, silky, sticky' },
      { id: 'price', name: 'Price', query: 'price*, expensive, euros' },
    ],
    launches: [
      {
        id: 'balm',
        name: 'Vela balm',
        brand: 'vela',
        at: now - 3 * hourMs,
        timeZone: 'Europe/Paris',
        events: [{ at: now - 2 * hourMs, name: 'film out', kind: 'film' }],
        decisions: [],
      },
    ],
  };
}

/** Each text is made of parts, so that no two are near-copies of one another. */
const who = ['My sister', 'A friend', 'Our neighbour', 'My colleague', 'Grandma', 'The girl next door', 'My cousin'];
const where = [
  'at the beach',
  'on the train',
  'after swimming',
  'in the office',
  'before bed',
  'on a long walk',
  'in winter',
];
const loved = [
  'loves the silky texture of',
  'is so happy with',
  'calls wonderful',
  'got excellent results with',
  'adores',
];
const hated = [
  'hates the price of',
  'finds far too expensive',
  'regrets the terrible',
  'was disappointed by the awful',
  'is angry about',
];
const more = [
  'her hands thank her',
  'it lasted all week',
  'nobody asked why',
  'the tube was half empty',
  'she told everyone twice',
];

function pick(list: readonly string[], index: number, stride: number): string {
  return list[Math.floor(index / stride) % list.length]!;
}

function textOf(index: number): string {
  if (index % 6 === 5)
    return `${pick(who, index, 1)} bought an Orso balm ${pick(where, index, 7)}, ${pick(more, index, 49)}`;
  const verb = pick(index % 5 < 3 ? loved : hated, index, 3);
  return `${pick(who, index, 1)} ${verb} the Vela balm ${pick(where, index, 7)}: ${pick(more, index, 2)}`;
}

/** Posts spread evenly from seven hours ago until now; one in six is in French. */
export function launchDayPosts(now: number, count = 360): object[] {
  const posts: object[] = [];
  for (let index = 0; index < count; index += 1) {
    const french = index % 6 === 4;
    posts.push({
      id: `p${index}`,
      channel: index % 3 === 0 ? 'forum' : 'social',
      at: Math.round(now - minuteMs - ((count - index) / count) * 7 * hourMs),
      text: french ? `Le baume Vela numéro ${index} a une texture soyeuse et un prix trop élevé` : textOf(index),
      lang: french ? 'fr' : 'en',
    });
  }
  return posts;
}

/** Sets a running, empty server up with that day. Resolves when all of it is counted. */
export async function setUpLaunchDay(url: string, now: number): Promise<void> {
  const put = await fetch(`${url}/api/workspace`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(launchDayWorkspace(now)),
  });
  if (!put.ok) throw new Error(`workspace: ${put.status} ${await put.text()}`);
  await postAll(url, launchDayPosts(now));
}

export async function postAll(url: string, posts: object[]): Promise<void> {
  const answer = await fetch(`${url}/api/ingest`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(posts),
  });
  const body = (await answer.json()) as { accepted?: number };
  if (!answer.ok || body.accepted !== posts.length)
    throw new Error(`ingest: ${answer.status} ${JSON.stringify(body).slice(0, 300)}`);
}
