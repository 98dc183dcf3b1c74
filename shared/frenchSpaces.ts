/** Narrow and unbreaking: what French sets before high punctuation and inside its quotation marks. */
const narrow = '\u202f';

/**
 * Sets the spaces of a French text: one rule for `; : ! ?`, `%` and quotation marks. Only spaces that are there change: times (12:30),
 * searches (lang:fr) and addresses keep what they have.
 */
export const frenchSpaces = (text: string): string =>
  text.replaceAll(/[ \u00a0](?=[;:!?%»])/g, narrow).replaceAll(/«[ \u00a0]/g, `«${narrow}`);
