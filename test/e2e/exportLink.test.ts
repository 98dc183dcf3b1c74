import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import JSZip from 'jszip';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LaunchComparison } from '../../shared/launchComparison.ts';
import { openBrowser, openPage } from '../support/browser.ts';
import { setUpPastLaunches } from '../support/pastLaunches.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

const laptop = { width: 1440, height: 900 };
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ withClient: true });
  browser = await openBrowser();
  await setUpPastLaunches(server.url, Date.now(), 4);
});
afterAll(async () => {
  await browser?.close();
  await server?.end();
});

type Row = Record<string, string>;
const rowsOf = (text: string): Row[] => parse(text, { bom: true, columns: true });

/** What each format says where it can be opened again, and what was counted in which hour. */
const formats = {
  CSV(file: Buffer) {
    const rows = rowsOf(file.toString('utf8'));
    return { link: rows.find(({ name }) => name === 'link')!.note!, text: file.toString('utf8') };
  },
  HTML(file: Buffer) {
    const text = file.toString('utf8');
    return { link: /<a href="([^"]+)">/.exec(text)![1]!.replaceAll('&amp;', '&'), text };
  },
  async PowerPoint(file: Buffer) {
    const zip = await JSZip.loadAsync(file);
    const links = await Promise.all(
      zip.file(/^ppt\/slides\/_rels\/slide\d+\.xml\.rels$/).map((part) => part.async('string')),
    );
    const slides = await Promise.all(zip.file(/^ppt\/slides\/slide\d+\.xml$/).map((part) => part.async('string')));
    const targets = new Set(links.flatMap((rels) => [...rels.matchAll(/Target="(http[^"]+)"/g)].map(([, to]) => to!)));
    // Every slide leads to the same place.
    expect(targets.size).toBe(1);
    return { link: [...targets][0]!.replaceAll('&amp;', '&'), text: slides.join('') };
  },
};

/** The view as a person sees it: its chart in words, what it stands beside, each hour in its table. */
async function seen(page: Page) {
  const chart = page.getByRole('img', { name: /^Mentions, / });
  await chart.waitFor();
  await page.getByText('As a table').click();
  const table = page.getByRole('table', { name: /Vela balm beside past launches|^Vela balm/ }).first();
  await table.waitFor();
  return {
    chart: await chart.getAttribute('aria-label'),
    scale: await page.getByRole('button', { name: 'Per brand size' }).getAttribute('aria-pressed'),
    table: await table.getByRole('row').allTextContents(),
  };
}

it.each(Object.keys(formats) as (keyof typeof formats)[])(
  'opens the same view, range and figures by the link that a %s file holds',
  async (format) => {
    const look = 'scale=size&with=serum%2Cmask&theme=light&ui=en';
    const { page, errors } = await openPage(browser, `${server.url}/launches/balm?${look}`, laptop);
    const shown = await seen(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: format, exact: true }).click(),
    ]);
    const { link, text } = await formats[format](readFileSync(await download.path()));
    expect(link).toContain('with=');

    const other = await openPage(browser, link, laptop);
    const found = await seen(other.page);
    expect(shown.scale).toBe('true');
    expect(found).toEqual(shown);

    // And the file tells the figures that this page tells.
    const { search } = new URL(link);
    const answer = await fetch(`${server.url}/api/launches/balm/compare${search}`);
    const { launch, past, standing } = (await answer.json()) as LaunchComparison;
    if (!standing) throw new Error('nothing was counted');
    expect(standing.mentions).toBeGreaterThan(10);
    if (format === 'CSV') {
      const rows = rowsOf(text);
      expect(Number(rows.find(({ kind }) => kind === 'total')?.mentions)).toBe(standing.mentions);
      const hours = rows.filter(({ kind }) => kind === 'hour').map(({ mentions }) => Number(mentions));
      expect(hours).toEqual(launch.points.map(({ mentions }) => mentions));
      const told = rows.filter(({ kind }) => kind === 'past').map((row) => [row.name, Number(row.mentions)]);
      expect(told).toEqual(past.flatMap(({ name, points }) => points.map(({ mentions }) => [name, mentions])));
      expect(told.length).toBeGreaterThan(50);
    } else expect(text).toContain(String(standing.mentions));
    for (const past of ['Vela serum', 'Vela mask']) expect(text).toContain(past);
    expect(text).not.toContain('Vela cream');
    expect([...errors, ...other.errors]).toEqual([]);
    await other.page.close();
    await page.close();
  },
);

it('writes counts, interval, rule set, zone, moment and the link into a picture, and the link opens the same view', async () => {
  const { page, errors } = await openPage(browser, `${server.url}/launches/balm?scale=size&theme=light&ui=en`, laptop);
  const shown = await seen(page);
  await page.evaluate(() => {
    const texts: string[] = [];
    Object.assign(window, { written: texts });
    const write = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
      texts.push(text);
      write.call(this, text, ...place);
    };
  });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as picture' }).first().click(),
  ]);
  expect(
    readFileSync(await download.path())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  const written = await page.evaluate(() => (window as unknown as { written: string[] }).written);
  const { standing } = (await (await fetch(`${server.url}/api/launches/balm/compare`)).json()) as LaunchComparison;
  const all = written.join(' ');
  expect(all).toMatch(
    new RegExp(`${standing!.mentions} mentions, net sentiment \\S+ \\S+ \\(90 % interval\\) · balm · rule set 1`),
  );
  expect(all).toMatch(/times in Europe\/Paris · \d+ \w+ 20\d\d, \d\d:\d\d/);
  const link = written.at(-1)!;
  const other = await openPage(browser, link, laptop);
  expect(await seen(other.page)).toEqual(shown);
  expect([...errors, ...other.errors]).toEqual([]);
  await other.page.close();
  await page.close();
});
