import { briefFr } from './brief.fr.ts';
import { decisionsFr } from './decisions.fr.ts';
import type { firstEn } from './first.en.ts';
import { setFrench } from './frenchSpacing.ts';
import { headlineFr } from './headline.fr.ts';
import { sharedFr } from './shared.fr.ts';
import { shellFr } from './shell.fr.ts';

export const firstFr: Record<keyof typeof firstEn, string> = setFrench({
  ...briefFr,
  ...decisionsFr,
  ...headlineFr,
  ...sharedFr,
  ...shellFr,
});
