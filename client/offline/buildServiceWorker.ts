import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'vite';

/** Of the font's alphabets the one that both languages of the screens are written in. */
const isKept = (name: string) => /\.(js|css|svg)$/.test(name) || /latin-opsz[^/]*\.woff2$/.test(name);

/** Writes `/service-worker.js` beside the page, with the names of all files that it is to keep. */
export function buildServiceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const files = Object.keys(bundle)
        .filter(isKept)
        .map((name) => `/${name}`)
        .sort();
      const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12);
      const built = await build({
        entryPoints: [fileURLToPath(new URL('./serviceWorker.ts', import.meta.url))],
        define: { shell: JSON.stringify({ version, files }) },
        bundle: true,
        minify: true,
        write: false,
        target: 'es2022',
      });
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: built.outputFiles[0]!.text });
    },
  };
}
