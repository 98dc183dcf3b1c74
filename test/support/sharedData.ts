import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Path of a file of the reference data that lies beside the project, or null (said loudly) where it is absent, as on a
 * user's clone. In CI it must be there.
 */
export function sharedData(path: string): string | null {
  const full = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', path);
  if (existsSync(full)) return full;
  if (process.env.CI) throw new Error(`CI needs the reference data: ${path} is not there`);
  console.info(`\n*** SKIPPED: the reference data ${path} is not beside this clone ***\n`);
  return null;
}
