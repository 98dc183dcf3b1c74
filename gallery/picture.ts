import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openPage } from '../test/support/browser.ts';

/** CSS pixels, and how much smaller the picture is: walls have large letters, small print needs its size. */
export const sizes = {
  wall: { width: 1920, height: 1080, scale: 0.5 },
  cinema: { width: 2560, height: 1080, scale: 0.4 },
  upright: { width: 1080, height: 1920, scale: 0.4 },
  '4k': { width: 3840, height: 2160, scale: 0.25 },
  laptop: { width: 1440, height: 900, scale: 0.75 },
  phone: { width: 390, height: 844, scale: 1 },
} as const;
export type Size = keyof typeof sizes;
export type Look = 'light' | 'dark';
export type Language = 'en' | 'fr';

export type Shot = {
  /** File name without size, look and language. */
  name: string;
  caption: string;
  /** Path and query of the screen. */
  path: string;
  /** What is there when the screen stands: a selector. */
  ready: string;
  /** Before the page opens: answers that come late, or never. */
  before?: (page: Page) => Promise<void>;
  /** Once it stands: keys, clicks. */
  act?: (page: Page) => Promise<void>;
  /** Refusals that the browser logs belong to the state. */
  mayFail?: boolean;
  /** All of the page, as far as it goes, and not the first screen alone. */
  isWhole?: boolean;
};

export type Picture = { file: string; shot: Shot; size: Size; look: Look; language: Language };

/** Pictures higher than this are cut, CSS pixels: nobody looks at the end of them. */
const highest = 2_600;
const webpQuality = 55;

export type Camera = {
  take(shot: Shot, size: Size, look?: Look, language?: Language): Promise<void>;
  taken: readonly Picture[];
  troubles: readonly string[];
};

/**
 * Takes pictures of one server's screens with the page's clock where the server's stands. `pngs`: a folder for the same
 * pictures in full size, to look at.
 */
export function createCamera(
  browser: Browser,
  server: { url: string; now(): number },
  { folder, pngs, only }: { folder: string; pngs?: string | undefined; only?: string | undefined },
): Camera {
  const taken: Picture[] = [];
  const troubles: string[] = [];
  return {
    taken,
    troubles,
    async take(shot, size, look = 'light', language = 'en') {
      const { width, height, scale } = sizes[size];
      const isWall = size !== 'laptop' && size !== 'phone';
      const file = `${[shot.name, size, ...(isWall ? [] : [look]), ...(language === 'fr' ? ['fr'] : [])].join('-')}.webp`;
      taken.push({ file, shot, size, look: isWall ? 'dark' : look, language });
      if (only !== undefined && !file.includes(only)) return;
      const url = new URL(shot.path, server.url);
      if (!isWall) url.searchParams.append('theme', look);
      url.searchParams.set('ui', language);
      const { page, errors } = await openPage(browser, url.href, {
        width,
        height,
        async before(opened) {
          await opened.clock.setFixedTime(server.now());
          await shot.before?.(opened);
        },
      });
      try {
        await page.waitForSelector(shot.ready, { timeout: 15_000 });
        await shot.act?.(page);
        await untilStill(page);
        const whole = await page.evaluate(() => document.documentElement.scrollHeight);
        const shownHeight = shot.isWhole && !isWall ? Math.min(highest, Math.max(height, whole)) : height;
        if (shownHeight !== height) {
          await page.setViewportSize({ width, height: shownHeight });
          await untilStill(page);
        }
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (overflow > 0) troubles.push(`${file}: ${overflow} px wider than the screen`);
        if (shot.mayFail !== true) troubles.push(...errors.map((error) => `${file}: ${error}`));
        const session = await page.context().newCDPSession(page);
        const { data } = await session.send('Page.captureScreenshot', {
          format: 'webp',
          quality: webpQuality,
          clip: { x: 0, y: 0, width, height: shownHeight, scale },
        });
        writeFileSync(join(folder, file), Buffer.from(data, 'base64'));
        if (pngs !== undefined) await page.screenshot({ path: join(pngs, file.replace('.webp', '.png')) });
      } catch (error) {
        troubles.push(`${file}: ${String(error).split('\n')[0]}`);
        if (pngs !== undefined) await page.screenshot({ path: join(pngs, file.replace('.webp', '-FAILED.png')) });
      }
      await page.close();
    },
  };
}

/** Fonts are there, and what stands on the page is the same three looks in a row. */
async function untilStill(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const lookEveryMs = 150;
  const mostLooks = 20;
  let before = '';
  let same = 0;
  for (let look = 0; look < mostLooks && same < 3; look += 1) {
    // Timed here: the page's clock stands still.
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    const now = await page.evaluate(() => document.body.innerHTML);
    same = now === before ? same + 1 : 0;
    before = now;
  }
}
