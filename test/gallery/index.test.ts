import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../docs/gallery', import.meta.url));
const mostBytes = 6_000_000;

describe('the gallery', () => {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file !== 'index.md') : [];

  it('shows in its index exactly the pictures that are there', () => {
    const index = readFileSync(join(folder, 'index.md'), 'utf8');
    const shown = [...index.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, file]) => file);
    expect(shown.length).toBeGreaterThan(50);
    expect(shown.toSorted()).toEqual(files.toSorted());
  });

  it('holds WebP pictures alone, small enough to be in the repository', () => {
    let bytes = 0;
    for (const file of files) {
      bytes += statSync(join(folder, file)).size;
      expect(readFileSync(join(folder, file)).subarray(8, 12).toString('latin1'), file).toBe('WEBP');
    }
    expect(bytes).toBeLessThanOrEqual(mostBytes);
  });

  it('shows every screen in light and dark, on a wall, a laptop and a phone, in both languages, and every state', () => {
    for (const screen of ['brief', 'explore', 'launch', 'alert'])
      for (const size of ['laptop', 'phone'])
        expect(
          files.some((file) => file.startsWith(`${screen}-${size}-`)),
          `${screen} on ${size}`,
        ).toBe(true);
    for (const scene of ['pulse', 'themes', 'voices', 'clock', 'funnel'])
      expect(files).toEqual(expect.arrayContaining([`wall-${scene}-wall.webp`, `wall-${scene}-wall-fr.webp`]));
    for (const state of ['empty', 'loading', 'stale', 'partial', 'error', 'too-few'])
      expect(files, state).toContain(`brief-${state}-laptop-light.webp`);
  });
});
