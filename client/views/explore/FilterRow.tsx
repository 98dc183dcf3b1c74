import { type RefObject, useState } from 'react';
import { channels, type Opinion } from '../../../shared/kinds.ts';
import type { RequestFailed } from '../../history/fetchJson.ts';
import { opinions } from '../../select/exploreState.ts';
import { type Choice, FilterMenu } from '../../ui/FilterMenu.tsx';
import css from './FilterRow.module.css';
import { RangePicker } from './RangePicker.tsx';
import { SavedViews } from './SavedViews.tsx';
import { SearchBox } from './SearchBox.tsx';
import type { Explored } from './useExplore.ts';

type Props = {
  explored: Explored;
  shown: { from: number; to: number } | undefined;
  langs: readonly string[];
  searchFailed: RequestFailed | null;
  inputRef: RefObject<HTMLInputElement | null>;
};

/** Everything that narrows the screen, in one row; all of it lands in the address. */
export function FilterRow({ explored, shown, langs, searchFailed, inputRef }: Props) {
  const { state, change, say, names, workspace, zone, format } = explored;
  const [isCopied, setCopied] = useState(false);
  // French says "toutes" of brands and languages.
  const shownOf = (chosen: readonly string[], choices: readonly Choice[], gender: 'f' | 'm') => {
    if (chosen.length === 0) return say('explore.everything', { gender });
    if (chosen.length === 1) return choices.find((choice) => choice.id === chosen[0])?.name ?? chosen[0]!;
    return say('explore.someOf', { chosen: chosen.length, count: choices.length });
  };
  const menu = (
    name: string,
    choices: readonly Choice[],
    chosen: readonly string[],
    onChange: (ids: string[]) => void,
    gender: 'f' | 'm' = 'm',
  ) => (
    <FilterMenu
      chip={css.chip}
      name={name}
      shown={shownOf(chosen, choices, gender)}
      choices={choices}
      chosen={chosen}
      clear={say('explore.all')}
      onChange={onChange}
    />
  );
  const brands = (workspace?.brands ?? []).map(({ id, name }) => ({ id, name, color: names.color(id) }));
  const themes = [
    ...(workspace?.themes ?? []).map(({ id, name }) => ({ id, name })),
    { id: 'none', name: names.theme('none') },
  ];
  const languages = [...new Set([...langs, ...state.langs])].map((id) => ({
    id,
    name: id === '' ? '?' : format.language(id),
  }));
  return (
    <search className={css.row} aria-label={say('explore.filters')}>
      <RangePicker {...{ state, change, say, zone, shown }} hasT0={explored.t0 !== undefined} />
      <div className={css.rest}>
        <SavedViews explored={explored} />
        <button
          type="button"
          className={css.chip}
          aria-pressed={state.compare}
          onClick={() => change({ compare: !state.compare })}
        >
          <span className={css.name}>{say('explore.compare')}</span>{' '}
          {say(state.compare ? 'explore.before' : 'explore.off')}
        </button>
        {menu(say('explore.brands'), brands, state.brands, (ids) => change({ brands: ids, mention: undefined }), 'f')}
        {menu(say('explore.themes'), themes, state.themes, (ids) => change({ themes: ids, mention: undefined }))}
        {menu(
          say('explore.channels'),
          channels.map((id) => ({ id, name: say(`channel.${id}`) })),
          state.channels,
          (ids) => change({ channels: channels.filter((one) => ids.includes(one)), mention: undefined }),
        )}
        {languages.length > 0 &&
          menu(
            say('explore.languages'),
            languages,
            state.langs,
            (ids) => change({ langs: ids, mention: undefined }),
            'f',
          )}
        {menu(
          say('explore.sentiment'),
          opinions.map((id) => ({ id, name: say(`opinion.${id}`) })),
          state.opinions,
          (ids) => change({ opinions: opinions.filter((one: Opinion) => ids.includes(one)), mention: undefined }),
        )}
        <SearchBox
          value={state.q}
          onSearch={(q) => change({ q, mention: undefined }, { replace: true })}
          failed={searchFailed}
          say={say}
          inputRef={inputRef}
        />
        <button
          type="button"
          className={`${css.chip} ${css.copy}`}
          aria-label={say(isCopied ? 'explore.copied' : 'explore.copyLink')}
          title={say('explore.copyLink')}
          onClick={() => {
            navigator.clipboard.writeText(location.href).then(
              () => setCopied(true),
              // A page without the right to the clipboard: the address bar holds the same link.
              () => setCopied(false),
            );
          }}
          onBlur={() => setCopied(false)}
        >
          <svg
            width="16"
            height="16"
            viewBox="0 0 16 16"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            aria-hidden="true"
          >
            <path
              d={
                isCopied
                  ? 'M3 8.5l3.2 3.2L13 5'
                  : 'M6.7 9.3l2.6-2.6M7.5 4.7l1.6-1.6a2.7 2.7 0 0 1 3.8 3.8l-1.6 1.6M8.5 11.3l-1.6 1.6a2.7 2.7 0 0 1-3.8-3.8l1.6-1.6'
              }
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
        </button>
      </div>
    </search>
  );
}
