import type { Workspace } from '../../shared/domain.ts';
import { dayMs, hourMs, minuteMs } from '../../shared/rollup.ts';
import { postAll, tail } from './launchDay.ts';

/** Words of products: each launch has its own, which its query names. */
const products = ['balm', 'serum', 'mask', 'cream', 'lotion', 'toner', 'scrub', 'oil', 'mist', 'gel', 'tint', 'soap'];
const everyDays = 10;

/**
 * Launches of one brand, ten days apart, the newest with its T0 six hours ago; and `ahead`, whose T0 is in 40 days. The n-th
 * newest is talked about with `30 + 12 n` posts in its first half day; between them somebody says something every four hours.
 */
export function pastLaunchesWorkspace(now: number, count: number): Partial<Workspace> & { version: 1 } {
  const launch = (id: string, index: number, at: number) => ({
    id,
    name: `Vela ${id}`,
    brand: 'vela',
    query: id,
    at,
    timeZone: 'Europe/Paris',
    events: index === 0 ? [{ at: at + 2 * hourMs, name: 'film out', kind: 'film' }] : [],
    decisions: [],
    ...(index === 0
      ? {
          phases: [
            { name: 'Teaser', from: -12, to: 0 },
            { name: 'First day', from: 0, to: 24 },
          ],
        }
      : {}),
  });
  return {
    version: 1,
    name: 'Test',
    timeZone: 'Europe/Paris',
    brands: [{ id: 'vela', name: 'Vela', query: 'vela' }],
    themes: [{ id: 'price', name: 'Price', query: 'price*, expensive' }],
    launches: [
      ...products.slice(0, count).map((id, index) => launch(id, index, momentOf(now, index))),
      launch('ahead', -1, Math.ceil((now + 40 * dayMs) / hourMs) * hourMs),
    ],
  };
}

/** Whole hours: distinct authors can be told. */
const momentOf = (now: number, index: number) =>
  Math.floor((now - 6 * hourMs - index * everyDays * dayMs) / hourMs) * hourMs;

export function pastLaunchesPosts(now: number, count: number): object[] {
  const posts: object[] = [];
  const add = (at: number, words: string) => {
    const index = posts.length;
    const author = `a${index % 97}`;
    posts.push({ id: `l${index}`, at: Math.round(at), author, text: `${words}, ${tail(index)}`, lang: 'en' });
  };
  for (let at = now - (count * everyDays + 2) * dayMs; at < now - 2 * minuteMs; at += 4 * hourMs)
    add(at, 'I saw something of Vela');
  for (let launch = 0; launch < count; launch += 1) {
    const t0 = momentOf(now, launch);
    const mentions = 30 + 12 * launch;
    for (let index = 0; index < mentions; index += 1) {
      // More of them early than late.
      const at = t0 + 12 * hourMs * ((index + 0.5) / mentions) ** 1.6;
      if (at > now - 2 * minuteMs) continue;
      const said = index % 3 === 0 ? 'Far too expensive, a terrible price for' : 'I love the wonderful';
      add(at, `${said} Vela ${products[launch]}`);
    }
  }
  return posts;
}

/** Sets a running, empty server up with them. Resolves when all of it is counted. */
export async function setUpPastLaunches(url: string, now: number, count: number): Promise<void> {
  const put = await fetch(`${url}/api/workspace`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(pastLaunchesWorkspace(now, count)),
  });
  if (!put.ok) throw new Error(`workspace: ${put.status} ${await put.text()}`);
  await postAll(url, pastLaunchesPosts(now, count));
}
