import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchComparison } from '../../shared/launchComparison.ts';
import { dayMs, hourMs } from '../../shared/rollup.ts';
import { openBrowser, openPage, seriousFaults } from '../support/browser.ts';
import { launchDayPosts, launchDayWorkspace, postAll, tail } from '../support/launchDay.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

const laptop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const pastLaunches = 5;

let server: RunningServer;
let browser: Browser;

/** A quiet launch: one post each half hour, from a day before its T0 until a day after it. */
function quietPosts(launch: number, at: number): object[] {
  return Array.from({ length: 96 }, (_, index) => ({
    id: `past-${launch}-${index}`,
    channel: 'social',
    at: at - dayMs + (index * hourMs) / 2,
    text: `My Vela cream came today, ${tail(10_000 * launch + index)}`,
    lang: 'en',
  }));
}

beforeAll(async () => {
  server = await startServer({ withClient: true });
  browser = await openBrowser();
  const now = Date.now();
  const day = launchDayWorkspace(now);
  const past = Array.from({ length: pastLaunches }, (_, index) => ({
    id: `past-${index + 1}`,
    name: `Vela ${index + 1}`,
    brand: 'vela',
    at: now - (index + 1) * 10 * dayMs,
    timeZone: 'Europe/Paris',
    events: [],
    decisions: [],
  }));
  const put = await fetch(`${server.url}/api/workspace`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...day, launches: [...(day.launches ?? []), ...past] }),
  });
  if (!put.ok) throw new Error(`workspace: ${put.status} ${await put.text()}`);
  for (const [index, { at }] of past.entries()) await postAll(server.url, quietPosts(index + 1, at));
  await postAll(server.url, launchDayPosts(now));
});
afterAll(async () => {
  await browser?.close();
  await server?.end();
});

describe('the Brief of a launch that others came before', () => {
  it('says how it stands beside their median, as the compare door answers', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/?theme=light`, laptop);
    const said = (await page.textContent('[data-past]', { timeout: 20_000 }))!.replace(/\s/g, ' ');
    const { standing } = (await (await fetch(`${server.url}/api/launches/balm/compare`)).json()) as LaunchComparison;
    expect(standing!.launches).toBe(pastLaunches);
    expect(said).toMatch(/^Buzz is \d+(\.\d)? times the median of your last 5 launches at T\+/);
    const counts = (await page.textContent('[data-past-counts]'))!.replace(/\s/g, ' ');
    expect(counts).toContain('times the median');
    // How many they are stands at the drawing.
    expect(await page.textContent('main')).toContain(`median of ${pastLaunches}: `);
    expect(counts).toMatch(/ \([\d,]+( distinct texts)?\)\.$/);
    expect(await page.textContent('[data-figure="1"]')).toBe(`${standing!.mentions}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('says it in French on a phone without a sideways scroll', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/?lang=fr`, { ...phone, locale: 'fr-FR' });
    const said = (await page.textContent('[data-past]', { timeout: 20_000 }))!.replace(/\s/g, ' ');
    expect(said).toMatch(/^Buzz à T\+.* : .* fois la médiane de vos 5 derniers lancements/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(errors).toEqual([]);
    await page.close();
  });
});
