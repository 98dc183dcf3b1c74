import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { en } from '../../../client/ui/words/en.ts';
import { firstEn } from '../../../client/ui/words/first.en.ts';

const client = fileURLToPath(new URL('../../../client', import.meta.url));
const keys = Object.keys(en);

/** The files that a screen loads with itself: imports of imports, but neither types nor what is loaded later. */
function loadedWith(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file) || !existsSync(file) || file.includes('/ui/words/')) return known;
  known.add(file);
  for (const [, from] of readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)';/gm))
    loadedWith(resolve(dirname(file), from!), known);
  return known;
}

/** Keys that a file names, whole or by their beginning (`opinion.${label}`). */
function* keysIn(file: string): Generator<string> {
  for (const [, name, isOpen] of readFileSync(file, 'utf8').matchAll(/['`]([\w-]+(?:\.[\w-]+)*\.?)(\$\{)?/g))
    yield* keys.filter((key) => (isOpen ? name!.endsWith('.') && key.startsWith(name!) : key === name));
}

const screens = ['main.tsx', 'ui/AlertLines.tsx', 'views/brief/Brief.tsx', 'views/launches/LaunchPage.tsx'];

it.each(screens)('finds every word of %s among those that a first visit loads', (screen) => {
  const files = [...loadedWith(join(client, screen))];
  const named = [...new Set(files.flatMap((file) => [...keysIn(file)]))];
  expect(files.length).toBeGreaterThan(3);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((key) => !(key in firstEn))).toEqual([]);
});

it('has every word in one list only: of two, the one that nobody mends may be the one that shows', async () => {
  const folder = join(client, 'ui/words');
  // The lists of lists put others together.
  const lists = readdirSync(folder).filter((name) => /^(?!first|more)\w+\.(en|fr)\.ts$/.test(name));
  expect(lists.length).toBeGreaterThan(16);
  const home = new Map<string, string>();
  for (const list of lists) {
    const found = Object.values((await import(join(folder, list))) as Record<string, object>);
    for (const key of found.flatMap(Object.keys)) {
      const place = `${list.split('.')[1]} ${key}`;
      expect(home.get(place), place).toBeUndefined();
      home.set(place, list);
    }
  }
});
