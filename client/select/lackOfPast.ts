import type { LaunchComparison } from '../../shared/launchComparison.ts';
import type { Sentence } from './headline.ts';
import { launchesNeeded } from './pastLaunchSentence.ts';

/** What keeps a Brief from comparing its launch with past ones, beside what the answer itself tells. */
export type Obstacle = 'replay' | 'unread';

type Answer = Pick<LaunchComparison, 'standing'> & {
  launch: Pick<LaunchComparison['launch'], 'missing'>;
  past: readonly Pick<LaunchComparison['past'][number], 'missing'>[];
};

/** Why a launch is compared with no past one, in a sentence; empty while the answer is on its way. */
export function lackOfPast(obstacle: Obstacle | null, answer: Answer | undefined): Sentence {
  const why = obstacle ?? (answer && lackIn(answer));
  if (why === undefined) return [];
  const launches = { number: answer?.standing?.launches ?? 0 };
  return [{ tone: 'quiet', key: 'past.lack', values: { why, launches, needed: { number: launchesNeeded } } }];
}

function lackIn({ standing, launch, past }: Answer): 'few' | 'nothing' | 'uncounted' | 'untold' {
  if ([launch, ...past].some(({ missing }) => missing === 'not-told')) return 'untold';
  if (standing && standing.mentions > 0) return 'few';
  return launch.missing === 'not-counted' ? 'uncounted' : 'nothing';
}
