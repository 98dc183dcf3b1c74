import { type ReactNode, useMemo, useRef } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import { Loading } from './Loading.tsx';
import type { Language } from './language.ts';
import { useLoadedWords } from './useLoadedWords.ts';
import { raise } from './Words.tsx';

const load: Record<Language, () => Promise<Record<string, string>>> = {
  en: async () => (await import('./words/more.en.ts')).moreEn,
  fr: async () => (await import('./words/more.fr.ts')).moreFr,
};

/** Around every screen but the first page's: the words that a first visit does not load. */
export function MoreWords({ children }: { children: ReactNode }) {
  const { locale, messages } = useIntl();
  const loaded = useLoadedWords(load, locale as Language);
  const isLoaded = loaded?.language === locale;
  const all = useMemo(
    () => (isLoaded ? { locale, messages: { ...messages, ...loaded.words } as Record<string, string> } : null),
    [isLoaded, loaded, locale, messages],
  );
  // While another language comes, the screen stays as it is: what somebody was writing on it must not be lost.
  const last = useRef(all);
  if (all) last.current = all;
  if (!last.current) return <Loading />;
  return (
    <IntlProvider locale={last.current.locale} messages={last.current.messages} onError={raise}>
      {children}
    </IntlProvider>
  );
}
