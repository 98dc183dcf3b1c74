import { type ReactNode, useEffect } from 'react';
import { IntlProvider } from 'react-intl';
import { useLocation, useSearch } from 'wouter';
import { sayUnreachable } from '../history/fetchJson.ts';
import { chosenLanguage, type Language, languageOf } from './language.ts';
import { useLoadedWords } from './useLoadedWords.ts';

/** One language travels to the browser, not both, and of it what the first page says. */
const load: Record<Language, () => Promise<Record<string, string>>> = {
  en: async () => (await import('./words/first.en.ts')).firstEn,
  fr: async () => (await import('./words/first.fr.ts')).firstFr,
};

export function Words({ children }: { children: ReactNode }) {
  const [path] = useLocation();
  const language = languageOf(path, useSearch(), chosenLanguage(), navigator.languages);
  const loaded = useLoadedWords(load, language);

  useEffect(() => {
    if (!loaded) return;
    document.documentElement.lang = loaded.language;
    sayUnreachable(loaded.words['state.unreachable'] ?? '');
  }, [loaded]);

  if (!loaded) return null;
  return (
    <IntlProvider locale={loaded.language} messages={loaded.words} onError={raise}>
      {children}
    </IntlProvider>
  );
}

/** A missing or malformed word is a bug of ours. In a test it must fail; on a wall it must not take the screen away. */
export function raise(error: Error): void {
  console.error(error);
}
