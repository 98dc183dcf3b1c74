import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Workspace } from '../../shared/domain.ts';
import { openBrowser, openPage, seriousFaults } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

const laptop = { width: 1440, height: 900 };

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

async function workspace(): Promise<Workspace> {
  return (await (await fetch(`${server.url}/api/workspace`)).json()) as Workspace;
}

describe('Settings with a key of few rights', () => {
  it('are read only for a key that may look, and say why; a key that may only post is told so', async () => {
    const [all, view, ingest] = ['a', 'v', 'i'].map((letter) => letter.repeat(40)) as [string, string, string];
    const locked = await startServer({
      withClient: true,
      args: ['--demo'],
      env: { LAUNCHROOM_TOKEN: all, LAUNCHROOM_VIEW_TOKEN: view, LAUNCHROOM_INGEST_TOKEN: ingest },
    });
    const viewer = await openPage(browser, `${locked.url}/settings/brands#token=${view}`, laptop);
    await viewer.page.getByText('may look, not change').waitFor();
    expect(await viewer.page.getByLabel('Name', { exact: true }).getAttribute('readonly')).not.toBeNull();
    expect(await viewer.page.getByLabel('Query', { exact: true }).getAttribute('readonly')).not.toBeNull();
    for (const name of ['Save', 'Add', 'Delete', 'Start with your own'])
      expect(await viewer.page.getByRole('button', { name, exact: true }).count(), name).toBe(0);
    await viewer.page.getByRole('link', { name: 'Data', exact: true }).click();
    await viewer.page.getByRole('button', { name: 'Export' }).waitFor();
    expect(
      await viewer.page
        .getByRole('button')
        .filter({ hasText: /Choose|Import|Remove/ })
        .count(),
    ).toBe(0);
    expect(await seriousFaults(viewer.page)).toEqual([]);
    expect(viewer.errors).toEqual([]);
    await viewer.page.close();

    const context = await browser.newContext();
    const poster = await context.newPage();
    await poster.goto(`${locked.url}/#token=${ingest}`);
    await poster.getByText('This key may only post').waitFor();
    await poster.goto(`${locked.url}/wall?ui=fr`);
    await poster.getByText('Cette clé ne peut qu’envoyer').waitFor();
    await context.close();

    // Whoever has no key yet finds a field for it, and no places that lead nowhere.
    const stranger = await openPage(browser, `${locked.url}/launches?theme=light`, laptop);
    const field = stranger.page.getByLabel('Key', { exact: true });
    await field.waitFor();
    expect(await stranger.page.getByRole('navigation', { name: 'Main' }).count()).toBe(0);
    expect(await stranger.page.getByText(/^(Live|Connecting)/).count()).toBe(0);
    expect(await seriousFaults(stranger.page)).toEqual([]);
    await field.fill('x'.repeat(40));
    await stranger.page.getByRole('button', { name: 'Open', exact: true }).click();
    await stranger.page.getByText('none of the keys of this server').waitFor();
    await field.fill(view);
    await field.press('Enter');
    // The demo tells of long ago first.
    await stranger.page
      .getByRole('table', { name: 'Launches in figures, the newest first' })
      .waitFor({ timeout: 90_000 });
    expect(new URL(stranger.page.url()).pathname).toBe('/launches');
    await stranger.page.context().close();
    await locked.end();
  }, 180_000);
});

describe('Settings', () => {
  it('leads from nothing to a first brand, with a query proposed by its name', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/settings?theme=light`, laptop);
    await page.getByLabel('The name people use').fill('Atelier Brume');
    expect(await page.getByLabel('Query', { exact: true }).inputValue()).toBe('"Atelier Brume" OR AtelierBrume');
    await page.getByText('nothing to mend').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('written as').waitFor();
    expect((await workspace()).brands).toMatchObject([{ id: 'atelier-brume', name: 'Atelier Brume' }]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('takes a file from upload to done, shows how it is read, and hands back the rejected rows', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/settings/data?theme=light`, laptop);
    const rows = ['when,who,words,stars'];
    for (let index = 0; index < 60; index += 1)
      rows.push(
        `2026-03-0${(index % 9) + 1}T10:00:00Z,p${index},"Candle ${index} of Atelier Brume, number ${index * 7}",${index % 5}`,
      );
    rows.push('not a time,p60,"Atelier Brume again",3');
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await (await choosing).setFiles({
      name: 'reviews.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(rows.join('\n')),
    });
    const card = page.getByRole('article', { name: 'reviews.csv' });
    await card.waitFor();
    const start = card.getByRole('button', { name: 'Import', exact: true });
    await card.getByText('Choose the column that holds the text').waitFor();
    expect(await start.isDisabled()).toBe(true);
    await card.getByLabel('Text', { exact: true }).selectOption('words');
    await card.getByLabel('Time', { exact: true }).selectOption('');
    await card.getByText('Choose the column that holds the time').waitFor();
    expect(await start.isDisabled()).toBe(true);
    await card.getByLabel(/^Time \(/).fill('2026-03-01T10:00');
    await card.getByText('Choose the column that holds the time').waitFor({ state: 'detached' });
    await page.waitForFunction(() => !document.querySelector<HTMLButtonElement>('article .primary')?.disabled);
    await card.getByLabel('Time', { exact: true }).selectOption('when');
    await card.getByText('Candle 0 of Atelier Brume').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await start.click();
    await page.waitForSelector('article[data-state="done"]');
    expect(await card.locator('[data-progress]').textContent()).toMatch(
      /61 rows, 60 accepted, 0 known already, 1 rejected/,
    );
    const rejected = await fetch(
      new URL((await card.getByRole('link', { name: 'Rejected rows' }).getAttribute('href'))!, server.url),
    );
    expect((await rejected.text()).split('\n')[1]).toMatch(/^61,/);
    const funnel = await (await fetch(`${server.url}/api/funnel`)).json();
    expect(funnel).toMatchObject({ collected: 60, important: 60 });
    expect(errors).toEqual([]);
    await page.close();
  });

  it('says of a query what is wrong and where, mends it, and shows what it finds', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/settings/brands?theme=light`, laptop);
    const query = page.getByLabel('Query', { exact: true });
    await query.fill('"atelier brume"\nOR chanel:review');
    await page.getByText('Line 2, character 4').waitFor();
    await page.getByRole('button', { name: 'Use channel:' }).click();
    expect(await query.inputValue()).toBe('"atelier brume"\nOR channel:review');
    await page.getByText('nothing to mend').waitFor();
    await page.getByText('the newest 6').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    expect((await workspace()).brands[0]!.query).toBe('"atelier brume"\nOR channel:review');
    expect(errors).toEqual([]);
    await page.close();
  });

  it('adds, deletes and undoes', async () => {
    const { page } = await openPage(browser, `${server.url}/settings/themes`, laptop);
    await page.getByLabel('Name').fill('Scent');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    expect((await workspace()).themes).toEqual([{ id: 'scent', name: 'Scent', query: 'Scent' }]);
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Scent is deleted.').waitFor();
    expect((await workspace()).themes).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForFunction(() => !document.body.textContent?.includes('Scent is deleted.'));
    expect((await workspace()).themes).toEqual([{ id: 'scent', name: 'Scent', query: 'Scent' }]);
    await page.close();
  });

  it('plans a launch with its events in its own zone, changes it, and takes it away', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/launches?theme=light`, laptop);
    await page.getByRole('link', { name: 'Plan a launch' }).click();
    const save = page.getByRole('button', { name: 'Save' });
    await page.getByLabel('Name', { exact: true }).fill('Brume d’hiver');
    await page.getByLabel('T0, when it starts').fill('2026-03-10T10:00');
    await page.getByLabel('Time zone').fill('Nowhere/Else');
    await page.getByText('A name of the IANA list').waitFor();
    expect(await save.isDisabled()).toBe(true);
    await page.getByLabel('Time zone').fill('Asia/Tokyo');
    await page.getByRole('button', { name: 'Add an event' }).click();
    const event = page.getByRole('listitem', { name: 'Event 1' });
    expect(await save.isDisabled()).toBe(true);
    await event.getByLabel('When').fill('2026-03-10T12:30');
    await event.getByLabel('Name').fill('film out');
    await event.getByLabel('Kind').fill('film');
    expect(await seriousFaults(page)).toEqual([]);
    await save.click();
    await page.getByText('Saved.').waitFor();
    const t0 = Date.UTC(2026, 2, 10, 1);
    const launch = {
      id: 'brume-d-hiver',
      name: 'Brume d’hiver',
      brand: 'atelier-brume',
      at: t0,
      timeZone: 'Asia/Tokyo',
      events: [{ at: t0 + 2.5 * 3_600_000, name: 'film out', kind: 'film' }],
      decisions: [],
    };
    expect((await workspace()).launches).toEqual([launch]);
    await page.getByRole('button', { name: 'Remove event 1' }).click();
    await page.getByLabel('Query of the product').fill('hiver');
    await page.getByText('nothing to mend').waitFor();
    await save.click();
    await page.getByText('Saved.').waitFor();
    expect((await workspace()).launches).toEqual([{ ...launch, query: 'hiver', events: [] }]);
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Brume d’hiver is deleted.').waitFor();
    expect((await workspace()).launches).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('does not save over what somebody else changed in between, and keeps the draft', async () => {
    const { page } = await openPage(browser, `${server.url}/settings/brands`, laptop);
    const name = page.getByLabel('Name');
    await name.fill('Brume');
    const theirs = await workspace();
    const put = await fetch(`${server.url}/api/workspace`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...theirs, name: 'Changed by somebody' }),
    });
    expect(put.status).toBe(200);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Changed elsewhere since you began').waitFor();
    expect(await name.inputValue()).toBe('Brume');
    expect((await workspace()).brands[0]!.name).toBe('Atelier Brume');
    await page.getByRole('button', { name: 'Keep my draft' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    expect(await workspace()).toMatchObject({ name: 'Changed by somebody', brands: [{ name: 'Brume' }] });
    await page.close();
  });

  it('shows sources and the line for programs, on a phone in French too', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/settings/sources?ui=fr&theme=dark`, {
      width: 390,
      height: 844,
    });
    await page.getByText('Pour les techniciens').first().click();
    await page.getByText('/api/ingest').waitFor();
    await page.getByRole('row', { name: /reviews\.csv/ }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });
});
