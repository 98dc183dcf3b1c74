import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage, seriousFaults } from '../support/browser.ts';
import { postAll, setUpLaunchDay } from '../support/launchDay.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

const laptop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ withClient: true });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.end();
});

describe('the Brief', () => {
  it('leads from an empty workspace to the first brand', async () => {
    const { page, errors } = await openPage(browser, server.url, laptop);
    await page.waitForSelector('text=No brand is watched yet');
    expect(await page.getAttribute('main .button', 'href')).toBe('/settings/start');
    expect(errors).toEqual([]);
    await page.close();
  });

  it('is no more lost on Explore: the same two ways, and by name what will stand where', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/explore`, laptop);
    await page.waitForSelector('text=No brand is watched yet');
    expect(await page.getAttribute('main .button', 'href')).toBe('/settings/start');
    expect(await page.getByRole('button', { name: 'Look at the demo' }).isEnabled()).toBe(true);
    expect(await page.locator('main dt').allTextContents()).toEqual([
      ...['Buzz volume', 'Net sentiment', 'Brand by theme', 'Messages'],
    ]);
    expect(await seriousFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('tells a launch in one screen: sentence, four figures, curve, poles, five messages', async () => {
    await setUpLaunchDay(server.url, Date.now());
    const { page, errors } = await openPage(browser, `${server.url}/?theme=light`, laptop);
    await page.waitForSelector('article h1');
    expect(await page.textContent('h1')).toContain('Vela draws');
    expect(await page.locator('[data-figure]').count()).toBe(4);
    expect(Number(await page.textContent('[data-figure="1"]'))).toBeGreaterThan(100);
    await page.waitForSelector('figure, section svg[aria-label^="Mentions per"]');
    await page.waitForSelector('ol li blockquote');
    const text = await page.textContent('article');
    expect(text).toMatch(/Helps most|Seems to help most/);
    expect(text).toMatch(/Hurts most|Seems to hurt most/);
    // The headline names the theme that hurts as surely as the page does beside it, and no surer.
    const isGrey = text!.includes('Seems to hurt most');
    expect(await page.textContent('h1')).toMatch(
      isGrey ? /seems to (hold it back|hurt most)/ : /(costs|adds) (most|\d+ points?)/,
    );
    expect(text).toContain('not scored yet (Dutch)');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBe(0);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('keeps its tables within their column, each head over its figures, on laptop and phone', async () => {
    for (const size of [laptop, phone]) {
      const { page, errors } = await openPage(browser, `${server.url}/?theme=light`, size);
      await page.waitForSelector('aside table tbody td');
      const tables = await page.evaluate(() =>
        [...document.querySelectorAll('aside table')].map((table) => {
          const right = (cell: Element) => {
            const words = document.createRange();
            words.selectNodeContents(cell);
            return Math.round(words.getBoundingClientRect().right);
          };
          return {
            beyond: Math.round(
              table.getBoundingClientRect().right - table.closest('aside')!.getBoundingClientRect().right,
            ),
            columns: [1, -1].map((at) =>
              [...table.querySelectorAll('tr')].map((row) => right([...row.children].at(at)!)),
            ),
          };
        }),
      );
      expect(tables.length).toBeGreaterThan(0);
      for (const { beyond, columns } of tables) {
        expect(beyond).toBeLessThanOrEqual(0);
        for (const ends of columns) expect(Math.max(...ends) - Math.min(...ends), `${ends}`).toBeLessThanOrEqual(3);
      }
      expect(errors).toEqual([]);
      await page.close();
    }
  });

  it('notes a decision with what was known, and marks it on the curve', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/?theme=light`, laptop);
    await page.waitForSelector('text=Needs a decision');
    await page.waitForSelector('section svg[aria-label^="Mentions per"]');
    await page.keyboard.press('d');
    await page.fill('dialog label:has-text("What was decided") input', 'Answer on the price');
    await page.fill('dialog label:has-text("By whom") input', 'Marketing');
    await page.click('dialog button[type="submit"]');
    await page.waitForSelector('dialog', { state: 'detached' });
    const [launch] = (await (await fetch(`${server.url}/api/launches`)).json()) as {
      id: string;
      decisions: { name: string; snapshot: { day: { mentions: number } } }[];
    }[];
    const noted = launch!.decisions.at(-1)!;
    expect(noted).toMatchObject({ name: 'Answer on the price', who: 'Marketing' });
    expect(noted.snapshot.day.mentions).toBeGreaterThan(100);
    await page.waitForSelector('svg title:has-text("Decision A")', { state: 'attached' });
    await page.goto(`${server.url}/launches/${launch!.id}`);
    await page.waitForSelector('text=What followed did not have to come from it.');
    expect(await page.textContent('article')).toContain('Answer on the price');
    expect(await seriousFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('notes nothing while the line is lost, says why, and keeps what is being written', {
    timeout: 90_000,
  }, async () => {
    const { page } = await openPage(browser, `${server.url}/?theme=light`, laptop);
    const noting = page.getByRole('button', { name: 'Note a decision' });
    const decided = 'dialog label:has-text("What was decided") input';
    await noting.click();
    await page.fill(decided, 'Refund whoever asks');
    process.kill(server.pid, 'SIGSTOP');
    try {
      await page.waitForSelector('dialog button[type="submit"]:disabled', { timeout: 20_000 });
      expect(await page.textContent('dialog')).toContain(
        'Nothing can be noted or changed until the connection is back.',
      );
      expect(await page.inputValue(decided)).toBe('Refund whoever asks');
      await page.click('dialog button[type="button"]');
      await page.keyboard.press('d');
      expect(await page.locator('dialog').count()).toBe(0);
      expect(await noting.isDisabled()).toBe(true);
    } finally {
      process.kill(server.pid, 'SIGCONT');
    }
    await expect.poll(() => noting.isEnabled(), { timeout: 20_000 }).toBe(true);
    await page.close();
  });

  it('opens the messages behind a number, and as many as it says', async () => {
    const { page } = await openPage(browser, server.url, laptop);
    const href = await page.getAttribute('[data-figure="1"]', 'href');
    expect(href).toMatch(/^\/explore\?range=t0&brand=vela&stage=important/);
    const said = (await page.textContent('[data-figure="1"]'))!;
    await page.keyboard.press('1');
    await page.waitForURL('**/explore?**');
    await page.waitForSelector('[data-stage="important"][aria-pressed="true"] span');
    expect(await page.textContent('[data-stage="important"] span')).toBe(said);
    await page.close();
  });

  it('moves with the posts that come in', async () => {
    const { page } = await openPage(browser, server.url, laptop);
    const before = Number(await page.textContent('[data-figure="1"]'));
    await postAll(server.url, [{ id: 'late-1', at: Date.now(), text: 'Vela again, lovely', lang: 'en' }]);
    await page.waitForFunction(
      (count) => Number(document.querySelector('[data-figure="1"]')?.textContent) === count,
      before + 1,
    );
    await page.close();
  });

  it('fits a phone in French without a sideways scroll', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/?lang=fr`, { ...phone, locale: 'fr-FR' });
    await page.waitForSelector('article h1');
    expect(await page.textContent('h1')).toMatch(/Vela (fait|réunit)/);
    expect(await page.getAttribute('html', 'lang')).toBe('fr');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    const tab = await page.locator('nav a[aria-current="page"]').first().boundingBox();
    expect(tab!.height).toBeGreaterThanOrEqual(44);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('keeps language and theme from screen to screen', async () => {
    const { page } = await openPage(browser, `${server.url}/?lang=fr&theme=light`, laptop);
    await page.click('nav a:has-text("Lancements")');
    await page.waitForURL(/\/launches/);
    expect(page.url()).toContain('ui=fr');
    expect(await page.getAttribute('html', 'data-theme')).toBe('light');
    await page.close();
  });

  it('has nothing that axe-core calls serious, in light and dark, on laptop and phone', {
    timeout: 120_000,
  }, async () => {
    for (const [theme, size] of [
      ['light', laptop],
      ['dark', laptop],
      ['light', phone],
    ] as const) {
      const { page } = await openPage(browser, `${server.url}/?theme=${theme}`, size);
      await page.waitForSelector('ol li blockquote');
      expect(await seriousFaults(page), theme).toEqual([]);
      await page.close();
    }
  });

  it('greys, and says since when, at a server that only stops', async () => {
    const { page } = await openPage(browser, server.url, laptop);
    await page.waitForSelector('article h1');
    await page.waitForSelector('[data-live="live"]');
    process.kill(server.pid, 'SIGSTOP');
    try {
      await page.waitForSelector('article[data-stale]');
      expect(await page.textContent('article header')).toMatch(/Connection lost at \d\d:\d\d:\d\d/);
    } finally {
      process.kill(server.pid, 'SIGCONT');
    }
    await page.waitForSelector('article:not([data-stale])', { timeout: 15_000 });
    await page.close();
  });

  it('says of an address that leads nowhere that it does', async () => {
    const { page } = await openPage(browser, `${server.url}/launches/nothing`, laptop);
    await page.waitForSelector('text=No such launch');
    await page.close();
  });
});
