import type { Page, Request } from 'playwright-core';

/** Counts what a page has asked and not been told yet; the live line, which never ends, is left out. */
export function watchRequests(page: Page): { open(): number } {
  const open = new Set<Request>();
  page.on('request', (request) => {
    if (!request.url().includes('/socket.io/')) open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return { open: () => open.size };
}
