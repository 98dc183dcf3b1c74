import { correctionsFr } from './corrections.fr.ts';
import { exploreFr } from './explore.fr.ts';
import { setFrench } from './frenchSpacing.ts';
import type { moreEn } from './more.en.ts';
import { rulesFr } from './rules.fr.ts';
import { scoreboardFr } from './scoreboard.fr.ts';
import { settingsFr } from './settings.fr.ts';
import { signalsFr } from './signals.fr.ts';
import { wallFr } from './wall.fr.ts';

export const moreFr: Record<keyof typeof moreEn, string> = setFrench({
  ...correctionsFr,
  ...exploreFr,
  ...rulesFr,
  ...scoreboardFr,
  ...settingsFr,
  ...signalsFr,
  ...wallFr,
});
