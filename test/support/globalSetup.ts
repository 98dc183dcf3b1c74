import type { TestProject } from 'vitest/node';
import { buildIfStale } from '../../server/cli/build.mjs';

const bundle = new URL('../../dist/server/main.js', import.meta.url);

/**
 * Threads are started from the bundle, which takes a second to build when something changed: from TypeScript each would take a
 * second to start. A whole run also builds the client once here; a run of named files builds it only when one of those asks
 * for it (`startServer`), so that a unit test starts at once.
 */
export default async function setup(project: TestProject): Promise<void> {
  const named = process.argv.slice(2).some((word) => !word.startsWith('-') && word !== 'run');
  await buildIfStale(named ? ['server'] : ['server', 'client']);
  process.env.LAUNCHROOM_THREADS = bundle.href;
  project.onTestsRerun(() => buildIfStale(['server']));
}
