import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Workspace } from '../../shared/domain.ts';
import type { HealthAnswer } from '../../shared/protocol.ts';
import { dayMs } from '../../shared/rollup.ts';
import { openBrowser, openPage, seriousFaults } from '../support/browser.ts';
import { getJson } from '../support/ingest.ts';
import { makeSeamedStore } from '../support/seamedStore.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  const dir = mkdtempSync(join(tmpdir(), 'launchroom-seam-'));
  await makeSeamedStore(dir, Date.now());
  server = await startServer({ dir, withClient: true });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.end();
});

const health = () => getJson<HealthAnswer>(server.url, '/api/health');

async function save(change: (workspace: Workspace) => Workspace): Promise<void> {
  const workspace = change(await getJson<Workspace>(server.url, '/api/workspace'));
  const answer = await fetch(`${server.url}/api/workspace`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(workspace),
  });
  expect(answer.status).toBe(200);
}

describe('the seam to what cannot be counted again', () => {
  it('is marked in the curve with words, and explained, where the range reaches behind it', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/explore?range=all&theme=light`, {
      width: 1440,
      height: 900,
    });
    await page.getByText('Buzz volume').waitFor();
    expect(await page.locator('[data-seam]').count()).toBe(0);
    // A brand that is new to the rules: its curve begins where what was set aside is kept.
    await save((workspace) => ({
      ...workspace,
      brands: [...workspace.brands, { id: 'solenne', name: 'Solenne', query: 'solenne' }],
    }));
    await expect.poll(async () => (await health()).history.seam?.ruleSet, { timeout: 20_000 }).toBe(1);
    await page.getByText(/^all recounted since \d+ \w+$/).waitFor();
    await page.getByText(/^mentions recounted since \d+ \w+$/).waitFor();
    await page.getByText('what the rules name newly begins there').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.goto(`${server.url}/explore?range=24h&theme=light`);
    await page.getByText('Buzz volume').waitFor();
    expect(await page.locator('[data-seam]').count()).toBe(0);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('is told on the Brief too, where its range reaches behind it', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/?theme=light`, { width: 1440, height: 900 });
    await page.getByText('Mentions since T0').waitFor();
    expect(await page.locator('[data-seam]').count()).toBe(0);
    await save((workspace) => ({
      ...workspace,
      launches: workspace.launches.map((launch) => ({ ...launch, at: Date.now() - 10 * dayMs })),
    }));
    await page.locator('[data-seam]').waitFor();
    expect(await page.locator('[data-seam]').innerText()).toContain('newly begins there');
    expect(await seriousFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('a counting that was stopped is told on every settings screen, and can be begun again', async () => {
    await save((workspace) => ({ ...workspace, significance: { threshold: 0.3 } }));
    expect((await fetch(`${server.url}/api/recompute`, { method: 'DELETE' })).status).toBe(200);
    const { page, errors } = await openPage(browser, `${server.url}/settings/themes?ui=fr`, {
      width: 390,
      height: 844,
    });
    await page.getByText('la version 4 ne les a pas recomptés').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Recompter' }).click();
    await expect.poll(async () => (await health()).history.ruleSet, { timeout: 20_000 }).toBe(4);
    await page.getByText('ne les a pas recomptés').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(errors).toEqual([]);
    await page.close();
  });
});
