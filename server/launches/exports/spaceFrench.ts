/** Narrow and unbreaking: what French sets before high punctuation and inside its quotation marks. */
const narrow = '\u202f';
const space = (text: string) =>
  text.replaceAll(/[ \u00a0](?=[;:!?%»])/g, narrow).replaceAll(/«[ \u00a0]/g, `«${narrow}`);

function spaced(value: unknown): unknown {
  if (typeof value === 'string') return space(value);
  if (typeof value === 'function') return (...given: unknown[]) => spaced(value(...given));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spaced(one)]));
}

/** Words whose every text has French spaces, however deep it stands and whoever is asked for it. */
export const spaceFrench = <Words extends object>(words: Words): Words => spaced(words) as Words;
