import { exploreEn } from './explore.en.ts';
import { settingsEn } from './settings.en.ts';
import { shellEn } from './shell.en.ts';

/** All English words. Its keys are the only keys there are: French must have each of them, or the types fail. */
export const en = { ...shellEn, ...exploreEn, ...settingsEn } as const;
export type WordKey = keyof typeof en;
