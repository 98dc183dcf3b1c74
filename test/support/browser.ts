import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

function onPath(): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    for (const name of names) {
      const path = join(folder, name);
      if (folder !== '' && existsSync(path)) return path;
    }
  return undefined;
}

/** A Chromium on PATH; else Debian's, installed where that is allowed; else one sentence that says how to get one. */
export function findChromium(): string {
  const found = onPath();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'ignore' });
    const installed = onPath();
    if (installed) return installed;
  }
  throw new Error(
    'The browser tests need Chromium on PATH: on Debian run "apt-get install chromium" as root, elsewhere install Chrome or Chromium.',
  );
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', '--disable-sync'],
  });
}

export type Opened = {
  page: Page;
  /** Errors that the page's console or a thrown exception told. An e2e test expects none. */
  errors: string[];
};

export async function openPage(
  browser: Browser,
  url: string,
  {
    width,
    height,
    locale = 'en-GB',
    before,
  }: { width: number; height: number; locale?: string; before?: (page: Page) => Promise<void> },
): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width, height }, locale, reducedMotion: 'reduce' });
  const errors: string[] = [];
  page.on('console', (message) => {
    // A server that is stopped on purpose cannot be reached: the browser logs that by itself.
    if (message.type() === 'error' && !/net::ERR_|WebSocket connection/.test(message.text()))
      errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  await before?.(page);
  await page.goto(url);
  return { page, errors };
}

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe-core calls serious or critical, as readable lines; empty when there is nothing. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // Evaluated rather than added as a tag: the content security policy allows no foreign script.
  await page.evaluate(readFileSync(axeSource, 'utf8'));
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(): Promise<{
          violations: { id: string; impact: string | null; help: string; nodes: { html: string }[] }[];
        }>;
      };
    };
    return (await axe.run()).violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help} ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
}
