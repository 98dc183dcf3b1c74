import { type Stats, statSync } from 'node:fs';
import { UsageFault } from './commandLine.ts';

/** Refuses a path at which there is nothing to read. Pipes are fine. */
export function checkFile(path: string): void {
  let found: Stats | undefined;
  try {
    found = statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw new UsageFault(`${path} cannot be read: ${(error as Error).message}`);
  }
  if (!found) throw new UsageFault(`there is no file ${path}`);
  if (found.isDirectory()) throw new UsageFault(`${path} is a folder, not a file`);
}
