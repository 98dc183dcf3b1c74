import { fewestLabels, type MeasuredShare, type ScoreboardAnswer } from '../../shared/scoreboard.ts';
import type { Format } from './format.ts';
import type { Say } from './useWords.ts';

const isMeasured = (one: MeasuredShare): one is MeasuredShare & { share: number; low: number; high: number } =>
  one.share !== null && one.low !== null && one.high !== null;

/** How right the machine is in a sentence, and how sure that is: of opinions, and of what matters. */
export function sayHowRight(
  { sentiment, recall }: Pick<ScoreboardAnswer, 'sentiment' | 'recall'>,
  say: Say,
  format: Pick<Format, 'percent' | 'percentDigits'>,
): { headline: string; sure: string } {
  const told = [
    ...(isMeasured(sentiment) ? [{ what: 'opinion', ...sentiment } as const] : []),
    ...(isMeasured(recall) ? [{ what: 'found', ...recall } as const] : []),
  ];
  const [first, second] = told;
  if (!first)
    return {
      headline: say('score.unknown'),
      sure: say('score.unknownWhy', { count: sentiment.labels, needed: fewestLabels }),
    };
  const share = (one: typeof first) => format.percent(one.share);
  const headline = second
    ? say('score.both', { opinion: share(first), found: share(second) })
    : say(`score.only.${first.what}`, { share: share(first) });
  const held = told.map(({ what, low, high, labels }) =>
    say(`score.held.${what}`, { low: format.percentDigits(low), high: format.percentDigits(high), labels }),
  );
  return { headline, sure: say('score.sure', { held: held.join(say('stop.semicolon')) }) };
}
