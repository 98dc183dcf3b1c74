import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FiguresState, SeriesAnswer } from '../../shared/protocol.ts';
import type { ReplayAnswer } from '../../shared/replay.ts';
import { replayTopic } from '../../shared/replayTopic.ts';
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
    await page.getByRole('button', { name: 'Replay it for the room' }).click();
    await page.getByText(/^At that moment|^Nothing was said yet/).waitFor();
    const href = await page.getByRole('link', { name: 'Open wall in replay' }).getAttribute('href');
    const id = new URL(href!, server.url).searchParams.get('replay')!;
    const wall = await openPage(browser, `${server.url}${href}`, { width: 1920, height: 1080 });
    await wall.page.getByText(/^Replay: .* · paused · all said by then$/).waitFor();
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
    // At the top of every scene, and nothing that speaks of now.
    await wall.page.keyboard.press('1');
    await wall.page.waitForSelector('[data-scene="pulse"]');
    expect(await wall.page.textContent('[data-replayed]')).toMatch(/^Replay: \d{1,2} \w+, \d\d:\d\d$/);
    expect(await wall.page.textContent('[data-scene="pulse"]')).toMatch(/Mentions, \d\d:\d\d to \d\d:\d\d/);
    expect(await wall.page.getByText('now', { exact: true }).count()).toBe(0);
    // Without the launch clock, which knows how it went on.
    for (const [index, scene] of ['pulse', 'themes', 'voices', 'funnel'].entries()) {
      await wall.page.keyboard.press(String(index + 1));
      await wall.page.waitForSelector(`[data-scene="${scene}"] h1`);
      // What people wrote is theirs.
      const said = wall.page.locator('[data-scene] :is(h1, h2, header, footer, svg text, article p)');
      expect((await said.allTextContents()).join('\n'), scene).not.toMatch(/\b(last|now|ago)\b/i);
    }
    expect([...errors, ...wall.errors]).toEqual([]);
    await fetch(`${server.url}/api/replays/${id}`, { method: 'DELETE' });
    await wall.page.getByText('This replay has ended').waitFor();
  });

  it('is found again when its page is loaded anew, and asks the server once for a drag', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/launches/balm?theme=light`, {
      width: 1440,
      height: 900,
    });
    await page.getByRole('button', { name: 'Replay this launch' }).click();
    const link = page.getByRole('link', { name: 'Open wall in replay' });
    const href = await link.getAttribute('href');
    await page.reload();
    expect(await link.getAttribute('href')).toBe(href);

    let asked = 0;
    page.on('request', (request) => {
      if (request.method() === 'PATCH') asked += 1;
    });
    const scrub = page.getByRole('slider');
    const answered = page.waitForResponse((response) => response.request().method() === 'PATCH');
    // As a hand does: thirty moments, faster than it rests.
    const meant = await scrub.evaluate((input: HTMLInputElement) => {
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
      for (let step = 1; step <= 30; step += 1) {
        set.call(input, String(Number(input.min) + step * 120_000));
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
      return Number(input.min) + 30 * 120_000;
    });
    const answer = (await (await answered).json()) as ReplayAnswer;
    expect(answer.at).toBe(meant);
    expect(asked).toBe(1);
    await page.getByRole('button', { name: 'End the replay' }).click();
    await page.getByRole('button', { name: 'Replay this launch' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Replay this launch' }).waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it('is followed, not moved, by who may only look; a replay of their own they move', async () => {
    const headers = { 'Content-Type': 'application/json' };
    const asked = { method: 'POST', headers, body: JSON.stringify({ launch: 'balm', paused: true }) };
    const { id } = (await (await fetch(`${server.url}/api/replays`, asked)).json()) as ReplayAnswer;
    const { page, errors } = await openPage(browser, `${server.url}/launches/balm?theme=light`, {
      width: 1440,
      height: 900,
      async before(opened) {
        const session = { role: 'view', signInNeeded: true };
        await opened.route('**/api/session', (route) => route.fulfill({ json: session }));
      },
    });
    const moves: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') moves.push(request.url());
    });
    await page.getByText('for the room, those who may change things do').waitFor();
    expect(await page.getByRole('button', { name: 'Replay it for the room' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Follow it' }).click();
    await page.getByText('Your key may follow it, not move it').waitFor();
    for (const name of ['Play', '600×', '+1 h', 'when known'])
      expect(await page.getByRole('button', { name, exact: true }).isDisabled(), name).toBe(true);
    expect(await page.getByRole('slider').isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: 'End the replay' }).count()).toBe(0);
    if (process.env.PICTURES) {
      await page.getByRole('heading', { name: 'Replay' }).scrollIntoViewIfNeeded();
      await page.screenshot({ path: `${process.env.PICTURES}/viewer.png` });
    }
    expect(moves).toEqual([]);
    await page.getByRole('button', { name: 'Stop following' }).click();
    await page.getByRole('button', { name: 'Replay this launch' }).click();
    await page.getByRole('button', { name: '+1 h', exact: true }).click();
    await page.getByText('· T−5 h').waitFor();
    expect(moves.at(-1)).toMatch(/\/api\/own-replays\/[0-9a-f-]+$/);
    await page.getByRole('button', { name: 'End the replay' }).click();
    await page.getByRole('button', { name: 'Follow it' }).waitFor();
    await fetch(`${server.url}/api/replays/${id}`, { method: 'DELETE' });
    expect(errors).toEqual([]);
    await page.close();
  });
});
