import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const testsIn = (...folders: string[]) => folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`);

/**
 * Values in and value out, or an app and a store of their own: nothing is left for the next file. They share a process, which
 * saves each file the start of one and the reading of all that it imports. Commands start the built program: not they.
 */
const together = testsIn('shared', 'client/select', 'server/!(cli)');
const e2e = testsIn('e2e');

/**
 * Real before mock: most tests start the real app on port 0. Three workers, because machines and CI have few cores: two are kept
 * busy, as browsers and servers of other processes are often waited for.
 */
export default defineConfig({
  plugins: [react()],
  test: {
    setupFiles: ['test/support/failOnConsoleError.ts'],
    globalSetup: ['test/support/globalSetup.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    maxWorkers: 3,
    pool: 'forks',
    projects: [
      // A browser beside other work may need longer than the second that is usual.
      { extends: true, test: { name: 'e2e', include: e2e, retry: 1, expect: { poll: { timeout: 10_000 } } } },
      { extends: true, test: { name: 'together', isolate: false, include: together } },
      { extends: true, test: { name: 'alone', include: ['test/**/*.test.{ts,tsx}'], exclude: [...together, ...e2e] } },
    ],
  },
});
