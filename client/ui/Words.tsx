import { type ReactNode, useEffect } from 'react';
import { IntlProvider } from 'react-intl';
import { useLocation, useSearch } from 'wouter';
import { type FailureSentences, type FailureWords, sayFailuresWith } from '../history/fetchJson.ts';
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
    const words = failureWordsIn(loaded.words);
    sayFailuresWith(words);
    let isCurrent = true;
    // The server speaks English; what it refuses is said in another language as soon as its words are there.
    if (loaded.language !== 'en')
      loadSentences().then(
        (sentences) => isCurrent && sayFailuresWith(words, sentences),
        // Without them the server's own sentences stand.
        raise,
      );
    return () => {
      isCurrent = false;
    };
  }, [loaded]);

  if (!loaded) return null;
  return (
    <IntlProvider locale={loaded.language} messages={loaded.words} onError={raise}>
      {children}
    </IntlProvider>
  );
}

async function loadSentences(): Promise<FailureSentences> {
  return (await import('./sayFailures.ts')).frenchFailures;
}

function failureWordsIn(words: Record<string, string>): FailureWords {
  const [unreachable, answered, brokeOff] = ['state.unreachable', 'state.answered', 'state.brokeOff'].map((key) => {
    const said = words[key];
    if (said === undefined) throw new Error(`no word for ${key}`);
    return said;
  });
  return { unreachable: unreachable!, answered: answered!, brokeOff: brokeOff! };
}

/** A missing or malformed word is a bug of ours. In a test it must fail; on a wall it must not take the screen away. */
export function raise(error: Error): void {
  console.error(error);
}
