import { frenchSpaces } from '../../../shared/frenchSpaces.ts';

function spaced(value: unknown): unknown {
  if (typeof value === 'string') return frenchSpaces(value);
  if (typeof value === 'function') return (...given: unknown[]) => spaced(value(...given));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spaced(one)]));
}

/** Words whose every text has French spaces, however deep it stands and whoever is asked for it. */
export const spaceFrench = <Words extends object>(words: Words): Words => spaced(words) as Words;
