import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fitError, shareHeld, shareHeldElsewhere } from './fitError.ts';
import { netGroups, teachUnseeing, tradesOf, writeNetGroups } from './netGroups.ts';
import type { Sets } from './readSets.ts';

export const netGroupsFile = new URL('netGroups.tsv', import.meta.url);
const models = new URL('../pipeline/sentiment/models/', import.meta.url);

/** Changes with the committed English model: counts made for another one do not pass for this one's. */
export function stampOf(): string {
  const hash = createHash('sha256');
  for (const file of ['en.bin', 'en.json', 'valence.bin']) hash.update(readFileSync(new URL(file, models)));
  return hash.digest('hex').slice(0, 16);
}

/** Counts what people and English models that did not learn a trade say of it, and what error that makes. */
export function measureError(sets: Sets): void {
  const groups = netGroups(sets, teachUnseeing(sets));
  writeFileSync(netGroupsFile, writeNetGroups(groups, stampOf()));
  const trades = tradesOf(groups);
  const error = fitError(trades);
  console.log(`error: slope ${error.slope}, sd ${error.sd}: belongs into shared/uncertainty.ts`);
  for (const [name, members] of Object.entries(groups))
    console.log(`  ${name}: held in ${Math.round(100 * shareHeld(members, error))} % of ${members.length}`);
  console.log(`  in a trade left out: ${Math.round(100 * shareHeldElsewhere(trades))} %`);
}
