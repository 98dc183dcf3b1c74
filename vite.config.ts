import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { buildServiceWorker } from './client/offline/buildServiceWorker.ts';

/** The client only: the server is bundled by `server/cli/build.mjs`. */
export default defineConfig({
  root: 'client',
  plugins: [react(), buildServiceWorker()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows no inline script and no data: URL but for images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
  },
});
