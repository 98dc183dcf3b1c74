import { alertsEn } from './alerts.en.ts';
import { comparisonEn } from './comparison.en.ts';
import { correctionsEn } from './corrections.en.ts';
import { exploreEn } from './explore.en.ts';
import { keysEn } from './keys.en.ts';
import { launchesEn } from './launches.en.ts';
import { outlookEn } from './outlook.en.ts';
import { receiversEn } from './receivers.en.ts';
import { remoteEn } from './remote.en.ts';
import { replayEn } from './replay.en.ts';
import { rulesEn } from './rules.en.ts';
import { rulesOfAlertsEn } from './rulesOfAlerts.en.ts';
import { scoreboardEn } from './scoreboard.en.ts';
import { settingsEn } from './settings.en.ts';
import { signalsEn } from './signals.en.ts';
import { speakEn } from './speak.en.ts';
import { storyEn } from './story.en.ts';
import { wallEn } from './wall.en.ts';

/** What all other screens say. */
export const moreEn = {
  ...alertsEn,
  ...comparisonEn,
  ...correctionsEn,
  ...exploreEn,
  ...keysEn,
  ...launchesEn,
  ...outlookEn,
  ...receiversEn,
  ...remoteEn,
  ...replayEn,
  ...rulesEn,
  ...rulesOfAlertsEn,
  ...scoreboardEn,
  ...settingsEn,
  ...signalsEn,
  ...speakEn,
  ...storyEn,
  ...wallEn,
} as const;
