import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Workspace } from '../../shared/domain.ts';
import type { FunnelShape, HealthAnswer } from '../../shared/protocol.ts';
import { openBrowser, openPage, seriousFaults } from '../support/browser.ts';
import { setUpLaunchDay } from '../support/launchDay.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

const laptop = { width: 1440, height: 900 };
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ withClient: true });
  browser = await openBrowser();
  await setUpLaunchDay(server.url, Date.now());
});
afterAll(async () => {
  await browser?.close();
  await server?.end();
});

const ask = async <Answer>(path: string) => (await (await fetch(`${server.url}${path}`)).json()) as Answer;
/** All of history stands under the newest rules. */
async function untilCounted(): Promise<void> {
  await expect
    .poll(
      async () => {
        const { history, ruleSet, recompute } = await ask<HealthAnswer>('/api/health');
        return recompute === undefined && history.ruleSet === ruleSet;
      },
      { timeout: 20_000 },
    )
    .toBe(true);
}

describe('Settings, a change of the rules', () => {
  it('shows what a threshold keeps, what it would change, counts it through history, and takes it back', async () => {
    await untilCounted();
    const before = await ask<FunnelShape>('/api/funnel');
    const { page, errors } = await openPage(browser, `${server.url}/settings/significance?theme=light`, laptop);
    const kept = page.getByText(/^(At this pace )?[\d,.]+ significant a day/);
    const perDay = /[\d,.]+/.exec((await kept.textContent())!)![0];
    await page.getByRole('img', { name: `Significant mentions a day, by threshold: ${perDay}`, exact: true }).waitFor();
    await page.getByText(/^Counted .+: [\d,]+ mentions?, [\d,]+ of them significant\.$/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByLabel('Or ask for a number a day').fill('0');
    await page.getByText(/Asked for: 0 a day → threshold/).waitFor();
    await page.getByRole('button', { name: 'See what would change' }).click();
    await page.getByText(/messages would stand otherwise/).waitFor();
    await page.getByText(/^Now [\d,.]+ a day, at threshold 0\.50$/).waitFor();
    await page.getByText(/^Counted .+ of them significant at this threshold\.$/).waitFor();
    await page.getByRole('heading', { name: /would go out or move down/ }).waitFor();
    expect(await page.getByRole('heading', { name: /would come in/ }).count()).toBe(0);
    await page.getByRole('columnheader', { name: 'Mentions' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved.').waitFor();
    await untilCounted();
    const { significance } = await ask<Workspace>('/api/workspace');
    expect(significance).toMatchObject({ targetPerDay: 0 });
    expect(significance.threshold).toBeGreaterThan(0.5);
    await page.getByText(/Asked for: 0 a day → threshold [\d.]+\. By now [\d,.]+ are significant at it/).waitFor();
    const after = await ask<FunnelShape>('/api/funnel');
    expect(after.important).toBe(before.important);
    expect(after.significant).toBeLessThan(before.significant);

    await page.getByRole('link', { name: 'Versions' }).click();
    await page.locator('dl > div', { hasText: /^threshold of significance0\.50 → [\d.]+$/ }).waitFor();
    await page.locator('dl > div', { hasText: 'asked for, a daynone → 0' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo this change' }).click();
    await expect
      .poll(async () => (await ask<Workspace>('/api/workspace')).significance.threshold, { timeout: 10_000 })
      .toBe(0.5);
    await untilCounted();
    expect(await ask<FunnelShape>('/api/funnel')).toEqual(before);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('stops a look that takes long, and looks again', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/settings/themes?theme=light`, laptop);
    let isHeld = true;
    await page.route('**/api/workspace/preview', (route) => (isHeld ? undefined : route.continue()));
    await page.getByLabel('Query', { exact: true }).fill('texture');
    await page.getByRole('button', { name: 'See what would change' }).click();
    await page.getByText('Beginning to read kept posts').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    isHeld = false;
    await page.getByRole('button', { name: 'See what would change' }).click();
    await page.getByText(/would stand otherwise/).waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it('looks at a query before it is saved, and forgets the look when the draft changes', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/settings/brands?ui=fr`, {
      width: 390,
      height: 844,
    });
    const query = page.getByLabel('Requête', { exact: true });
    await query.fill('nosuchword');
    await page.getByRole('button', { name: 'Voir ce qui changerait' }).click();
    await page
      .getByText(/serai(en)?t autrement|changerai(en)?t/)
      .first()
      .waitFor();
    await query.fill('nosuchwords');
    await page.getByRole('button', { name: 'Voir ce qui changerait' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(errors).toEqual([]);
    await page.close();
  });
});
