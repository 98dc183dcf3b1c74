import { briefEn } from './brief.en.ts';
import { correctionsEn } from './corrections.en.ts';
import { exploreEn } from './explore.en.ts';
import { headlineEn } from './headline.en.ts';
import { rulesEn } from './rules.en.ts';
import { scoreboardEn } from './scoreboard.en.ts';
import { settingsEn } from './settings.en.ts';
import { shellEn } from './shell.en.ts';
import { wallEn } from './wall.en.ts';

/** All English words. Its keys are the only keys there are: French must have each of them, or the types fail. */
export const en = {
  ...briefEn,
  ...correctionsEn,
  ...exploreEn,
  ...headlineEn,
  ...rulesEn,
  ...scoreboardEn,
  ...settingsEn,
  ...shellEn,
  ...wallEn,
} as const;
export type WordKey = keyof typeof en;
