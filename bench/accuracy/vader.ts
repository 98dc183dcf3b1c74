import type { SentimentLabel } from '../../shared/domain.ts';

/**
 * The reference: the rules of Hutto & Gilbert (2014), "VADER: A Parsimonious Rule-based Model for Sentiment Analysis of
 * Social Media Text", written anew from the paper and its published constants, on the published lexicon.
 */
const boosterUp = 0.293;
const capitals = 0.733;
const negation = -0.74;
const alpha = 15;
const up = new Set(
  `absolutely amazingly awfully completely considerable considerably decidedly deeply enormous enormously entirely
  especially exceptional exceptionally extreme extremely fabulously fully greatly highly hugely incredible incredibly
  intensely major majorly more most particularly purely quite really remarkably so substantially thoroughly total totally
  tremendous tremendously uber unbelievably unusually utter utterly very fucking freaking effing frickin`.split(/\s+/),
);
const down = new Set(
  `almost barely hardly kinda kindof less little marginal marginally occasional occasionally partly scarce scarcely slight
  slightly somewhat sorta`.split(/\s+/),
);
const negations = new Set(
  `aint arent cannot cant couldnt darent didnt doesnt dont hadnt hasnt havent isnt mightnt mustnt neither never none nope nor
  not nothing nowhere oughtnt shant shouldnt uhuh wasnt werent without wont wouldnt rarely seldom despite no`.split(
    /\s+/,
  ),
);
const isNegation = (word: string) => negations.has(word.replaceAll("'", '')) || word.endsWith("n't");

export function createVader(rated: readonly { word: string; rating: number }[]): (text: string) => number {
  const lexicon = new Map(rated.map(({ word, rating }) => [word.toLowerCase(), rating]));
  return (text) => {
    const tokens = text
      .split(/\s+/)
      .filter((token) => token !== '')
      .map((token) => {
        const bare = token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
        return bare.length <= 2 ? token : bare;
      });
    const words = tokens.map((token) => token.toLowerCase());
    const isShouted = (token: string) => token.length > 1 && token === token.toUpperCase() && /\p{Lu}/u.test(token);
    const shouted = tokens.filter(isShouted).length;
    const differs = shouted > 0 && shouted < tokens.length;
    const felt = words.map((word, at) => {
      let value = lexicon.get(word) ?? 0;
      if (value === 0 || up.has(word) || down.has(word)) return 0;
      if (differs && isShouted(tokens[at]!)) value += Math.sign(value) * capitals;
      for (let back = 1; back <= 3 && at - back >= 0; back++) {
        const before = words[at - back]!;
        if (lexicon.has(before) && !up.has(before) && !isNegation(before)) continue;
        let boost = up.has(before) ? boosterUp : down.has(before) ? -boosterUp : 0;
        if (boost !== 0) {
          if (differs && isShouted(tokens[at - back]!)) boost += Math.sign(boost) * capitals;
          value += Math.sign(value) * boost * (1 - 0.05 * (back - 1));
        }
        if (isNegation(before)) value *= negation;
      }
      return value;
    });
    const but = words.indexOf('but');
    if (but >= 0) for (let at = 0; at < felt.length; at++) felt[at]! *= at < but ? 0.5 : at > but ? 1.5 : 1;
    let sum = felt.reduce((all, value) => all + value, 0);
    const marks = text.split('!').length - 1;
    const questions = text.split('?').length - 1;
    const emphasis = Math.min(4, marks) * 0.292 + (questions > 3 ? 0.96 : questions > 1 ? questions * 0.18 : 0);
    if (sum !== 0) sum += Math.sign(sum) * emphasis;
    return sum === 0 ? 0 : sum / Math.sqrt(sum * sum + alpha);
  };
}

/** The paper's cuts. */
export const vaderLabel = (compound: number): SentimentLabel =>
  compound >= 0.05 ? 'positive' : compound <= -0.05 ? 'negative' : 'neutral';
