import { sentimentLabels } from '../../shared/domain.ts';
import type { ClassifierError } from '../../shared/uncertainty.ts';
import { labelOf } from '../pipeline/scoreSentiment.ts';
import type { Random } from '../random.ts';
import { narrowError, type SaidTwice } from '../scoreboard/narrowError.ts';
import { createThinker } from './createThinker.ts';
import { type CountedTwice, widthAndHeld } from './fitError.ts';
import type { NetSets, Unseeing } from './netGroups.ts';
import type { Sets } from './readSets.ts';
import { labellings, type ThemeSet } from './themeGroups.ts';

/** How many texts of a labelling people and the machine call so: what labels of a room are drawn from. */
export type SaidBoth = (Omit<SaidTwice, 'weight'> & { texts: number })[];

const pairs = sentimentLabels.flatMap((person) => sentimentLabels.map((machine) => ({ person, machine })));
const names: readonly ThemeSet[] = ['topics', 'towards', 'festival', 'oneBrand', 'reviews'];

/** The labelling to whose texts each set of groups belongs. */
export const labellingOf: Record<keyof NetSets, ThemeSet> = {
  topics: 'topics',
  towards: 'towards',
  targets: 'festival',
  days: 'oneBrand',
  products: 'reviews',
  topicDays: 'topics',
  towardsDays: 'towards',
  productYears: 'reviews',
};

export function countSaid(sets: Sets, models: Unseeing): Record<ThemeSet, SaidBoth> {
  const texts = labellings(sets, models);
  const counted = names.map((name): [ThemeSet, SaidBoth] => {
    const [rows, model] = texts[name];
    const { think } = createThinker(model);
    const said = pairs.map((pair) => ({ ...pair, texts: 0 }));
    for (const row of rows) {
      const machine = labelOf(think(row));
      said.find((pair) => pair.person === row.label && pair.machine === machine)!.texts += 1;
    }
    return [name, said];
  });
  return Object.fromEntries(counted) as Record<ThemeSet, SaidBoth>;
}

/** One labelling a line: nine numbers, under a line that names them and the model (`stamp`) they were made for. */
export function writeSaid(counts: Readonly<Record<ThemeSet, SaidBoth>>, stamp: string): string {
  const head = ['set', ...pairs.map(({ person, machine }) => `${person} as ${machine}`), stamp];
  const lines = names.map((name) => [name, ...counts[name].map(({ texts }) => texts)]);
  return `${[head, ...lines].map((cells) => cells.join('\t')).join('\n')}\n`;
}

export function readSaid(text: string): { stamp: string; counts: Record<ThemeSet, SaidBoth> } {
  const [head, ...lines] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  const counts = lines.map(([name, ...cells]) => [
    name!,
    pairs.map((pair, place) => ({ ...pair, texts: Number(cells[place]) })),
  ]);
  return { stamp: head!.at(-1)!, counts: Object.fromEntries(counts) };
}

/** Labels of a room at random. */
export function drawLabels(said: SaidBoth, labels: number, random: Random): SaidTwice[] {
  const all = said.reduce((sum, { texts }) => sum + texts, 0);
  return Array.from({ length: labels }, () => {
    const lot = random() * all;
    let passed = 0;
    const { person, machine } = said.find(({ texts }) => {
      passed += texts;
      return lot < passed;
    })!;
    return { person, machine, weight: 1 };
  });
}

const rooms = 40;

/**
 * Rooms whose people labelled so many messages of a labelling, drawn at random: how often the interval holds the people's figure of a
 * group, and how wide it is in points, on average.
 */
export function afterLabels(
  labels: number,
  { said, groups }: { said: SaidBoth; groups: readonly CountedTwice[] },
  { error, within }: { error: ClassifierError; within: number },
  random: Random,
): { held: number; width: number } {
  const seen = { held: 0, width: 0 };
  for (let room = 0; room < rooms; room += 1) {
    const { held, width } = widthAndHeld(groups, narrowError(error, within, drawLabels(said, labels, random)));
    seen.held += held / rooms;
    seen.width += width / rooms;
  }
  return seen;
}
