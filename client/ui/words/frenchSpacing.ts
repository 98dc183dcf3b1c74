import { frenchSpaces } from '../../../shared/frenchSpaces.ts';

/** French words with their spaces, so that no file of them has to remember the rule. */
export function setFrench<Words extends Record<string, string>>(words: Words): Words {
  return Object.fromEntries(Object.entries(words).map(([key, text]) => [key, frenchSpaces(text)])) as Words;
}
