import type { TestProject } from 'vitest/node';
import { buildIfStale } from '../../server/cli/build.mjs';

/**
 * Tests that start the built server or open the built client need fresh bundles. A whole run builds them once here; a run
 * of single files builds them only when one of those asks for it (`startServer`), so that a unit test starts at once.
 */
export default async function setup(project: TestProject): Promise<void> {
  const everything = (project.vitest.filenamePattern ?? []).length === 0;
  if (everything) await buildIfStale();
}
