import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Real before mock: most tests start the real app on port 0. Two workers, because machines and CI have few cores. */
export default defineConfig({
  plugins: [react()],
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/support/failOnConsoleError.ts'],
    globalSetup: ['test/support/globalSetup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    pool: 'forks',
  },
});
