import { Link } from 'wouter';
import { hrefWith, useHere } from './hrefs.ts';
import css from './LanguageChoice.module.css';
import { languages, rememberLanguage } from './language.ts';
import { useWords } from './useWords.ts';

/** Links, not a menu: the language is part of the address. */
export function LanguageChoice() {
  const { say, language: present } = useWords();
  const here = useHere();
  // On Explore `lang` is a filter and stays.
  const drop = here.path.startsWith('/explore') ? {} : { lang: undefined };
  return (
    <nav className={css.choice} aria-label={say('shell.language')}>
      {languages.map((language) => (
        <Link
          key={language}
          href={hrefWith(here, { ...drop, ui: language })}
          lang={language}
          hrefLang={language}
          aria-current={language === present ? 'true' : undefined}
          onClick={() => rememberLanguage(language)}
        >
          {language.toUpperCase()}
        </Link>
      ))}
    </nav>
  );
}
