import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Workspace } from '../../shared/domain.ts';
import { openBrowser, openPage, seriousFaults } from '../support/browser.ts';
import { setUpPastLaunches } from '../support/pastLaunches.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

const laptop = { width: 1440, height: 900 };
let two: RunningServer;
let four: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [two, four] = await Promise.all([startServer({ withClient: true }), startServer({ withClient: true })]);
  browser = await openBrowser();
  // The launch itself is one of them: one past launch here, three there.
  await Promise.all([setUpPastLaunches(two.url, Date.now(), 2), setUpPastLaunches(four.url, Date.now(), 4)]);
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([two?.end(), four?.end()]);
});

describe('A launch beside past ones', () => {
  it('draws two as lines with names, and says no comparison', async () => {
    const { page, errors } = await openPage(browser, `${two.url}/launches/balm?theme=light`, laptop);
    const chart = page.getByRole('img', {
      name: /^Mentions, per hour\. \d+ mentions of the product from T0 to T\+\d+ h, \d+ distinct texts?\. Only one past/,
    });
    await chart.waitFor();
    expect(await chart.getByText('Vela serum').count()).toBe(1);
    expect(await chart.getByText('median').count()).toBe(0);
    expect(await page.getByText(/times the(ir)? median|buzz of|Percentile/i).count()).toBe(0);
    for (const words of ['film out', 'Teaser', 'First day'])
      expect(await chart.getByText(words).count()).toBeGreaterThan(0);
    expect(await seriousFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('draws four as one range with its median, ranks in words, and tells the same figures in a table', async () => {
    const { page, errors } = await openPage(browser, `${four.url}/launches/balm?theme=light`, laptop);
    const chart = page.getByRole('img', {
      name: /^Mentions, per hour\. Least buzz of 4 launches at T\+\d+ h, \d\.\d times the median/,
    });
    await chart.waitFor();
    expect(await chart.getByText('range of the last 3').count()).toBe(1);
    expect(await chart.getByText('Vela serum').count()).toBe(0);
    await page.getByText('As a table').click();
    const table = page.getByRole('table', { name: /Vela balm beside past launches\. Least buzz of 4/ });
    const heads = await table.getByRole('columnheader').allTextContents();
    expect(heads).toEqual(['From', 'Vela balm', 'median', 'lowest', 'highest']);
    const asked = await fetch(`${four.url}/api/launches/balm/compare`);
    const { launch } = (await asked.json()) as { launch: { points: { offsetMs: number; value: number }[] } };
    const first = launch.points.find(({ offsetMs }) => offsetMs === 0)!;
    const row = table.getByRole('row', { name: /^T0 / });
    expect(await row.getByRole('cell').first().textContent()).toBe(String(first.value));
    expect(await seriousFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('draws an outside series on the axis of the curve above it, tick for tick, where that ends before its time', async () => {
    const { at } = (await (await fetch(`${two.url}/api/launches/serum`)).json()) as { at: number };
    const visits = Array.from({ length: 48 }, (_, hour) => ({
      name: 'Visits',
      at: at + (hour - 24) * 3_600_000,
      value: 5,
    }));
    const headers = { 'content-type': 'application/json' };
    await fetch(`${two.url}/api/signals`, { method: 'POST', headers, body: JSON.stringify(visits) });
    const { page } = await openPage(browser, `${two.url}/launches/serum`, laptop);
    const strip = page.getByRole('img', { name: /Visits/ });
    await strip.waitFor();
    const curve = page.getByRole('img', { name: /^Mentions, per/ });
    const ticksOf = async (of: typeof strip) =>
      of
        .locator('text.ax')
        .evaluateAll((texts) =>
          texts
            .filter(({ textContent }) => /^T[−+]/.test(textContent ?? ''))
            .map((text) => `${text.textContent} ${Math.round(Number(text.getAttribute('x')))}`),
        );
    const drawn = await ticksOf(strip);
    expect(drawn.length).toBeGreaterThan(1);
    expect(drawn).toEqual(await ticksOf(curve));
    await fetch(`${two.url}/api/signals/Visits`, { method: 'DELETE' });
    await page.close();
  });

  it('offers no replay of a launch around which nobody listened', async () => {
    const old = { id: 'old', name: 'Old', brand: 'vela', at: '1990-05-01T09:00:00Z' };
    const headers = { 'content-type': 'application/json' };
    await fetch(`${two.url}/api/launches`, { method: 'POST', headers, body: JSON.stringify(old) });
    const { page } = await openPage(browser, `${two.url}/launches/old`, laptop);
    await page.getByText('The story begins with the first hours').waitFor();
    await page.getByRole('heading', { name: 'When and where to speak' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Replay' }).count()).toBe(0);
    await page.goto(`${two.url}/launches/balm`);
    await page.getByRole('heading', { name: 'Replay' }).waitFor();
    await fetch(`${two.url}/api/launches/old`, { method: 'DELETE' });
    await page.close();
  });

  it('keeps figure, scale and past launches in the address, where another person finds them', async () => {
    const { page, errors } = await openPage(browser, `${four.url}/launches/balm?theme=light`, laptop);
    await page.getByRole('combobox', { name: 'Figure' }).selectOption('distinct');
    await page.getByRole('button', { name: 'Per brand size' }).click();
    await page
      .getByText('Past launches', { exact: true })
      .or(page.getByText(/^Past launches/))
      .first()
      .click();
    await page.getByRole('checkbox', { name: /Vela mask/ }).click();
    await page.waitForURL(/with=serum%2Ccream|with=serum,cream/);
    await page.getByText(/^Distinct texts, as a multiple/).waitFor();
    await page.getByText(/Only 2 past launches were|Only one past launch was/).waitFor();
    expect(page.url()).toMatch(/metric=distinct/);
    expect(page.url()).toMatch(/scale=size/);
    const other = await openPage(browser, page.url(), laptop);
    await other.page.getByText(/^Distinct texts, as a multiple/).waitFor();
    await other.page.getByText('2 launches', { exact: true }).waitFor();
    await other.page.getByRole('combobox', { name: 'Figure' }).selectOption('theme');
    await other.page.getByText('Price, share of mentions, per hour').waitFor();
    expect([...errors, ...other.errors]).toEqual([]);
    await other.page.close();
    await page.close();
  });

  it('makes a file while it says how far it is, hands it over, and can be stopped', async () => {
    const { page, errors } = await openPage(browser, `${four.url}/launches/balm?theme=light`, laptop);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV', exact: true }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^launchroom-balm-\d{4}-\d\d-\d\d\.csv$/);
    expect(readFileSync(await file.path(), 'utf8')).toContain('Vela balm');
    // A server that takes long: the stop ends the waiting, and the ways are there again.
    await page.route('**/export?*', () => undefined);
    await page.getByRole('link', { name: 'PowerPoint', exact: true }).click();
    await page.getByText('Making the file: 0').waitFor();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByRole('link', { name: 'PowerPoint', exact: true }).waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it('says so where T0 is ahead, and where the server cannot be read, until it can', async () => {
    const { page } = await openPage(browser, `${four.url}/launches/ahead`, laptop);
    await page.getByText(/^T0 is in \d+\sd/).waitFor();
    await page.route(/\/compare/, (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: 'about:blank', title: 'The store is busy', status: 503 }),
      }),
    );
    await page.goto(`${four.url}/launches/serum`);
    await page.getByRole('heading', { name: 'The comparison could not be read' }).waitFor({ timeout: 20_000 });
    await page.unroute(/\/compare/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('img', { name: /^Mentions, per/ }).waitFor();
    await page.close();
  });

  it('lists all launches on one scale, and says what cannot be read instead of claiming to be live', async () => {
    const { page, errors } = await openPage(browser, `${four.url}/launches?theme=light`, laptop);
    const table = page.getByRole('table', { name: 'Launches in figures, the newest first' });
    await table.getByRole('img', { name: /^Vela balm: most \d+ mentions in an hour, at T/ }).waitFor();
    const balm = table.getByRole('row', { name: /Vela balm/ });
    expect((await balm.textContent())!.replace(/\s/g, ' ')).toMatch(/so far, T\+\d+ h.*the median of 3at T\+\d+ h$/);
    expect(
      await table
        .getByRole('row', { name: /Vela ahead/ })
        .getByText(/^T0 in \d+/)
        .count(),
    ).toBeGreaterThan(0);
    await page
      .getByRole('heading', { level: 1, name: /^Vela balm .*the median of the 3 launches before it/ })
      .waitFor();
    expect(await page.getByRole('link', { name: 'Plan a launch' }).getAttribute('href')).toContain(
      '/settings/launches',
    );
    expect(await seriousFaults(page)).toEqual([]);
    expect(errors).toEqual([]);

    await page.route(/\/api\/workspace/, (route) => route.fulfill({ status: 503, body: '' }));
    await page.reload();
    await page.getByRole('heading', { name: 'The launches cannot be read' }).waitFor({ timeout: 20_000 });
    await page.getByText('the server is too busy to read the past').waitFor();
    await page.getByText('Figures cannot be read', { exact: true }).waitFor();
    await page.unroute(/\/api\/workspace/);
    // It asks again by itself.
    await balm.waitFor({ timeout: 20_000 });
    await page.getByText('Live', { exact: true }).waitFor();
    await page.close();
  }, 90_000);

  it('fits a phone in French', async () => {
    const { page, errors } = await openPage(browser, `${four.url}/launches/balm?ui=fr&theme=dark`, {
      width: 390,
      height: 844,
    });
    await page.getByRole('img', { name: /^Mentions, par heure/ }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await seriousFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });
});

describe('Settings, Launches', () => {
  it('plans a country, phases and whom it is compared with, and shows each fault of the server at its field', async () => {
    const { page, errors } = await openPage(browser, `${four.url}/settings/launches?theme=light`, laptop);
    await page.getByRole('button', { name: 'Vela serum' }).click();
    await page.getByRole('button', { name: 'Add a country' }).click();
    const country = page.getByRole('listitem', { name: 'Country 1' });
    await country.getByLabel('Country, two letters').fill('j');
    await country.getByLabel('Time zone').fill('Asia/Tokyo');
    await page.getByRole('button', { name: 'Add a phase' }).click();
    const phase = page.getByRole('listitem', { name: 'Phase 1' });
    await phase.getByLabel('Name').fill('First week');
    await phase.getByLabel('To, h').fill('-1');
    await page.getByRole('checkbox', { name: 'Vela mask' }).check();
    const save = page.getByRole('button', { name: 'Save', exact: true });
    await save.click();
    await phase.getByText('a phase ends after it begins').waitFor();
    expect(await phase.getByLabel('To, h').getAttribute('aria-invalid')).toBe('true');
    expect(await country.getByLabel('Country, two letters').getAttribute('aria-invalid')).toBe('true');
    await page.getByText('What is wrong stands beside each field.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await phase.getByLabel('To, h').fill('168');
    await country.getByLabel('Country, two letters').fill('jp');
    await save.click();
    await page.getByText('Saved.').waitFor();
    const { launches } = (await (await fetch(`${four.url}/api/workspace`)).json()) as Workspace;
    const serum = launches.find(({ id }) => id === 'serum');
    expect(serum).toMatchObject({
      phases: [{ name: 'First week', from: 0, to: 168 }],
      starts: [{ country: 'JP', timeZone: 'Asia/Tokyo' }],
      compareWith: ['mask'],
    });
    await page.getByLabel('Query of the product').fill('serum OR drops');
    await page.getByText('Another query counts history again').waitFor();
    // A refused document is logged by the browser itself.
    expect(errors.filter((error) => !/status of 400/.test(error))).toEqual([]);
    await page.close();
  });
});
