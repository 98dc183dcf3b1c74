import { alertsFr } from './alerts.fr.ts';
import { comparisonFr } from './comparison.fr.ts';
import { correctionsFr } from './corrections.fr.ts';
import { exploreFr } from './explore.fr.ts';
import { setFrench } from './frenchSpacing.ts';
import { keysFr } from './keys.fr.ts';
import { launchesFr } from './launches.fr.ts';
import type { moreEn } from './more.en.ts';
import { outlookFr } from './outlook.fr.ts';
import { receiversFr } from './receivers.fr.ts';
import { remoteFr } from './remote.fr.ts';
import { replayFr } from './replay.fr.ts';
import { rulesFr } from './rules.fr.ts';
import { rulesOfAlertsFr } from './rulesOfAlerts.fr.ts';
import { scoreboardFr } from './scoreboard.fr.ts';
import { settingsFr } from './settings.fr.ts';
import { signalsFr } from './signals.fr.ts';
import { speakFr } from './speak.fr.ts';
import { storyFr } from './story.fr.ts';
import { wallFr } from './wall.fr.ts';

export const moreFr: Record<keyof typeof moreEn, string> = setFrench({
  ...alertsFr,
  ...comparisonFr,
  ...correctionsFr,
  ...exploreFr,
  ...keysFr,
  ...launchesFr,
  ...outlookFr,
  ...receiversFr,
  ...remoteFr,
  ...replayFr,
  ...rulesFr,
  ...rulesOfAlertsFr,
  ...scoreboardFr,
  ...settingsFr,
  ...signalsFr,
  ...speakFr,
  ...storyFr,
  ...wallFr,
});
