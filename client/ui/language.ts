export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

const chosenKey = 'launchroom.language';

function known(value: string | null | undefined): Language | undefined {
  const two = value?.slice(0, 2).toLowerCase();
  return languages.find((language) => language === two);
}

/**
 * The URL decides, then what the reader chose before, then the browser, then English. `?ui=` works everywhere; `?lang=`
 * too, but not on Explore, where it filters messages by their language.
 */
export function languageOf(path: string, search: string, chosen: string | null, browser: readonly string[]): Language {
  const params = new URLSearchParams(search);
  const fromUrl = known(params.get('ui')) ?? (path.startsWith('/explore') ? undefined : known(params.get('lang')));
  return fromUrl ?? known(chosen) ?? browser.map(known).find((one) => one !== undefined) ?? 'en';
}

/** Storage may be forbidden (private windows, locked kiosks): then nothing is remembered, and nothing breaks. */
export function chosenLanguage(): string | null {
  try {
    return localStorage.getItem(chosenKey);
  } catch {
    return null;
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(chosenKey, language);
  } catch {
    // The URL still carries the choice.
  }
}
