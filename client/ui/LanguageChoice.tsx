import { Link, useLocation, useSearch } from 'wouter';
import { hrefWith } from './hrefs.ts';
import css from './LanguageChoice.module.css';
import { languages, rememberLanguage } from './language.ts';
import { useWords } from './useWords.ts';

/** Links, not a menu: the language is part of the address. */
export function LanguageChoice() {
  const { say, language: present } = useWords();
  const [path] = useLocation();
  const search = useSearch();
  return (
    <nav className={css.choice} aria-label={say('shell.language')}>
      {languages.map((language) => (
        <Link
          key={language}
          href={hrefWith(path, search, { ui: language, ...(path.startsWith('/explore') ? {} : { lang: undefined }) })}
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
