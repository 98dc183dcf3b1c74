import type { Post } from '../../shared/domain.ts';
import type { RehearsalScenario } from '../../shared/rehearsal.ts';
import { createRandom } from '../random.ts';
import { english } from './phrases.en.ts';
import { french } from './phrases.fr.ts';
import { mixSeed, pick } from './random.ts';
import { writeMessage } from './writePosts.ts';

/** So long a scenario is played, ms; `outage`: so long nothing comes from its source. */
export const rehearsalMs: Record<RehearsalScenario, number> = { crisis: 30_000, 'bot-storm': 30_000, outage: 180_000 };
/** The source that is lost in an outage. */
export const lostSource = 'Forums';

const perSecond: Record<RehearsalScenario, number> = { crisis: 3, 'bot-storm': 10, outage: 0 };

/**
 * Of brands that are in no trouble in the story: what is told of them is the rehearsal's doing. What a scenario adds in its second number `second`: a crisis is many people with one complaint, each in their own words; a bot
 * storm is one text from many accounts. Pure: the same start, the same posts.
 */
export function rehearsalPosts(scenario: RehearsalScenario, startedAt: number, second: number): Post[] {
  const random = createRandom(mixSeed(Math.floor(startedAt / 1_000), second, 7));
  const storm = writeMessage(
    'nordvale',
    'price',
    'complaint',
    english,
    createRandom(mixSeed(startedAt % 2 ** 31, 1, 7)),
  );
  return Array.from({ length: perSecond[scenario] }, (_, place): Post => {
    const phrases = scenario === 'crisis' && random() < 0.3 ? french : english;
    return {
      id: `rehearsal-${startedAt}-${second}-${place}`,
      source: 'Social feed',
      channel: 'social',
      at: startedAt + second * 1_000 + Math.floor(random() * 1_000),
      lang: phrases === french ? 'fr' : 'en',
      country: phrases === french ? 'FR' : pick(random, ['GB', 'US', 'IE']),
      author: `rehearsal-${Math.floor(random() * 20_000)}`,
      text: scenario === 'crisis' ? writeMessage('auree', 'skin-reaction', 'complaint', phrases, random) : storm,
    };
  });
}
