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

const loved = ['I love the silky texture of', 'I am so happy with', 'Wonderful,', 'Excellent results with'];
const hated = ['I hate the price of', 'Far too expensive,', 'A terrible price for', 'I am so disappointed by'];
const syllables = ['ba', 'co', 'di', 'fu', 'ga', 'lo', 'mi', 'nu', 'pe', 'ra', 'so', 'ti', 'vu', 'za'];

/** Nine made-up words of its own, so that no two texts are near-copies of one another. */
function tail(index: number): string {
  const words: string[] = [];
  for (let word = 0; word < 9; word += 1) {
    let left = (index + 1) * 7919 + word * 104_729;
    let text = '';
    for (let part = 0; part < 3; part += 1) {
      text += syllables[left % syllables.length];
      left = Math.floor(left / syllables.length);
    }
    words.push(text);
  }
  return words.join(' ');
}

function textOf(index: number): string {
  if (index % 6 === 5) return `I like the new Orso balm, it is good for ${tail(index)}`;
  const list = index % 5 < 3 ? loved : hated;
  return `${list[index % list.length]} my Vela balm, ${tail(index)}`;
}

/** Posts spread evenly from seven hours ago until now; one in six is in Dutch, which has no scorer. */
export function launchDayPosts(now: number, count = 360): object[] {
  const posts: object[] = [];
  for (let index = 0; index < count; index += 1) {
    const dutch = index % 6 === 4;
    posts.push({
      id: `p${index}`,
      channel: index % 3 === 0 ? 'forum' : 'social',
      at: Math.round(now - minuteMs - ((count - index) / count) * 7 * hourMs),
      text: dutch ? `De Vela balsem heeft een zachte texture en een te hoge price, ${tail(index)}` : textOf(index),
      lang: dutch ? 'nl' : 'en',
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
