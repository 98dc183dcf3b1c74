import type { TurningPoint } from '../../shared/retrospective.ts';
import type { Format } from './format.ts';
import { offsetWords } from './offsetWords.ts';
import type { Say } from './useWords.ts';

/** How much turned, with its interval. */
export function sayTurnChange({ kind, change, after }: TurningPoint, say: Say, format: Format): string {
  if (kind === 'peak')
    return say('story.turn.peak', {
      count: format.number(after.mentions),
      times: format.times(change.value),
      low: format.times(change.low),
      high: format.times(change.high),
    });
  const [low, high] = [Math.abs(change.low), Math.abs(change.high)].sort((a, b) => a - b) as [number, number];
  return say(change.value > 0 ? 'story.turn.up' : 'story.turn.down', {
    points: format.number(Math.abs(change.value)),
    low: format.number(low),
    high: format.number(high),
  });
}

/** A turning point as a key of a drawing says it: when, what, and whether people confirmed it. */
export function sayTurn(turn: TurningPoint, say: Say, format: Format): string {
  return say(turn.verdict?.is === 'confirmed' ? 'story.turn.keyConfirmed' : 'story.turn.keySuggested', {
    when: offsetWords(turn.offsetMs, format),
    what: sayTurnChange(turn, say, format),
  });
}
