import { buildIfStale } from '../../server/cli/build.mjs';

/**
 * Tests that start the built server or open the built client need fresh bundles. A whole run builds them once here; a run
 * of named files builds them only when one of those asks for it (`startServer`), so that a unit test starts at once.
 */
export default async function setup(): Promise<void> {
  const named = process.argv.slice(2).some((word) => !word.startsWith('-') && word !== 'run');
  if (!named) await buildIfStale();
}
