import { useMemo } from 'react';
import { type IntlShape, useIntl } from 'react-intl';
import type { Language } from './language.ts';
import type { WordKey } from './words/en.ts';

export type WordValues = Record<string, string | number>;

/** Plain text for a key; a key that does not exist is a type error. */
export type Say = (key: WordKey, values?: WordValues) => string;

export function sayWith(intl: Pick<IntlShape, 'formatMessage'>): Say {
  return (key, values) => intl.formatMessage({ id: key }, values);
}

export function useWords(): { say: Say; language: Language } {
  const intl = useIntl();
  return useMemo(() => ({ say: sayWith(intl), language: intl.locale as Language }), [intl]);
}
