import { correctionsEn } from './corrections.en.ts';
import { exploreEn } from './explore.en.ts';
import { rulesEn } from './rules.en.ts';
import { scoreboardEn } from './scoreboard.en.ts';
import { settingsEn } from './settings.en.ts';
import { signalsEn } from './signals.en.ts';
import { wallEn } from './wall.en.ts';

/** What all other screens say. */
export const moreEn = {
  ...correctionsEn,
  ...exploreEn,
  ...rulesEn,
  ...scoreboardEn,
  ...settingsEn,
  ...signalsEn,
  ...wallEn,
} as const;
