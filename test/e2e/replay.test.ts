import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FiguresState, SeriesAnswer } from '../../shared/protocol.ts';
import { type ReplayAnswer, replayTopic } from '../../shared/replay.ts';
import { openBrowser, openPage } from '../support/browser.ts';
import { openScreen } from '../support/openScreen.ts';
import { setUpPastLaunches } from '../support/pastLaunches.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  server = await startServer({ withClient: true });
  browser = await openBrowser();
  await setUpPastLaunches(server.url, Date.now(), 2);
});
afterAll(async () => {
  await browser?.close();
  await server?.end();
});

describe('A launch that is replayed', () => {
  it('is started on its page, shown on the wall under a plain mark, and ends equal to history', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/launches/balm?theme=light`, {
      width: 1440,
      height: 900,
    });
    await page.getByRole('button', { name: 'Replay this launch' }).click();
    await page.getByText(/^At that moment|^Nothing was said yet/).waitFor();
    const href = await page.getByRole('link', { name: 'Open wall in replay' }).getAttribute('href');
    const id = new URL(href!, server.url).searchParams.get('replay')!;
    const wall = await openPage(browser, `${server.url}${href}`, { width: 1920, height: 1080 });
    await wall.page.getByText(/^Replay: .* · paused · as said$/).waitFor();
    const read = async () => (await (await fetch(`${server.url}/api/replays/${id}`)).json()) as ReplayAnswer;
    const { to } = await read();
    await fetch(`${server.url}/api/replays/${id}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ at: to - 60_000, speed: 600, paused: false }),
    });
    const screen = openScreen(server.url);
    const end = Math.floor(to / 60_000) * 60_000;
    const figures = await screen.until<FiguresState>(replayTopic(id, 'figures/24h'), (state) => state.to > end);
    const query = `stage=important&step=1m&from=${figures.from}&to=${Math.min(figures.to, to)}`;
    const { points } = (await (await fetch(`${server.url}/api/series?${query}`)).json()) as SeriesAnswer;
    const total = points.reduce((sum, point) => sum + point.mentions, 0);
    expect(total).toBeGreaterThan(0);
    expect(figures.now['*']?.['*']?.[0]).toBe(total);
    screen.close();
    if (process.env.PICTURES) {
      await page.getByRole('heading', { name: 'Replay' }).scrollIntoViewIfNeeded();
      await page.screenshot({ path: `${process.env.PICTURES}/strip.png` });
      await wall.page.screenshot({ path: `${process.env.PICTURES}/wall.png` });
      const brief = await openPage(browser, `${server.url}/?replay=${id}`, { width: 1440, height: 900 });
      await brief.page.getByRole('heading', { level: 1 }).waitFor({ timeout: 10_000 });
      await brief.page.screenshot({ path: `${process.env.PICTURES}/brief.png` });
    }
    expect(await wall.page.locator('[data-live]').count()).toBe(0);
    expect([...errors, ...wall.errors]).toEqual([]);
    await fetch(`${server.url}/api/replays/${id}`, { method: 'DELETE' });
    await wall.page.getByText('This replay has ended').waitFor();
  });
});
