import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { writeCounted } from './countedFile.ts';
import { fitError, fitScatter, shareHeld, shareHeldElsewhere, sharePointsHeld, type Trades } from './fitError.ts';
import { netGroups, teachUnseeing, tradesOf } from './netGroups.ts';
import type { Sets } from './readSets.ts';
import { countSaid, writeSaid } from './roomLabels.ts';
import { themeCounts, themeGroups, themeTradesOf } from './themeGroups.ts';

export const netGroupsFile = new URL('netGroups.tsv', import.meta.url);
export const themeGroupsFile = new URL('themeGroups.tsv', import.meta.url);
export const roomLabelsFile = new URL('roomLabels.tsv', import.meta.url);
const models = new URL('../pipeline/sentiment/models/', import.meta.url);

/** Changes with the committed English model: counts made for another one do not pass for this one's. */
export function stampOf(): string {
  const hash = createHash('sha256');
  for (const file of ['en.bin', 'en.json', 'valence.bin']) hash.update(readFileSync(new URL(file, models)));
  return hash.digest('hex').slice(0, 16);
}

/** Counts what people and English models that did not learn a trade say of it and of its themes, and what errors that makes. */
export function measureError(sets: Sets): void {
  const unseeing = teachUnseeing(sets);
  const groups = netGroups(sets, unseeing);
  writeFileSync(netGroupsFile, writeCounted(groups, stampOf()));
  const error = fitAndTell('error', tradesOf(groups));
  for (const [name, members] of Object.entries(groups))
    console.log(`  ${name}: held in ${Math.round(100 * shareHeld(members, error))} % of ${members.length}`);

  const themes = themeGroups(sets, unseeing);
  writeFileSync(themeGroupsFile, writeCounted(themeCounts(themes), stampOf()));
  const ofThemes = fitAndTell('error of themes', themeTradesOf(themes));
  for (const [name, group] of Object.entries(themes)) {
    const held = [shareHeld(group.words, ofThemes), sharePointsHeld(group, ofThemes)];
    const [figures, points] = held.map((share) => Math.round(100 * share));
    console.log(`  ${name}: held in ${figures} % of ${group.words.length}, their points in ${points} %`);
  }
  writeFileSync(roomLabelsFile, writeSaid(countSaid(sets, unseeing), stampOf()));
}

function fitAndTell(what: string, trades: Trades) {
  const error = fitError(trades);
  console.log(`${what}: slope ${error.slope}, sd ${error.sd}: belongs into shared/uncertainty.ts`);
  console.log(`  in a trade left out: ${Math.round(100 * shareHeldElsewhere(trades))} %`);
  console.log(`  scatter within a labelling: ${fitScatter(trades, error)}: belongs there too`);
  return error;
}
