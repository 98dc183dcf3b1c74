import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCamera } from '../../gallery/createCamera.ts';
import { createTurns } from '../../gallery/createTurns.ts';
import { type Shot, wanted } from '../../gallery/picture.ts';
import { openBrowser } from '../support/browser.ts';

const kinds = ['wall', '4k', 'upright', 'cinema', 'laptop', 'phone'];

describe('the gallery’s camera', () => {
  let browser: Browser;
  let server: Server;
  let folder: string;
  const now = Date.UTC(2026, 10, 12, 15);

  beforeAll(async () => {
    browser = await openBrowser();
    server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<main style="height: 1500px"><p role="status">A page higher than a laptop</p></main>');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    folder = mkdtempSync(join(tmpdir(), 'launchroom-camera-'));
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (isAsked: (file: string) => boolean = () => true) =>
    createCamera(
      browser,
      { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, now: () => now },
      { folder, isAsked, inTurn: createTurns(4) },
    );
  const shot = (name: string, change: Partial<Shot> = {}): Shot => ({
    name,
    caption: name,
    path: '/',
    ready: 'main',
    ...change,
  });

  it('takes pages of all sizes beside each other, each in its own', async () => {
    const camera = await open();
    const pictures = [1, 2, 3].flatMap((round) => wanted(shot(`page${round}`, { isWhole: round > 1 }), ...kinds));
    await camera.take(pictures);
    await camera.close();
    expect(camera.troubles).toEqual([]);
    expect(readdirSync(folder)).toHaveLength(pictures.length);
  }, 120_000);

  it('takes together what was open when all changed, each in its own size, however few were asked for', async () => {
    const asked: string[] = [];
    const camera = await open((file) => !file.startsWith('unasked'));
    const standing = new Set<string>();
    let changed = false;
    const lost = (name: string) =>
      shot(name, {
        act: async () => {
          expect(changed).toBe(false);
          standing.add(name);
        },
        afterwards: async (page) => {
          expect(changed).toBe(true);
          asked.push(`${name} ${page.viewportSize()!.height}`);
        },
      });
    await camera.takeTogether(
      [...wanted(lost('lost'), 'laptop', 'laptop dark', 'phone'), ...wanted(lost('unasked'), 'laptop')],
      async () => {
        changed = true;
      },
    );
    await camera.close();
    expect(camera.troubles).toEqual([]);
    expect([...standing]).toEqual(['lost']);
    expect(asked.toSorted()).toEqual(['lost 844', 'lost 900', 'lost 900']);
    expect(readdirSync(folder).filter((file) => file.startsWith('lost'))).toHaveLength(3);
  }, 60_000);

  it('calls it trouble when a page is not as wide as its picture', async () => {
    const camera = await open();
    const shrinks = shot('shrunk', { act: (page) => page.setViewportSize({ width: 390, height: 900 }) });
    await camera.take(wanted(shrinks, 'laptop'));
    await camera.close();
    expect(camera.troubles.join()).toContain('the page is 390 x 900');
    expect(readdirSync(folder).some((file) => file.startsWith('shrunk'))).toBe(false);
  }, 60_000);
});
