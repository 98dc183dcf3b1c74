import { Link } from 'wouter';
import type { QueryCorrection, Workspace } from '../../../shared/domain.ts';
import { namesOf } from '../../history/useWorkspace.ts';
import { dropCorrection } from '../../select/ruleEdits.ts';
import type { Format } from '../../ui/format.ts';
import { hrefTo, useHere } from '../../ui/hrefs.ts';
import { type Say, useWords } from '../../ui/useWords.ts';
import css from './Corrections.module.css';
import type { Editing } from './useEdit.ts';

type Props = { workspace: Workspace; editing: Editing; isReadOnly: boolean; format: Format };
type Names = ReturnType<typeof namesOf>;

/** Corrections of all mentions that a query finds, as sentences. */
export function QueryCorrections({ workspace, editing, isReadOnly, format }: Props) {
  const { say } = useWords();
  const here = useHere();
  const names = namesOf(workspace, say('explore.noTheme'));
  const corrections = workspace.corrections ?? [];
  return (
    <>
      {corrections.length === 0 ? (
        <p className="ink-3">{say('corrections.noRules')}</p>
      ) : (
        <ol className={css.rules}>
          {corrections.map((one) => (
            <li key={one.id}>
              <p>
                <code>{one.id}</code> {sayWhere(one.where, say, names, format)} {say('correctAll.are')}{' '}
                <b className="strong">{sayWhat(one.say, say, names)}</b>
              </p>
              {!isReadOnly && (
                <button
                  type="button"
                  className="button"
                  aria-label={say('corrections.dropRule', { id: one.id })}
                  onClick={() => editing.look(dropCorrection(one.id))}
                >
                  ×
                </button>
              )}
            </li>
          ))}
        </ol>
      )}
      <p className={css.buttons}>
        <Link className="button" href={hrefTo(here, '/explore')}>
          {say('corrections.toExplore')}
        </Link>
      </p>
    </>
  );
}

function sayWhere(where: QueryCorrection['where'], say: Say, names: Names, format: Format): string {
  const { query, from, to, brands, themes, channels, langs, opinions } = where;
  const list = (items: readonly string[]) => items.join(', ');
  const parts = [
    say('correctAll.where'),
    brands && say('correctAll.brands', { names: list(brands.map(names.brand)) }),
    themes && say('correctAll.themes', { names: list(themes.map(names.theme)) }),
    channels && say('correctAll.channels', { names: list(channels.map((one) => say(`channel.${one}`))) }),
    langs && say('correctAll.langs', { names: list(langs.map(format.language)) }),
    query && say('correctAll.query', { query }),
    opinions && say('correctAll.opinions', { names: list(opinions.map((one) => say(`opinion.${one}`))) }),
    from !== undefined && to !== undefined
      ? say('correctAll.range', { from: format.moment(from), to: format.moment(to) })
      : from !== undefined
        ? say('correctAll.fromOnly', { from: format.moment(from) })
        : to !== undefined && say('correctAll.toOnly', { to: format.moment(to) }),
  ];
  return parts.filter(Boolean).join(' ');
}

function sayWhat(said: QueryCorrection['say'], say: Say, names: Names): string {
  const { sentiment, brand, addThemes, dropThemes, relevant } = said;
  const list = (ids: readonly string[]) => ids.map(names.theme).join(', ');
  const towards = brand ? ` ${say('correctAll.say.brand', { brand: names.brand(brand) })}` : '';
  const parts = [
    sentiment && `${say(`opinion.${sentiment}`)}${towards}`,
    relevant !== undefined && say(relevant ? 'correctAll.say.yes' : 'correctAll.say.no'),
    addThemes && say('correctAll.say.add', { names: list(addThemes) }),
    dropThemes && say('correctAll.say.drop', { names: list(dropThemes) }),
  ];
  return parts.filter(Boolean).join(', ');
}
