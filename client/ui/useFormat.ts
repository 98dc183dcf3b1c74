import { useMemo } from 'react';
import { createFormat, type Format } from './format.ts';
import { useWords } from './useWords.ts';

/** Numbers and moments in the reader's language and the zone given. */
export function useFormat(zone: string): Format {
  const { language } = useWords();
  return useMemo(() => createFormat(language, zone), [language, zone]);
}
