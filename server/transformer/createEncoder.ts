import type { Tokenizer } from '@huggingface/tokenizers';
import { TransformerFault } from './fault.ts';

/** No language spells a token with more characters on average: what lies behind is cut before it is looked at. */
const charactersPerToken = 16;

/**
 * Turns texts into the numbers of a tokenizer, no more than `mostTokens`, its own signs at both ends always there. Text
 * beyond that is not read. Throws TransformerFault when the tokenizer cannot be understood.
 */
export function createEncoder(tokenizer: Tokenizer, mostTokens: number): (text: string) => number[] {
  const encode = (text: string, ends: boolean) => tokenizer.encode(text, { add_special_tokens: ends }).ids;
  const whole = encode('a', true);
  const bare = encode('a', false);
  const ending = whole.length - bare.length - Math.max(0, whole.indexOf(bare[0]!));
  const isKnown = bare.length > 0 && ending >= 0 && [...whole, ...bare].every((id) => Number.isInteger(id) && id >= 0);
  if (!isKnown || mostTokens <= whole.length)
    throw new TransformerFault('tokenizer.json does not fit: it makes no numbers of the letter a, or too many');
  return (text) => {
    const ids = encode(text.slice(0, mostTokens * charactersPerToken).toWellFormed(), true);
    if (ids.length <= mostTokens) return ids;
    return [...ids.slice(0, mostTokens - ending), ...(ending > 0 ? ids.slice(-ending) : [])];
  };
}
