import { briefEn } from './brief.en.ts';
import { decisionsEn } from './decisions.en.ts';
import { headlineEn } from './headline.en.ts';
import { sharedEn } from './shared.en.ts';
import { shellEn } from './shell.en.ts';

/** What the Brief, the launches and the frame around every screen say: all that a first visit loads. */
export const firstEn = { ...briefEn, ...decisionsEn, ...headlineEn, ...sharedEn, ...shellEn } as const;
