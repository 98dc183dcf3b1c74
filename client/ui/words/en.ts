import { firstEn } from './first.en.ts';
import { moreEn } from './more.en.ts';

/** All English words. Its keys are the only keys there are: French must have each of them, or the types fail. */
export const en = { ...firstEn, ...moreEn } as const;
export type WordKey = keyof typeof en;
