import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage, seriousFaults } from '../support/browser.ts';
import { postAll, setUpLaunchDay } from '../support/launchDay.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

const wallSize = { width: 1920, height: 1080 };
/** A lost connection greys the screen within this. */
const greyWithinSeconds = 5;

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ withClient: true });
  await setUpLaunchDay(server.url, Date.now());
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.end();
});

const figure = (name: string) => `[data-figure="${name}"]`;

describe('the wall', () => {
  it('draws Pulse with its three figures, its curves and a sentence', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/wall?scene=pulse`, wallSize);
    await page.waitForSelector('.recharts-area-curve');
    expect(Number(await page.textContent(figure('mentions')))).toBeGreaterThan(30);
    expect(await page.textContent(figure('net'))).toMatch(/^[+−]?\d+$/);
    expect(await page.textContent('h1')).toMatch(/^In the last hour buzz (is|shows)/);
    expect(await page.textContent('footer')).toContain('Paris (CET');
    expect(await page.textContent('footer')).toContain('T+3');
    expect(errors).toEqual([]);
    await page.close();
  });

  it('changes its figure when a post comes in', async () => {
    const { page } = await openPage(browser, `${server.url}/wall?scene=pulse`, wallSize);
    const before = Number(await page.textContent(figure('mentions')));
    await postAll(server.url, [
      { id: 'new-1', at: Date.now(), text: 'One more word about Vela, I love it', lang: 'en' },
    ]);
    await page.waitForFunction(
      ([selector, count]) => Number(document.querySelector(selector as string)?.textContent) === count,
      [figure('mentions'), before + 1] as const,
    );
    await page.close();
  });

  it('keeps the three figures in sight on Themes and Voices', async () => {
    for (const scene of ['themes', 'voices']) {
      const { page, errors } = await openPage(browser, `${server.url}/wall?scene=${scene}`, wallSize);
      await page.waitForSelector(`[data-scene="${scene}"] dl`);
      const strip = await page.textContent('dl');
      expect(strip).toMatch(/Mentions in the last hour\d+/);
      expect(strip).toContain('Net sentiment');
      expect(strip).toMatch(/Share of voice\d+.%/);
      expect(errors).toEqual([]);
      await page.close();
    }
  });

  it('shows voices with marked words and the reason, and says which language is not scored', async () => {
    const { page } = await openPage(browser, `${server.url}/wall?scene=voices`, wallSize);
    await page.waitForSelector('article blockquote');
    expect(await page.locator('article').count()).toBeGreaterThan(1);
    expect(await page.locator('article mark').count()).toBeGreaterThan(0);
    expect(await page.textContent('section')).toContain('because:');
    await page.close();
  });

  it('follows the keys: a number holds a scene, space lets go, and the address says so', async () => {
    const { page } = await openPage(browser, `${server.url}/wall`, wallSize);
    await page.waitForSelector('[data-scene]');
    await page.keyboard.press('3');
    await page.waitForSelector('[data-scene="voices"]');
    expect(page.url()).toContain('scene=voices');
    await page.keyboard.press(' ');
    await page.waitForFunction(() => !location.search.includes('scene='));
    await page.close();
  });

  it('speaks French, keeps all text at 24 px or more, and fits any screen', async () => {
    const { page } = await openPage(browser, `${server.url}/wall?scene=pulse&lang=fr`, wallSize);
    await page.waitForSelector('.recharts-area-curve');
    expect(await page.textContent('h1')).toMatch(/^Depuis une heure, le buzz/);
    const smallest = await page.evaluate(() => {
      let size = 999;
      const walker = document.createTreeWalker(document.querySelector('[data-scene]')!, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement!;
        const box = element.getBoundingClientRect();
        if (node.textContent?.trim() && box.width > 1 && box.height > 1)
          size = Math.min(size, Number.parseFloat(getComputedStyle(element).fontSize));
      }
      return size;
    });
    expect(smallest).toBeGreaterThanOrEqual(24);
    await page.setViewportSize({ width: 1280, height: 720 });
    const box = await page.locator('[data-scene]').boundingBox();
    expect(Math.round(box!.width)).toBe(1280);
    await page.close();
  });

  it('stands in one column on a phone, readable and whole', async () => {
    for (const scene of ['pulse', 'themes', 'voices']) {
      const { page, errors } = await openPage(browser, `${server.url}/wall?scene=${scene}`, {
        width: 390,
        height: 844,
      });
      await page.waitForSelector(`[data-scene="${scene}"] h1`);
      const { smallest, lowest, widest } = await page.evaluate(() => {
        const stage = document.querySelector('[data-scene]')!;
        const scale = stage.getBoundingClientRect().width / (stage as HTMLElement).offsetWidth;
        let [small, low, wide] = [999, 0, 0];
        const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const box = node.parentElement!.getBoundingClientRect();
          const size = Number.parseFloat(getComputedStyle(node.parentElement!).fontSize) * scale;
          if (!node.textContent?.trim() || box.width <= 1 || size === 0) continue;
          small = Math.min(small, size);
          low = Math.max(low, box.bottom);
          wide = Math.max(wide, box.right);
        }
        return { smallest: small, lowest: low, widest: wide };
      });
      expect(smallest, scene).toBeGreaterThan(13);
      expect(lowest, scene).toBeLessThanOrEqual(844);
      expect(widest, scene).toBeLessThanOrEqual(390);
      expect(await seriousFaults(page), scene).toEqual([]);
      expect(errors).toEqual([]);
      await page.close();
    }
  }, 60_000);

  it('has nothing that axe-core calls serious', { timeout: 120_000 }, async () => {
    for (const scene of ['pulse', 'themes', 'voices']) {
      const { page } = await openPage(browser, `${server.url}/wall?scene=${scene}`, wallSize);
      await page.waitForSelector(`[data-scene="${scene}"]`);
      expect(await seriousFaults(page), scene).toEqual([]);
      await page.close();
    }
  });

  it('greys within five seconds of a server that only stops, and is right again after it goes on', {
    timeout: 90_000,
  }, async () => {
    const { page } = await openPage(browser, `${server.url}/wall?scene=pulse`, wallSize);
    // The line may be live before the first figures are here.
    await page.waitForSelector(figure('mentions'));
    await page.waitForSelector('[data-live="live"]');
    process.kill(server.pid, 'SIGSTOP');
    try {
      // Read in the page at the moment it greys: the sentence counts from the last sign of life.
      const sentence = await page.waitForFunction(
        () => document.querySelector('[data-stale]') && document.querySelector('h1')?.textContent,
        undefined,
        // By the clock: a second browser on the machine can starve this one's animation frames.
        { polling: 100 },
      );
      const text = String(await sentence.jsonValue());
      expect(text).toMatch(
        /^Connection lost \d+\ss ago\. Trying again\.These figures are from \d\d:\d\d:\d\d and no longer move/,
      );
      expect(Number(/\d+/.exec(text)?.[0])).toBeLessThanOrEqual(greyWithinSeconds);
    } finally {
      process.kill(server.pid, 'SIGCONT');
    }
    await page.waitForSelector('[data-scene]:not([data-stale])', { timeout: 15_000 });
    await page.close();
  });
});
