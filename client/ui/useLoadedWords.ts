import { useEffect, useState } from 'react';
import type { Language } from './language.ts';

export type LoadedWords = { language: Language; words: Record<string, string> };

/** Words of a language, once they are there; until then those of the language before, or null. */
export function useLoadedWords(
  load: Record<Language, () => Promise<Record<string, string>>>,
  language: Language,
): LoadedWords | null {
  const [loaded, setLoaded] = useState<LoadedWords | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  useEffect(() => {
    let isCurrent = true;
    load[language]().then(
      (words) => {
        if (isCurrent) setLoaded({ language, words });
      },
      (error: unknown) => setFailed(error),
    );
    return () => {
      isCurrent = false;
    };
  }, [load, language]);
  // Thrown while drawing, so that the one place for broken screens says it.
  if (failed) throw failed;
  return loaded;
}
