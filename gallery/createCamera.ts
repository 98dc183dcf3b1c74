import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { fileOf, isWall, sizes, type Wanted } from './picture.ts';
import { watchRequests } from './watchRequests.ts';

/** Pictures higher than this are cut, CSS pixels: nobody looks at the end of them. */
const highest = 2_200;
const webpQuality = 50;
/** Between two requests nothing is open, and nothing but the frame is drawn. */
const saysSomething = 'main :is(h1, h2), main [role="status"] > p:not(:empty), main p[role="status"]:not(:empty)';

export type Camera = {
  /** Takes them, a few at a time. */
  take(pictures: readonly Wanted[]): Promise<void>;
  /** Opens all of them, then does what changes for all at once, then takes them. */
  takeTogether(pictures: readonly Wanted[], change: () => Promise<void>): Promise<void>;
  taken: readonly Wanted[];
  troubles: readonly string[];
  close(): Promise<void>;
};

type Opened = { picture: Wanted; context: BrowserContext; page: Page; told: string[]; still: () => Promise<void> };

type Options = {
  folder: string;
  /** A folder for the same pictures in full size, to look at. */
  pngs?: string | undefined;
  /** Whether a file is asked for. */
  isAsked(file: string): boolean;
  /** Waits for its turn: two cores carry a few pages at a time. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
};

/** Takes pictures of one server's screens with the pages' clock where the server's stands. */
export async function createCamera(
  browser: Browser,
  server: { url: string; now(): number },
  { folder, pngs, isAsked, inTurn }: Options,
): Promise<Camera> {
  const taken: Wanted[] = [];
  const troubles: string[] = [];
  // A context is a window: pages that share one resize each other, while a picture is taken and while they wait. So each holds one page at
  // a time, and the next page finds the program there already.
  const free: BrowserContext[] = [];
  const opened: BrowserContext[] = [];

  async function openWindow(): Promise<BrowserContext> {
    // A program that was kept for later would answer in the server's place.
    const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', serviceWorkers: 'block' });
    opened.push(context);
    return context;
  }

  /** Runs what may fail on a page: the picture is then missing, and said to be. */
  async function attempt(page: Page, file: string, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      troubles.push(`${file}: ${String(error).split('\n')[0]}`);
      if (pngs !== undefined) await page.screenshot({ path: join(pngs, file.replace('.webp', '-FAILED.png')) });
      await page.close();
      return false;
    }
  }

  /** A picture's page in a window of its own, as it stands; undefined where it never did. */
  async function open(picture: Wanted): Promise<Opened | undefined> {
    const context = free.pop() ?? (await openWindow());
    await context.clock.setFixedTime(server.now());
    const { shot, size, look, language } = picture;
    const { width, height } = sizes[size];
    const url = new URL(shot.path, server.url);
    if (!isWall(size)) url.searchParams.append('theme', look);
    url.searchParams.set('ui', language);
    const page = await context.newPage();
    await page.setViewportSize({ width, height });
    const told: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !/net::ERR_|WebSocket connection/.test(message.text()))
        told.push(message.text());
    });
    page.on('pageerror', (error) => told.push(String(error)));
    const requests = watchRequests(page);
    const still = () => untilStill(page, () => shot.keepsWaiting === true || requests.open() === 0);
    const stands = await attempt(page, fileOf(picture), async () => {
      await shot.before?.(page);
      await page.goto(url.href, { waitUntil: 'commit' });
      await page.waitForSelector(shot.ready, { timeout: 45_000 });
      if (shot.act) {
        await still();
        await shot.act(page);
      }
      await still();
    });
    if (stands) return { picture, context, page, told, still };
    free.push(context);
    return undefined;
  }

  async function shoot({ picture, context, page, told, still }: Opened): Promise<void> {
    const { shot, size } = picture;
    const { width, height, scale } = sizes[size];
    const file = fileOf(picture);
    const isTaken = await attempt(page, file, async () => {
      if (shot.afterwards) {
        await shot.afterwards(page);
        await still();
      }
      let shownHeight: number = height;
      // A taller window may hold more: what comes into sight is drawn then.
      for (let tries = 0; shot.isWhole && !isWall(size) && tries < 3; tries += 1) {
        const whole = await page.evaluate(() => document.documentElement.scrollHeight);
        const next = Math.min(highest, Math.max(shownHeight, whole));
        if (next === shownHeight) break;
        shownHeight = next;
        await page.setViewportSize({ width, height: shownHeight });
        await still();
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) troubles.push(`${file}: ${overflow} px wider than the screen`);
      // A screen whose parts come one after the other is still for a moment between two of them, without a word.
      await page.waitForSelector(saysSomething, { state: 'attached', timeout: 5_000 });
      if (shot.mayFail !== true) troubles.push(...told.map((error) => `${file}: ${error}`));
      const session = await context.newCDPSession(page);
      const { data } = await session.send('Page.captureScreenshot', {
        format: 'webp',
        quality: webpQuality,
        clip: { x: 0, y: 0, width, height: shownHeight, scale },
      });
      // Looked at behind the picture: whatever changed the page's size while it was taken is seen.
      const drawn = await page.evaluate(() => ({
        width: innerWidth,
        height: innerHeight,
        document: document.documentElement.clientWidth,
      }));
      if (drawn.width !== width || drawn.height !== shownHeight || drawn.document !== width)
        throw new Error(
          `the page is ${drawn.width} x ${drawn.height}, its document ${drawn.document} wide, not ${width} x ${shownHeight}`,
        );
      writeFileSync(join(folder, file), Buffer.from(data, 'base64'));
      if (pngs !== undefined) await page.screenshot({ path: join(pngs, file.replace('.webp', '.png')) });
    });
    if (isTaken) await page.close();
    free.push(context);
  }

  function asked(pictures: readonly Wanted[]): Wanted[] {
    taken.push(...pictures);
    return pictures.filter((picture) => isAsked(fileOf(picture)));
  }

  return {
    taken,
    troubles,
    async take(pictures) {
      await Promise.all(
        asked(pictures).map((picture) =>
          inTurn(async () => {
            const opened = await open(picture);
            if (opened) await shoot(opened);
          }),
        ),
      );
    },
    async takeTogether(pictures, change) {
      // Loading takes turns; standing open costs little.
      const opened = await Promise.all(asked(pictures).map((picture) => inTurn(() => open(picture))));
      await change();
      await Promise.all(opened.map((one) => one && inTurn(() => shoot(one))));
    },
    async close() {
      await Promise.all(opened.map((context) => context.close()));
    },
  };
}

/** Fonts are there, answers have come, and what stands on the page is the same in three looks. */
async function untilStill(page: Page, isAnswered: () => boolean): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const lookEveryMs = 80;
  const mostLooks = 60;
  let before = '';
  let same = 0;
  for (let look = 0; look < mostLooks && same < 2; look += 1) {
    const now = await page.evaluate(() => document.body.innerHTML);
    same = now === before && isAnswered() ? same + 1 : 0;
    before = now;
    // Timed here: the page's clock stands still.
    if (same < 2) await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}
