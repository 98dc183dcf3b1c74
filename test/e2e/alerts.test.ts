import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sheetMs } from '../../client/select/alertSheet.ts';
import type { Alert, AlertChange, AlertsState } from '../../shared/alerts.ts';
import {
  answerOf,
  makeAutopsy,
  makeBacktest,
  makeState,
  pastAlerts,
  priceAlert,
  silenceAlert,
  talkAlert,
} from '../support/alertStory.ts';
import { openBrowser, openPage, seriousFaults } from '../support/browser.ts';
import { feedAlerts } from '../support/feedAlerts.ts';
import { setUpLaunchDay } from '../support/launchDay.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

/** The screens alone, on invented alerts: the topic and the doors are stood in for, all else is the real server. */

const wallSize = { width: 1920, height: 1080 };
const laptop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
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

type Doors = {
  /** Answers a change; absent: as it was asked for. */
  onChange?: (route: Route, change: AlertChange) => Promise<void>;
  role?: 'view';
  autopsy?: Parameters<typeof makeAutopsy>[1];
};

async function answerAlerts(
  page: Page,
  alerts: readonly Alert[],
  { onChange, role, autopsy }: Doors = {},
): Promise<void> {
  const now = Date.now();
  const doors: Record<string, (route: Route) => Promise<void>> = {
    '/api/alerts': (route) => route.fulfill({ json: { items: alerts } }),
    '/api/alert-rules/precision': (route) =>
      route.fulfill({ json: [{ rule: 'complaints', alerts: 12, useful: 7, useless: 2 }] }),
    '/api/alert-rules/backtest': (route) =>
      route.fulfill({
        contentType: 'application/x-ndjson',
        body: `${JSON.stringify({ done: 1, total: 2 })}\n${JSON.stringify({ answer: makeBacktest(now) })}\n`,
      }),
    '/api/receivers': (route) =>
      route.fulfill({ json: { receivers: [{ id: 'care', name: 'Care team' }], serverSmtp: null } }),
  };
  await page.route(/\/api\/(alerts|alert-rules|receivers)/, async (route) => {
    const { pathname } = new URL(route.request().url());
    const door = doors[pathname];
    if (door) return door(route);
    const alert = alerts.find(({ id }) => pathname === `/api/alerts/${id}`)!;
    if (route.request().method() !== 'PATCH')
      return route.fulfill({ json: answerOf(alert, alert.source === undefined ? makeAutopsy(now, autopsy) : null) });
    const change = route.request().postDataJSON() as AlertChange;
    if (onChange) return onChange(route, change);
    return route.fulfill({ json: { ...alert, ...change } });
  });
  if (role) await page.route(/\/api\/session/, (route) => route.fulfill({ json: { role, name: 'looker' } }));
}

type Fed = Awaited<ReturnType<typeof openPage>> & { send: (state: AlertsState) => void };

async function open(
  path: string,
  size: { width: number; height: number },
  alerts: readonly Alert[],
  doors: Doors & { past?: readonly Alert[] } = {},
): Promise<Fed> {
  let send: (state: AlertsState) => void = () => undefined;
  const opened = await openPage(browser, `${server.url}${path}`, {
    ...size,
    async before(page) {
      send = await feedAlerts(page, makeState(alerts));
      await answerAlerts(page, [...alerts, ...(doors.past ?? [])], doors);
    },
  });
  return { ...opened, send: (state) => send(state) };
}

const sheet = '[data-scene="alert"]';

async function smallestText(page: Page, selector: string): Promise<number> {
  return page.evaluate((root) => {
    let size = 999;
    const walker = document.createTreeWalker(document.querySelector(root)!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement!;
      const box = element.getBoundingClientRect();
      if (node.textContent?.trim() && box.width > 1 && box.height > 1)
        size = Math.min(size, Number.parseFloat(getComputedStyle(element).fontSize));
    }
    return size;
  }, selector);
}

describe('An alert on the wall', () => {
  it('lies over the scene with its figure, its message and who has it, and Pulse goes on below', async () => {
    const { page, errors } = await open('/wall?scene=themes', wallSize, [
      priceAlert(Date.now(), { raisedAt: Date.now() }),
    ]);
    await page.waitForSelector(sheet);
    const said = await page.textContent(`${sheet} section`);
    expect(said).toMatch(/Alert at \d\d:\d\d\s*Vela, Price/);
    for (const part of ['complaints about Price are 9.5 times', 'Chance alone', 'usual: 4, at most 9', '31 authors'])
      expect(said).toContain(part);
    expect(said).toContain('not one message copied');
    expect(said).toContain('Nobody has taken it yet');
    expect(await page.textContent('[data-hero]')).toBe('38');
    expect(await page.locator(`${sheet} mark`).allTextContents()).toEqual(['Far too expensive', 'hate', 'price']);
    expect(await page.locator(`${sheet} [data-bar]`).count()).toBeGreaterThanOrEqual(22);
    expect(await page.locator(`${sheet} [data-told]`).count()).toBe(1);
    expect(Number(await page.textContent('[data-figure="mentions"]'))).toBeGreaterThan(0);
    await page.getByText(/^Themes again in \d+.s$/).waitFor();
    expect(await smallestText(page, sheet)).toBeGreaterThanOrEqual(24);
    expect(await seriousFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('gives the scene back by the clock, leaves a mark in the footer, and is taken off at once when somebody takes it', async () => {
    const { page, send } = await open('/wall?scene=pulse', wallSize, []);
    await page.waitForSelector('[data-scene="pulse"]');
    // Raised long enough ago that little of its minute is left once the wall stands, however slowly it came up.
    const now = Date.now();
    const ending = priceAlert(now, { raisedAt: now - sheetMs + 6_000 });
    send(makeState([ending]));
    await page.waitForSelector(sheet);
    await page.waitForSelector('[data-scene="pulse"] [data-alerts="1"]');
    send(makeState([talkAlert(now, { interrupts: true, raisedAt: Date.now() }), ending]));
    await page.waitForSelector('[data-alert="talk-1"]');
    send(makeState([talkAlert(now, { interrupts: true, raisedAt: Date.now(), state: 'acknowledged' }), ending]));
    await page.waitForSelector('[data-scene="pulse"]');
    await page.close();
  });

  it('does not pretend when the line is lost', { timeout: 60_000 }, async () => {
    const { page } = await open('/wall?scene=pulse', wallSize, [priceAlert(Date.now(), { raisedAt: Date.now() })]);
    await page.waitForSelector(sheet);
    await page.waitForSelector('[data-live="live"]');
    process.kill(server.pid, 'SIGSTOP');
    try {
      await page.waitForSelector(`${sheet}[data-stale]`, { timeout: 10_000 });
      expect(await page.textContent(`${sheet} h1`)).toMatch(/Connection lost .* no longer move\./s);
    } finally {
      process.kill(server.pid, 'SIGCONT');
    }
    await page.waitForSelector(`${sheet}:not([data-stale])`, { timeout: 15_000 });
    await page.close();
  });

  it('stands whole on a phone, in French too', async () => {
    const { page, errors } = await open('/wall?ui=fr', phone, [priceAlert(Date.now(), { raisedAt: Date.now() })]);
    await page.waitForSelector(sheet);
    const { lowest, widest } = await page.evaluate((root) => {
      let [low, wide] = [0, 0];
      for (const element of document.querySelectorAll(`${root} *`)) {
        const box = element.getBoundingClientRect();
        if (!element.textContent?.trim() || box.width <= 1) continue;
        low = Math.max(low, box.bottom);
        wide = Math.max(wide, box.right);
      }
      return { lowest: low, widest: wide };
    }, sheet);
    expect(lowest).toBeLessThanOrEqual(844);
    expect(widest).toBeLessThanOrEqual(390);
    expect(await page.textContent(`${sheet} section`)).toContain('Personne ne s’en occupe pour l’instant');
    expect(await seriousFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });
});

describe('Alerts on every screen', () => {
  it('push down what is read and cover nothing of it, and have their own place on the next screen', async () => {
    const now = Date.now();
    const { page, send, errors } = await open('/?theme=light', laptop, []);
    await page.waitForSelector('h1');
    const top = async () => (await page.locator('h1').boundingBox())!.y;
    const before = await top();
    // Who reads: the screen has settled.
    await page.waitForFunction(() => performance.now() > 3_000);
    send(makeState([priceAlert(now), talkAlert(now), silenceAlert(now)]));
    const line = page.locator('a[data-alert="price-1"]');
    await line.waitFor();
    const place = (await page.locator('[data-rows]').boundingBox())!;
    expect(await top()).toBe(before + place.height);
    const lines = (await page.locator('[data-rows] ul').boundingBox())!;
    expect(lines.y + lines.height, 'nothing of the screen is covered').toBeLessThanOrEqual(place.y + place.height);
    expect(await page.getByText('and 1 more').count()).toBe(1);
    expect(await page.getByRole('link', { name: 'Alerts 3 wait' }).count()).toBe(1);
    await page.getByRole('link', { name: 'Explore', exact: true }).click();
    await page.waitForSelector('[data-rows="1"]');
    await page.getByRole('link', { name: 'Brief', exact: true }).click();
    await page.waitForSelector('[data-rows="2"]');
    expect(await top()).toBeGreaterThan(before);
    expect(await seriousFaults(page)).toEqual([]);
    await line.click();
    await page.waitForURL(/\/alerts\/price-1/);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('say on a phone that a newer one waits behind a real one', async () => {
    const now = Date.now();
    const real = { ...priceAlert(now), raisedAt: now - 600_000 };
    const { page } = await open('/?theme=light', phone, [real, { ...talkAlert(now), raisedAt: now, rehearsal: true }]);
    await page.locator('a[data-alert="price-1"]').waitFor();
    expect(await page.locator('[data-rows]').textContent()).toContain('+1 newer');
    await page.close();
  });

  it('are said aloud once, in a sentence', async () => {
    const { page } = await open('/explore?theme=dark', laptop, [priceAlert(Date.now()), talkAlert(Date.now())]);
    const spoken = page.locator('[data-rows] [aria-live="polite"]');
    await page.waitForFunction(
      () => document.querySelector('[data-rows] [aria-live="polite"]')?.textContent,
      undefined,
      { timeout: 40_000 },
    );
    expect(await spoken.textContent()).toBe(
      'Alert. Vela: complaints about Price are 9.5 times as frequent as usual. One more waits.',
    );
    await page.close();
  }, 60_000);

  it('have room on a phone for what their sentence compares with, in both languages', async () => {
    const { page } = await open('/?ui=fr', phone, [priceAlert(Date.now())]);
    const line = page.locator('a[data-alert="price-1"]');
    for (const [language, end] of [
      ['fr', 'fois plus fréquentes que d’habitude'],
      ['en', 'times as frequent as usual'],
    ] as const) {
      await page.goto(`${server.url}/?ui=${language}`);
      const sentence = line.getByText(end);
      await sentence.waitFor();
      // Three lines: whoever is named, and whatever it is about.
      await sentence.evaluate((element) => {
        element.textContent = `Maison Aurée : ${element.textContent}`;
      });
      const [shown, whole] = await sentence.evaluate((element) => [element.clientHeight, element.scrollHeight]);
      expect(whole).toBeLessThanOrEqual(shown!);
      const [row, box] = [await page.locator('li', { has: line }).boundingBox(), await line.boundingBox()];
      expect(box!.y + box!.height).toBeLessThanOrEqual(row!.y + row!.height + 1);
    }
    await page.close();
  });
});

describe('The list of alerts', () => {
  it('tells what goes on and what is over, and keeps its filters in the address', async () => {
    const now = Date.now();
    const open3 = [priceAlert(now), talkAlert(now), silenceAlert(now)];
    const { page, errors } = await open('/alerts?theme=light', laptop, open3, { past: pastAlerts(now) });
    await page.waitForSelector('li[data-alert="past-2"]');
    expect(await page.locator('li[data-alert]').count()).toBe(5);
    expect(await page.locator('li[data-alert="price-1"]').innerText()).toMatch(
      /38[\s\S]*usual: 4, at most 9[\s\S]*when raised: 21/,
    );
    expect(await page.locator('li[data-alert="past-1"]').innerText()).toMatch(
      /began .*, for 2.h[\s\S]*Care team[\s\S]*Useful/,
    );
    expect(await seriousFaults(page)).toEqual([]);
    // One tap says whether it was worth telling; the rest of the row still opens it.
    const row = page.locator('li[data-alert="price-1"]');
    const [judged] = await Promise.all([
      page.waitForRequest((request) => request.method() === 'PATCH'),
      row
        .getByRole('group', { name: /worth telling/ })
        .getByRole('button', { name: 'No' })
        .click(),
    ]);
    expect([new URL(judged.url()).pathname, judged.postDataJSON()]).toEqual(['/api/alerts/price-1', { useful: false }]);
    await row.getByText('Not useful', { exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/alerts');
    const choose = async (name: string, choice: string) => {
      await page.getByRole('button', { name }).click();
      await page.getByRole('menuitemradio', { name: choice }).click();
    };
    await page.getByRole('heading', { level: 1, name: '3 alerts are open.' }).waitFor();
    await choose('All brands', 'Orso');
    await page.waitForURL(/brand=orso/);
    expect(await page.locator('li[data-alert]').count()).toBe(1);
    await choose('All states', 'put off');
    await page.getByText('No alert is of this kind.').waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it('says since when it listens, and to what, while there is none', async () => {
    const { page } = await open('/alerts?theme=dark&ui=fr', phone, []);
    await page.getByText('Aucune alerte encore').waitFor();
    await page.getByText(/À l’écoute depuis le .* 7 règles surveillent 2 marques et 2 thèmes\./).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.close();
  });
});

describe('The page of one alert', () => {
  it('takes it apart into parts that add up, each a door, and shows messages', async () => {
    const { page, errors } = await open('/alerts/price-1?theme=light', laptop, [priceAlert(Date.now())]);
    await page.waitForSelector('[data-part="rest"]');
    const column = (selector: string) =>
      page.locator(selector).evaluateAll((rows) => rows.map((row) => row.children[4]?.textContent ?? ''));
    const parts = await column('tbody tr[data-part]');
    expect(parts).toEqual(['+19.6', '+7.7', '+4.6', '+2.1']);
    expect(await column('tfoot tr')).toEqual(['+34.0']);
    expect(await page.locator('details mark').count()).toBeGreaterThan(5);
    expect(await page.locator('[data-nature="organic"]').count()).toBe(1);
    const href = await page.getByRole('link', { name: 'Price, Review, English' }).getAttribute('href');
    expect(href).toMatch(/brand=vela&theme=price&channel=review&lang=en&sentiment=negative/);
    expect(await seriousFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('draws what is left over on the scale of the parts, also where it is the most', async () => {
    const { page } = await open('/alerts/price-1?theme=light', laptop, [priceAlert(Date.now())], {
      autopsy: { value: 135, expected: 34, rest: { parts: 155, value: 100, expected: 30.9 } },
    });
    await page.waitForSelector('[data-part="rest"]');
    const bars = await page.$$eval('tr[data-part]', (rows) =>
      rows.map((row) => ({
        excess: Number(row.children[4]!.textContent),
        width: row.querySelector('td i')!.getBoundingClientRect().width,
      })),
    );
    const rest = bars.at(-1)!;
    for (const { excess, width } of bars) expect(width / rest.width).toBeCloseTo(excess / rest.excess, 2);
    expect(rest.width).toBeGreaterThan(3 * bars[0]!.width);
    await page.close();
  });

  it('is acted on by keys: acknowledged, put off, judged, and given to somebody', async () => {
    const said: AlertChange[] = [];
    let alert = priceAlert(Date.now());
    const { page } = await open('/alerts/price-1?theme=dark', laptop, [alert], {
      async onChange(route, change) {
        said.push(change);
        const { snoozeMinutes, ...plain } = change;
        alert = {
          ...alert,
          ...plain,
          ...(snoozeMinutes ? { state: 'snoozed', snoozedUntil: Date.now() } : {}),
        } as Alert;
        await route.fulfill({ json: alert });
      },
    });
    await page.getByRole('button', { name: 'Acknowledge' }).waitFor();
    for (const key of ['a', 's', 'u']) {
      await page.keyboard.press(key);
      await expect.poll(() => said.length).toBe('asu'.indexOf(key) + 1);
    }
    await page.getByLabel('Owner').fill('Care team');
    await page.keyboard.press('Enter');
    await expect.poll(() => said.length).toBe(4);
    expect(said).toEqual([{ state: 'acknowledged' }, { snoozeMinutes: 30 }, { useful: true }, { owner: 'Care team' }]);
    expect(await page.getByRole('button', { name: 'Useful U', exact: true }).getAttribute('aria-pressed')).toBe('true');
    await page.close();
  });

  it('takes back what the server refuses, and says so', async () => {
    const { page } = await open('/alerts/price-1', laptop, [priceAlert(Date.now())], {
      onChange: (route) =>
        route.fulfill({ status: 409, json: { type: 'about:blank', title: 'It is over', status: 409 } }),
    });
    await page.getByRole('button', { name: 'Resolve' }).click();
    await page.getByRole('alert').filter({ hasText: 'That was not taken. It is over' }).waitFor();
    expect(await page.getByRole('button', { name: 'Resolve' }).getAttribute('aria-pressed')).toBe('false');
    await page.close();
  });

  it('offers nothing to a key that may only look', async () => {
    const { page } = await open('/alerts/price-1', laptop, [priceAlert(Date.now())], { role: 'view' });
    await page.getByText('The key of this browser may look, not change.').waitFor();
    expect(await page.locator('main button').count()).toBe(0);
    await page.close();
  });

  it('fits a phone in French, a silent source too', async () => {
    for (const alert of [priceAlert(Date.now()), silenceAlert(Date.now())]) {
      const { page, errors } = await open(`/alerts/${alert.id}?theme=dark&ui=fr`, phone, [alert]);
      await page.waitForSelector('h1');
      await page.getByText(alert.source ? 'ne laisse rien à analyser' : 'Total', { exact: !alert.source }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      expect(await seriousFaults(page)).toEqual([]);
      expect(errors).toEqual([]);
      await page.close();
    }
  });
});

describe('Rules of alerts in Settings', () => {
  it('say what they would have told, at each position of the slider, and are saved with the workspace', async () => {
    const { page, errors } = await open('/settings/alerts?theme=light', laptop, []);
    await page.getByText('7 of 9 judged alerts were useful; 12 were told in all.').waitFor();
    await page.getByRole('button', { name: 'Try it on the last 90 days' }).click();
    await page.getByText('In the last 90 days this would have fired 11 times, about 0.9 a week.').waitFor();
    expect(await page.getByRole('region', { name: 'What it would have told' }).locator('li').count()).toBe(11);
    let asked = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/backtest')) asked += 1;
    });
    // All ten were answered: a slider that moves asks nothing, nor does another name.
    await page.getByLabel('Sensitivity').fill('8');
    await page.getByText('In the last 90 days this would have fired 17 times, about 3.9 a week.').waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('Complaints, at once');
    await page.waitForTimeout(1_000);
    expect(asked).toBe(0);
    await page.getByText('Not saved yet.').waitFor();
    await page.getByRole('button', { name: 'Brands all' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Vela' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Brands Vela' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    const saved = (await (await fetch(`${server.url}/api/workspace`)).json()) as { alerts: { rules: object[] } };
    expect(saved.alerts.rules[0]).toMatchObject({ id: 'complaints', sensitivity: 8, brands: ['vela'] });
    expect(saved.alerts.rules).toHaveLength(7);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('ask before a draft is lost, bring a deleted rule back where it stood, and keep quiet hours', async () => {
    const { page } = await open('/settings/alerts?theme=dark', laptop, []);
    await page.getByRole('textbox', { name: 'Name' }).fill('Complaints, loudly');
    await page.getByRole('button', { name: 'The mood turns' }).click();
    await page.getByRole('button', { name: 'Leave without saving' }).click();
    await page.getByRole('heading', { name: 'The mood turns' }).waitFor();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { name: 'The mood turns' }).waitFor();
    await page.getByRole('button', { name: /Quiet hours/ }).click();
    await page.getByLabel('Keep quiet hours').uncheck();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    const saved = (await (await fetch(`${server.url}/api/workspace`)).json()) as {
      alerts: { rules: { id: string }[]; quietHours: unknown };
    };
    expect(saved.alerts.quietHours).toBeNull();
    expect(saved.alerts.rules[2]?.id).toBe('mood');
    await page.close();
  });
});
