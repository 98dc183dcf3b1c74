import { Worker } from 'node:worker_threads';

/** Where each thread's code stands in the checkout; in the bundle it is `<name>.js` beside this file. */
const sources = {
  engineWorker: './engine/engineWorker.ts',
  historyWorker: './store/historyWorker.ts',
};
export type WorkerName = keyof typeof sources;

/** Starts a thread from the bundle, or from TypeScript under tsx and vitest, whose loaders threads do not inherit. */
export function startWorker(name: WorkerName, workerData: unknown): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, import.meta.url), { workerData });
  const loader = import.meta.resolve('tsx/esm/api');
  const entry = new URL(sources[name], import.meta.url).href;
  const start = `import('${loader}').then(({ register }) => { register(); return import('${entry}'); })`;
  return new Worker(start, { eval: true, workerData, execArgv: [] });
}
