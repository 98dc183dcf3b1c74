import type { Shot } from './picture.ts';
import { inState } from './screens.ts';

/** Doors that a screen cannot do without. */
const doors = /\/api\/(workspace|series|mentions|funnel|alerts|launches|wall)(\/|\?|$)/;

/** Answers never come. */
export const loading = (shot: Shot): Shot =>
  inState(shot, 'loading', {
    ready: 'main',
    keepsWaiting: true,
    // Before it says that it counts, nothing moves.
    act: async (page) => {
      await page.waitForSelector('main [role="status"]:not(:empty)');
    },
    before: async (page) => {
      await page.route(doors, () => undefined);
    },
  });

/** The server answers that it cannot. */
export const failing = (shot: Shot): Shot =>
  inState(shot, 'error', {
    ready: 'main',
    mayFail: true,
    before: async (page) => {
      await page.route(doors, (route) =>
        route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          body: JSON.stringify({
            type: 'about:blank',
            title: 'The history is busy',
            status: 503,
            detail: 'Figures of the past cannot be read at the moment; they are tried again.',
          }),
        }),
      );
    },
    // It tries once more by itself before it says so.
    act: async (page) => {
      await page.waitForSelector('main [role="alert"], main [role="status"] h2', { timeout: 10_000 });
    },
  });

/** Opened while the server was there (`now`, epoch ms); then it is not, for twelve seconds. */
export const stale = (shot: Shot, now: number): Shot =>
  inState(shot, 'stale', {
    afterwards: async (page) => {
      await page.clock.setFixedTime(now + 12_000);
      await page.waitForSelector('[data-stale]', { timeout: 10_000 });
      // A lost line greys a page at once; its age follows with the next beat of the page's own clock.
      await page.waitForFunction(() => /\b12\s?s\b/.test(document.body.innerText), undefined, { timeout: 10_000 });
      // A wall's clock has a beat of its own.
      await page.waitForFunction(
        (iso) => (document.querySelector('footer time[datetime]')?.getAttribute('datetime') ?? iso) >= iso,
        new Date(now + 12_000).toISOString(),
        { timeout: 10_000 },
      );
    },
  });
