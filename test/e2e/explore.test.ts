import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage, seriousFaults } from '../support/browser.ts';
import { postAll, setUpLaunchDay, tail } from '../support/launchDay.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

const laptop = { width: 1440, height: 900 };

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ withClient: true });
  browser = await openBrowser();
  await setUpLaunchDay(server.url, Date.now());
  await postAll(server.url, [
    { id: 'aside-1', at: Date.now() - 60_000, text: 'Nothing about any of these brands at all today', lang: 'en' },
    { id: 'unscored-1', at: Date.now() - 55_000, text: 'Waar koop ik Vela in Gent?', lang: 'nl' },
    { id: 'aside-2', at: Date.now() - 50_000, text: 'The weather in the mountains was wonderful', lang: 'en' },
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.end();
});

const numberOf = (text: string | null) => Number((text ?? '').replaceAll(/[^\d]/g, ''));

/** Loads page after page until the list is whole; its length is what a number promised. */
async function listed(page: Page): Promise<number> {
  for (;;) {
    const before = await page.locator('button[data-seq]').count();
    // The list asks for its next page by itself when its end comes into sight.
    await page.evaluate(() => document.querySelector('[data-more]')?.scrollIntoView());
    const isWhole = await page.waitForFunction(
      (count) =>
        document.querySelector('[data-more]') === null
          ? 'whole'
          : document.querySelectorAll('button[data-seq]').length > count && 'longer',
      before,
    );
    if ((await isWhole.jsonValue()) === 'whole') return page.locator('button[data-seq]').count();
  }
}

describe('Explore', () => {
  it('shows the day: a sentence, two charts, the matrix, the funnel and the messages', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/explore?theme=light`, laptop);
    await page.waitForSelector('button[data-seq]');
    expect(await page.textContent('h1')).toContain('Vela is named');
    expect(await page.getByRole('img', { name: /^Mentions over time: Vela/ }).count()).toBe(1);
    expect(await page.getByRole('img', { name: /^Net sentiment over time: Vela/ }).count()).toBe(1);
    expect(await page.locator('path.recharts-line-curve').count()).toBeGreaterThan(1);
    expect(await page.getByRole('button', { name: /^Vela, Price:\s*\d+\s*mentions/ }).count()).toBe(1);
    expect(await page.textContent('main')).toContain('not scored yet');
    expect(errors).toEqual([]);
    expect(await seriousFaults(page)).toEqual([]);
    await page.close();
  });

  it('names a theme that is often filed wrongly as a third reason for grey, where one is in sight', async () => {
    const { page } = await openPage(browser, `${server.url}/explore`, laptop);
    const legend = page.locator('footer span[title]');
    await page.waitForSelector('thead th');
    expect(await legend.textContent()).toContain('Grey: under 30 opinions, or zero within.');
    await page.route('**/api/scoreboard', async (route) => {
      const answer = await (await route.fetch()).json();
      await route.fulfill({ json: { ...answer, themes: [{ id: 'price', doubtful: true, share: 0.48 }] } });
    });
    await page.reload();
    await page.waitForSelector('th[data-doubtful]');
    const { height } = (await legend.boundingBox())!;
    expect(height).toBeLessThan(20);
    expect(await legend.textContent()).toContain('Grey: under 30 opinions, zero within, or often filed wrongly.');
    await page.goto(`${server.url}/explore?ui=fr`);
    await page.waitForSelector('th[data-doubtful]');
    expect(await legend.textContent()).toContain('zéro dedans, ou souvent mal classé.');
    expect((await legend.boundingBox())!.height).toBe(height);
    await page.close();
  });

  it('opens as many messages as a number says: a cell of the matrix, and each stage of the funnel', async () => {
    // All of it: a day's range moves on while the test reads, and a post may leave it.
    const everything = `${server.url}/explore?range=all`;
    const { page } = await openPage(browser, everything, laptop);
    const cell = page.getByRole('button', { name: /^Vela, Price:/ });
    const promised = numberOf(/:\s*([\d,]+)\s*mention/.exec((await cell.textContent())!)![1]!);
    expect(promised).toBeGreaterThan(20);
    await cell.click();
    await page.waitForURL(/brand=vela&theme=price&stage=important/);
    await page.waitForFunction((count) => {
      const shown = document.querySelector('button[data-stage="important"] span')?.textContent;
      return shown === String(count);
    }, promised);
    await expect.poll(() => listed(page), { timeout: 10_000 }).toBe(promised);

    await page.goto(everything);
    for (const stage of ['important', 'significant', 'no-brand']) {
      const door = page.locator(`[data-funnel="${stage}"]`);
      const count = numberOf(await door.textContent());
      await door.click();
      await page.waitForFunction(
        ([wanted, all]) => {
          const pressed = document.querySelector('button[data-stage][aria-pressed="true"]');
          return (
            pressed?.querySelector('span')?.textContent === wanted &&
            document.querySelectorAll('button[data-seq]').length === Number(all)
          );
        },
        [new Intl.NumberFormat('en-GB').format(count), Math.min(50, count)] as const,
      );
      await expect.poll(() => listed(page), { timeout: 10_000 }).toBe(count);
    }
    await page.close();
  }, 60_000);

  it('begins another list at its top, however far the one before was read', async () => {
    const { page } = await openPage(browser, `${server.url}/explore?range=all&stage=important`, laptop);
    await page.waitForSelector('button[data-seq]');
    expect(await listed(page)).toBeGreaterThan(50);
    const scrolled = () =>
      page.evaluate(() => document.querySelector('button[data-seq]')!.closest('[data-scrolls]')!.scrollTop);
    expect(await scrolled()).toBeGreaterThan(0);
    // A door beside the list: clicking it moves nothing but what it opens.
    await page.locator('[data-funnel="significant"]').click();
    await page.locator('button[data-stage="significant"][aria-pressed="true"]').waitFor();
    expect(await scrolled()).toBe(0);
    await page.waitForFunction(() => document.querySelectorAll('button[data-seq]').length <= 50);
    expect(await scrolled()).toBe(0);
    await page.close();
  });

  it('corrects a message by keyboard and takes it back', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/explore?range=all`, laptop);
    await page.locator('button[data-seq]').first().click();
    const panel = page.getByRole('region', { name: 'Correct' });
    const relevance = panel.getByRole('group', { name: 'Is it about the brand?' });
    await relevance.getByRole('button', { name: 'No' }).press('Enter');
    await panel.getByText('Corrected by a person').waitFor();
    const funnel = async () => (await (await fetch(`${server.url}/api/funnel`)).json()) as { setAside: object };
    expect((await funnel()).setAside).toMatchObject({ excluded: 1 });
    expect(await panel.textContent()).toContain('A person says that it is not about');
    expect(await seriousFaults(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Undo' }).press('Enter');
    await relevance.locator('button[aria-pressed="true"]', { hasText: 'Yes' }).waitFor();
    expect((await funnel()).setAside).not.toHaveProperty('excluded');
    expect(errors).toEqual([]);
    await page.close();
  });

  it('changes its figures with a filter, and says the filter in the address', async () => {
    const { page } = await openPage(browser, `${server.url}/explore`, laptop);
    const before = numberOf(await page.textContent('[data-total]'));
    await page.getByRole('button', { name: /^Channels/ }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Forum' }).click();
    await page.keyboard.press('Escape');
    await page.waitForURL(/channel=forum/);
    await page.waitForFunction((count) => Number(document.querySelector('[data-total]')?.textContent) < count, before);
    const forum = numberOf(await page.textContent('[data-total]'));
    const series = await (await fetch(`${server.url}/api/series?channel=forum&step=1w`)).json();
    expect(forum).toBe(
      (series as { points: { mentions: number }[] }).points.reduce((sum, point) => sum + point.mentions, 0),
    );
    await page.reload();
    await page.waitForSelector('[data-total]');
    expect(numberOf(await page.textContent('[data-total]'))).toBe(forum);
    await page.close();
  });

  it('walks the messages by keyboard and says of each why it is here', async () => {
    const { page, errors } = await openPage(
      browser,
      `${server.url}/explore?theme=light&stage=important&brand=vela`,
      laptop,
    );
    await page.waitForSelector('button[data-seq]');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/mention=\d+/);
    await page.waitForSelector('article');
    const first = page.url();
    expect(await page.textContent('article')).toMatch(/1 Matched.*Found “Vela”.*5 Counted/s);
    expect(await page.locator('article [data-kind="brand"]').first().textContent()).toContain('Vela');
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('j');
    await page.waitForFunction((address) => location.href !== address, first);
    await page.keyboard.press('Escape');
    await page.waitForSelector('[data-funnel]');
    expect(page.url()).not.toContain('mention=');
    expect(errors).toEqual([]);
    await page.close();
  });

  it('traces what was set aside too, with its reason', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/explore`, laptop);
    await page.locator('[data-funnel="no-brand"]').click();
    await page.locator('button[data-seq]', { hasText: 'weather in the mountains' }).click();
    await page.waitForSelector('article');
    expect(await page.textContent('article')).toContain('None of the 2 brands’ queries found anything.');
    expect(await page.textContent('article')).toContain('as no brand');
    expect(errors).toEqual([]);
    await page.close();
  });

  it('says where a search is wrong and why, keeps the figures, and repairs it in one click', async () => {
    const { page } = await openPage(browser, `${server.url}/explore?stage=important`, laptop);
    await page.waitForSelector('button[data-seq]');
    const total = await page.textContent('[data-total]');
    await page.keyboard.press('/');
    await page.keyboard.type('chanel:forum vela');
    const fault = page.locator('#search-fault');
    await fault.waitFor();
    expect(await fault.textContent()).toContain('At character 1');
    expect(await page.textContent('[data-total]')).toBe(total);
    await fault.getByRole('button').click();
    await page.waitForURL(/q=channel:forum\+vela/);
    // The old list stays until the new one is here.
    await page.waitForFunction(() => {
      const rows = [...document.querySelectorAll('button[data-seq]')];
      return rows.length > 0 && rows.every((row) => row.textContent?.includes('Forum'));
    });
    await page.close();
  });

  it('tells what is suddenly talked about and what people ask, and opens the messages of each', async () => {
    await postAll(
      server.url,
      Array.from({ length: 12 }, (_, k) => ({
        id: `rising-${k}`,
        at: Date.now() - (30 - k) * 60_000,
        text: `The nozzle squeaks on my Vela, ${tail(5_000 + k)}`,
        lang: 'en',
      })),
    );
    const questions = ['When does the Vela refill ship?', 'Nice Vela colours, so when will refills ship to Rome?'];
    await postAll(
      server.url,
      questions.map((text, k) => ({ id: `asks-${k}`, at: Date.now() - (20 - k) * 60_000, text, lang: 'en' })),
    );
    const { page, errors } = await openPage(
      browser,
      `${server.url}/explore?range=1h&brand=vela&theme=light&ui=en`,
      laptop,
    );
    const term = page.locator('[data-term]', { hasText: 'nozzle squeaks' });
    await term.waitFor();
    const row = page.getByRole('listitem').filter({ has: term });
    const promised = numberOf(/(\d+) text/.exec((await row.textContent())!)![1]!);
    expect(await row.textContent()).toMatch(/×\d/);
    expect(await seriousFaults(page)).toEqual([]);
    await term.click();
    await page.waitForURL(/stage=important.*q=%22nozzle\+squeaks%22/);
    await expect.poll(() => page.locator('button[data-seq]').count()).toBe(promised);
    expect(await page.locator('button[data-seq] [data-stance="owns"]').count()).toBe(promised);
    const question = page.locator('[data-question]', { hasText: 'refill ship' });
    await question.click();
    await page.waitForURL(/q=refill/);
    await expect.poll(() => page.locator('button[data-seq]').count()).toBe(2);
    expect(await page.locator('button[data-seq] [data-stance="asks"]').count()).toBe(2);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('announces new messages without moving the list, and shows them when asked', async () => {
    const { page } = await openPage(browser, `${server.url}/explore?stage=important`, laptop);
    await page.waitForSelector('button[data-seq]');
    const first = await page.locator('button[data-seq]').first().getAttribute('data-seq');
    await postAll(server.url, [
      { id: 'fresh-1', at: Date.now(), text: 'Just tried the Vela balm, it is lovely', lang: 'en' },
    ]);
    const pill = page.getByRole('button', { name: '1 new' });
    await pill.waitFor();
    expect(await page.locator('button[data-seq]').first().getAttribute('data-seq')).toBe(first);
    await pill.click();
    await page.locator('button[data-seq]', { hasText: 'Just tried' }).waitFor();
    await page.close();
  });

  it('draws mentions, texts and authors apart, and opens a repeated text as the cluster that it is', async () => {
    const said = 'Vela gives away its new balm to all who write to them before Friday noon';
    const copies = Array.from({ length: 7 }, (_, place) => ({
      id: `copy-${place}`,
      at: Date.now() - (place + 1) * 600_000,
      text: said,
      author: `reader-${place % 3}`,
      lang: 'en',
    }));
    await postAll(server.url, copies);
    const { page, errors } = await openPage(browser, `${server.url}/explore?brand=vela&theme=light`, laptop);
    await page.getByRole('button', { name: 'texts, authors' }).click();
    await page.waitForURL(/volume=counts/);
    const chart = page.getByRole('img', { name: /^Three counts over time/ });
    await chart.waitFor();
    const [mentions, texts, authors] = /Mentions ([\d,]+), Distinct texts ([\d,]+), Authors ([\d,]+)/
      .exec((await chart.getAttribute('aria-label'))!)!
      .slice(1)
      .map(numberOf) as [number, number, number];
    expect(mentions - texts).toBeGreaterThanOrEqual(6);
    expect(authors).toBe(3);
    const cluster = page.locator('[data-cluster]').first();
    expect(await cluster.textContent()).toContain(said);
    const size = numberOf(await cluster.locator('b').textContent());
    expect(size).toBe(7);
    expect(await seriousFaults(page)).toEqual([]);
    await cluster.click();
    await page.waitForURL(/copies=\d+/);
    await page.getByText('Only one text and its near-copies.').waitFor();
    await expect.poll(() => listed(page), { timeout: 10_000 }).toBe(size);
    await page.getByRole('button', { name: 'All messages' }).click();
    await page.waitForFunction(() => !location.search.includes('copies='));
    expect(errors).toEqual([]);
    await page.close();
  });

  it('fits a phone in French, in the dark', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/explore?ui=fr&theme=dark`, {
      width: 390,
      height: 844,
    });
    await page.waitForSelector('button[data-seq]');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('greys within five seconds of a server that stops without a word', async () => {
    const { page } = await openPage(browser, `${server.url}/explore`, laptop);
    await page.waitForSelector('button[data-seq]');
    expect(await page.locator('[data-stale]').count()).toBe(0);
    process.kill(server.pid, 'SIGSTOP');
    try {
      await page.waitForSelector('[data-stale]', { timeout: 5_000 });
    } finally {
      process.kill(server.pid, 'SIGCONT');
    }
    await page.waitForFunction(() => document.querySelector('[data-stale]') === null);
    await page.close();
  });
});
