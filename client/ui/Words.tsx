import { type ReactNode, useEffect, useState } from 'react';
import { IntlProvider } from 'react-intl';
import { useLocation, useSearch } from 'wouter';
import { chosenLanguage, type Language, languageOf } from './language.ts';
import type { WordKey } from './words/en.ts';

type Loaded = { language: Language; words: Record<WordKey, string> };

/** One language travels to the browser, not both. */
const load: Record<Language, () => Promise<Record<WordKey, string>>> = {
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
};

export function Words({ children }: { children: ReactNode }) {
  const [path] = useLocation();
  const language = languageOf(path, useSearch(), chosenLanguage(), navigator.languages);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
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
  }, [language]);

  useEffect(() => {
    if (loaded) document.documentElement.lang = loaded.language;
  }, [loaded]);

  // Thrown while drawing, so that the one place for broken screens says it.
  if (failed) throw failed;
  if (!loaded) return null;
  return (
    <IntlProvider locale={loaded.language} messages={loaded.words} onError={raise}>
      {children}
    </IntlProvider>
  );
}

/** A missing or malformed word is a bug of ours. In a test it must fail; on a wall it must not take the screen away. */
function raise(error: Error): void {
  console.error(error);
}
