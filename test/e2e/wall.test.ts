import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wallScenes } from '../../shared/wall.ts';
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

/** The picture stands so far aside, px, that nothing burns in. */
const shifted = 3;
const otherScenes = wallScenes.filter((scene) => scene !== 'pulse');
/** Television, cinema, standing, 4K. */
const walls = [wallSize, { width: 2560, height: 1080 }, { width: 1080, height: 1920 }, { width: 3840, height: 2160 }];

/** A scene by its key: a page that is open turns faster than one that is opened. */
async function turnTo(page: Page, scene: (typeof wallScenes)[number]): Promise<void> {
  await page.keyboard.press(String(wallScenes.indexOf(scene) + 1));
  await page.waitForSelector(`[data-scene="${scene}"] h1`);
  if (scene === 'pulse') await page.waitForSelector('.recharts-area-curve');
}

/** All text that is seen: its size on the screen, where it lies, and its own words. */
const readTexts = (page: Page) =>
  page.evaluate(() => {
    const stage = document.querySelector<HTMLElement>('[data-scene]')!;
    const scale = stage.getBoundingClientRect().width / stage.offsetWidth;
    const texts: { text: string; size: number; left: number; top: number; right: number; bottom: number }[] = [];
    const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, top, right, bottom, width } = range.getBoundingClientRect();
      const size = Number.parseFloat(getComputedStyle(node.parentElement!).fontSize) * scale;
      const isHidden = node.parentElement!.closest('.visually-hidden, [aria-live], [role="status"]');
      if (!node.textContent?.trim() || width <= 1 || size === 0 || isHidden) continue;
      texts.push({ text: node.textContent, size, left, top, right, bottom });
    }
    return texts;
  });

/** Where the scene's name and the titles of its figures stand on the stage, which itself is shifted now and then. */
const readTitles = (page: Page) =>
  page.evaluate(() => {
    const stage = document.querySelector('[data-scene]')!.getBoundingClientRect();
    return [...document.querySelectorAll('header > b, section h2')].map((one) => {
      const { left, top } = one.getBoundingClientRect();
      return [one.textContent, Math.round(left - stage.left), Math.round(top - stage.top)];
    });
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

  it('keeps the three figures in sight on the other scenes', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/wall`, wallSize);
    await page.waitForSelector('[data-scene]');
    for (const scene of otherScenes) {
      await turnTo(page, scene);
      const strip = await page.textContent(`[data-scene="${scene}"] dl`);
      expect(strip).toMatch(/Vela, last hour\d+/);
      expect(strip).toContain('Net sentiment');
      expect(strip).toMatch(/Share of voice\d+.%/);
    }
    expect(errors).toEqual([]);
    await page.close();
  });

  it('shows voices with marked words and the reason, and says which language is not scored', async () => {
    const { page } = await openPage(browser, `${server.url}/wall?scene=voices`, wallSize);
    await page.waitForSelector('article blockquote');
    expect(await page.locator('article').count()).toBeGreaterThan(1);
    expect(await page.locator('article mark').count()).toBeGreaterThan(0);
    expect(await page.textContent('section')).toContain('because:');
    await page.close();
  });

  it('marks in a voice what its reason names, the same words in both languages', async () => {
    const marked: string[][] = [];
    for (const language of ['en', 'fr']) {
      const { page } = await openPage(browser, `${server.url}/wall?scene=voices&ui=${language}`, wallSize);
      await page.waitForSelector('article blockquote mark');
      const voices = await page.$$eval('article', (articles) =>
        articles.map((article) => {
          const words = (selector: string) =>
            [...article.querySelectorAll(selector)].map((mark) => (mark.textContent ?? '').trim().toLowerCase());
          return { quote: words('blockquote mark'), reason: words('p mark') };
        }),
      );
      for (const { quote, reason } of voices) for (const word of quote) expect(reason).toContain(word);
      marked.push(voices.flatMap(({ quote }) => quote));
      await page.close();
    }
    expect(marked[1]).toEqual(marked[0]);
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

  it('speaks French and fits a small screen', async () => {
    const { page } = await openPage(browser, `${server.url}/wall?scene=pulse&lang=fr`, wallSize);
    await page.waitForSelector('.recharts-area-curve');
    expect(await page.textContent('h1')).toMatch(/^Depuis une heure, le buzz/);
    await page.setViewportSize({ width: 1280, height: 720 });
    const box = await page.locator('[data-scene]').boundingBox();
    expect(Math.round(box!.width)).toBe(1280);
    await page.close();
  });

  it('keeps all text of every scene at 24 px of a wall of 1080 lines or more, and within the screen', {
    timeout: 120_000,
  }, async () => {
    for (const language of ['en', 'fr']) {
      const { page, errors } = await openPage(browser, `${server.url}/wall?lang=${language}`, wallSize);
      await page.waitForSelector('[data-scene]');
      for (const size of walls) {
        await page.setViewportSize(size);
        // Drawn anew for this screen: its width, and whether it stands.
        await page.waitForFunction(
          ({ width, height }) =>
            innerWidth === width && (document.querySelector('[data-upright]') !== null) === height > width,
          size,
        );
        for (const scene of wallScenes) {
          await turnTo(page, scene);
          const texts = await readTexts(page);
          expect(texts.length).toBeGreaterThan(15);
          const where = `${scene} ${language} ${size.width} x ${size.height}`;
          const least = (24 * Math.min(size.width, size.height)) / 1080;
          for (const { text, size: letters, left, right, top, bottom } of texts) {
            expect(letters, `${where}: ${text}`).toBeGreaterThanOrEqual(least - 0.01);
            expect(Math.min(left, top), `${where}: ${text}`).toBeGreaterThanOrEqual(-shifted);
            expect(right, `${where}: ${text}`).toBeLessThanOrEqual(size.width + shifted);
            expect(bottom, `${where}: ${text}`).toBeLessThanOrEqual(size.height + shifted);
          }
        }
      }
      expect(errors).toEqual([]);
      await page.close();
    }
  });

  it('tells on the launch clock once how long it is since T0, and beside it since what happened last, in both languages', async () => {
    for (const [language, ago] of [
      ['en', /^film out(\d+\s*(h|min))+ago$/],
      ['fr', /^film outil y a(\d+\s*(h|min))+$/],
    ] as const) {
      const { page, errors } = await openPage(browser, `${server.url}/wall?scene=clock&lang=${language}`, wallSize);
      await page.waitForSelector('section svg [data-newest]');
      const cells = await page.$$eval('section > div:has(h2)', (all) => all.map((one) => one.textContent));
      expect(cells[0]).toMatch(/T\+3/);
      expect(cells.at(-1)).toMatch(ago);
      expect(await page.textContent('footer')).not.toContain('T+');
      // The scene's name stands in the footer, whole.
      const name = (await page.textContent('header b')) ?? '';
      const inFooter = (await readTexts(page)).filter(({ text }) => text === name).at(-1);
      const footer = (await page.locator('footer').boundingBox())!;
      expect(inFooter?.top).toBeGreaterThan(footer.y);
      expect(errors).toEqual([]);
      await page.close();
    }
  });

  it('draws the funnel from the live day, one dot for so many posts', async () => {
    const { page } = await openPage(browser, `${server.url}/wall?scene=funnel`, wallSize);
    await page.waitForSelector(figure('collected'));
    const read = async (name: string) => Number((await page.textContent(figure(name)))?.replace(/\D/g, ''));
    const [collected, important, significant] = [
      await read('collected'),
      await read('important'),
      await read('significant'),
    ];
    expect(collected).toBeGreaterThanOrEqual(360);
    // Its first post came seven hours ago.
    expect(await page.textContent('h1')).toMatch(/^Of at least \d+ posts/);
    expect(await page.textContent('[data-lacking]')).toMatch(
      /^at least: nothing came in from (\d+\s\w+, )?\d\d:\d\d to \d\d:\d\d$/,
    );
    expect(important).toBeLessThanOrEqual(collected);
    const perDot = Number(
      /one dot = (\d+|one) post/.exec((await page.textContent('section')) ?? '')?.[1]?.replace('one', '1'),
    );
    const bright = await page.getAttribute('section svg path[stroke="var(--ink-1)"] >> nth=2', 'd');
    expect(bright?.match(/h0/g)).toHaveLength(Math.round(significant / perDot));
    expect(await page.locator('section circle').count()).toBe(0);
    await page.close();
  });

  it('turns through the scenes of its address, and says what it does not know', async () => {
    const { page } = await openPage(browser, `${server.url}/wall?scenes=funnel,news&seconds=30`, wallSize);
    await page.waitForSelector('[data-scene="funnel"]');
    expect(await page.textContent('[data-ignored]')).toContain('news');
    await page.close();
  });

  it('follows the remote control, but for a wall that goes its own way', { timeout: 120_000 }, async () => {
    const remote = await openPage(browser, `${server.url}/wall/remote`, { width: 1440, height: 900 });
    const wall = await openPage(browser, `${server.url}/wall?scenes=pulse`, wallSize);
    const alone = await openPage(browser, `${server.url}/wall?scenes=pulse&remote=off`, wallSize);
    for (const { page } of [wall, alone]) await page.waitForSelector('[data-scene="pulse"]');
    await remote.page.getByRole('button', { name: /^Voices/ }).click();
    await wall.page.waitForSelector('[data-scene="voices"]');
    await remote.page.getByRole('button', { name: 'Pin' }).click();
    await remote.page.waitForFunction(
      () => document.querySelector('h1')?.textContent === 'All walls show Voices, pinned.',
    );
    expect(await alone.page.getAttribute('[data-scene]', 'data-scene')).toBe('pulse');
    // Keys at the wall itself take it aside.
    await wall.page.keyboard.press('2');
    await wall.page.waitForSelector('[data-scene="themes"]');
    await wall.page.keyboard.press(' ');
    await wall.page.waitForSelector('[data-scene="voices"]');
    expect(await seriousFaults(remote.page)).toEqual([]);
    await remote.page.getByRole('button', { name: 'Let them turn' }).click();
    await wall.page.waitForSelector('[data-scene="pulse"]');
    expect([remote.errors, wall.errors, alone.errors]).toEqual([[], [], []]);
    for (const { page } of [remote, wall, alone]) await page.close();
  });

  it('stands in one column on a phone, readable and whole', async () => {
    const size = { width: 390, height: 844 };
    const { page, errors } = await openPage(browser, `${server.url}/wall`, size);
    await page.waitForSelector('[data-scene]');
    for (const scene of wallScenes) {
      await turnTo(page, scene);
      for (const { text, size: letters, right, bottom } of await readTexts(page)) {
        expect(letters, `${scene}: ${text}`).toBeGreaterThan(13);
        expect(bottom, `${scene}: ${text}`).toBeLessThanOrEqual(size.height + shifted);
        expect(right, `${scene}: ${text}`).toBeLessThanOrEqual(size.width + shifted);
      }
      expect(await seriousFaults(page), scene).toEqual([]);
    }
    expect(errors).toEqual([]);
    await page.close();
  }, 60_000);

  it('keeps a late source in the footer of a wall that stands upright, beside what is held', async () => {
    const size = { width: 1080, height: 1920 };
    await postAll(server.url, [
      { id: `late-${Date.now()}`, at: Date.now() - 5 * 60_000, text: 'A late word about Vela, I love it', lang: 'en' },
    ]);
    const { page } = await openPage(browser, `${server.url}/wall?scene=themes`, size);
    await page.waitForSelector('[data-scene]');
    await page.locator('footer li', { hasText: /5\smin/ }).waitFor();
    const texts = await readTexts(page);
    const source = texts.find(({ text }) => /5\smin/.test(text));
    const held = texts.find(({ text }) => text === 'held');
    expect(source?.bottom).toBeLessThanOrEqual(size.height + shifted);
    expect(source?.bottom).toBeCloseTo(held?.bottom ?? 0, 0);
    await page.close();
  });

  it('has nothing that axe-core calls serious', { timeout: 120_000 }, async () => {
    const { page } = await openPage(browser, `${server.url}/wall`, wallSize);
    await page.waitForSelector('[data-scene]');
    for (const scene of wallScenes) {
      await turnTo(page, scene);
      expect(await seriousFaults(page), scene).toEqual([]);
    }
    await page.close();
  });

  it('greys within five seconds of a server that only stops, and is right again after it goes on', {
    timeout: 90_000,
  }, async () => {
    const { page } = await openPage(browser, `${server.url}/wall?scene=pulse`, wallSize);
    // The line may be live before the first figures are here.
    await page.waitForSelector(figure('mentions'));
    await page.waitForSelector('[data-live="live"]');
    const clock = await openPage(browser, `${server.url}/wall?scene=clock`, wallSize);
    await clock.page.waitForSelector('section svg [data-newest]');
    const titles = await readTitles(clock.page);
    expect(titles.length).toBeGreaterThan(3);
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
        /^Connection lost \d+\ss ago\. Trying again\.All counts are from \d\d:\d\d:\d\d and no longer move/,
      );
      expect(Number(/\d+/.exec(text)?.[0])).toBeLessThanOrEqual(greyWithinSeconds);
      // Outlines, where live figures are solid.
      const strokes = await page.$$eval('[data-figure]', (figures) =>
        figures.map((one) => Number.parseFloat(getComputedStyle(one).webkitTextStrokeWidth)),
      );
      expect(strokes).toHaveLength(3);
      expect(Math.min(...strokes)).toBeGreaterThan(0);
      // Nothing that stays hops.
      await clock.page.waitForSelector('[data-stale]');
      expect(await readTitles(clock.page)).toEqual(titles);
    } finally {
      process.kill(server.pid, 'SIGCONT');
    }
    await page.waitForSelector('[data-scene]:not([data-stale])', { timeout: 15_000 });
    await clock.page.close();
    await page.close();
  });
});
