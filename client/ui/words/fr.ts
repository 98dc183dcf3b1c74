import { briefFr } from './brief.fr.ts';
import { correctionsFr } from './corrections.fr.ts';
import type { WordKey } from './en.ts';
import { exploreFr } from './explore.fr.ts';
import { headlineFr } from './headline.fr.ts';
import { rulesFr } from './rules.fr.ts';
import { scoreboardFr } from './scoreboard.fr.ts';
import { settingsFr } from './settings.fr.ts';
import { shellFr } from './shell.fr.ts';
import { wallFr } from './wall.fr.ts';

export const fr: Record<WordKey, string> = {
  ...briefFr,
  ...correctionsFr,
  ...exploreFr,
  ...headlineFr,
  ...rulesFr,
  ...scoreboardFr,
  ...settingsFr,
  ...shellFr,
  ...wallFr,
};
