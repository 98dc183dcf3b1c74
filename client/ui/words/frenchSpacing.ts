/** Narrow and unbreaking: what French sets before high punctuation and inside its quotation marks. */
const narrow = '\u202f';

/**
 * Sets the spaces of French words: one rule for `; : ! ?`, `%` and quotation marks, so that no file has to remember it. Only
 * spaces that are there change: times (12:30), searches (lang:fr) and addresses keep what they have.
 */
export function setFrench<Words extends Record<string, string>>(words: Words): Words {
  const set: Record<string, string> = {};
  for (const [key, text] of Object.entries(words))
    set[key] = text.replaceAll(/[ \u00a0](?=[;:!?%»])/g, narrow).replaceAll(/«[ \u00a0]/g, `«${narrow}`);
  return set as Words;
}
