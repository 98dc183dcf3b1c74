import { SpreadStrip } from '../../charts/SpreadStrip.tsx';
import { useCopies } from '../../history/useCopies.ts';
import type { Window } from '../../select/exploreRange.ts';
import { isSameDay } from '../../ui/isSameDay.ts';
import css from './RepeatedTexts.module.css';
import type { Explored } from './useExplore.ts';

const mostShown = 5;
const strip = { width: 150, height: 22 };

/** Near-copies, each text once: how often it was said and how it spread over the window. A row opens its messages. */
export function RepeatedTexts({ window, explored }: { window: Window; explored: Explored }) {
  const { state, change, say, names, format, version } = explored;
  const copies = useCopies(window, state.brands, version, mostShown);
  const { data } = copies;
  if (!data || data.items.length === 0) return null;
  /** Of one channel the row's own count is all there is to say. */
  const channelsOf = (channels: (typeof data.items)[number]['channels']) => {
    const counted = (Object.entries(channels) as [keyof typeof channels, number][]).sort(([, a], [, b]) => b - a);
    return counted
      .map(([channel, count]) =>
        counted.length === 1 ? say(`channel.${channel}`) : `${say(`channel.${channel}`)}\u00a0${format.number(count)}`,
      )
      .join(', ');
  };
  return (
    <section className={css.panel} aria-labelledby="repeated-title">
      <h2 id="repeated-title" className={css.title}>
        {say('explore.repeated')} <small>{say('explore.repeatedNote')}</small>
      </h2>
      <ol className={css.list}>
        {data.items.map(({ of, original, size, firstAt, lastAt, perHour, channels }) => (
          <li key={of}>
            <button
              type="button"
              className={css.text}
              data-cluster={of}
              aria-pressed={state.copies === of}
              onClick={() =>
                change(
                  state.copies === of
                    ? { copies: undefined, mention: undefined }
                    : {
                        copies: of,
                        stage: 'important',
                        reasons: [],
                        themes: [],
                        channels: [],
                        langs: [],
                        opinions: [],
                        q: '',
                        mention: undefined,
                      },
                )
              }
            >
              <b className={css.size}>
                {format.number(size)}
                <span className="visually-hidden"> {say('explore.timesSaid')} </span>
              </b>
              <span className={css.words} lang={original.lang || undefined}>
                {original.text}
              </span>
            </button>
            <span className={css.spread}>
              <SpreadStrip
                {...strip}
                from={window.from}
                to={window.to}
                startAt={data.startAt}
                stepMs={data.stepMs}
                counts={perHour}
                color={original.brands[0] ? names.color(original.brands[0].id) : 'var(--neutral)'}
                label={say('explore.spread', { size, from: format.moment(firstAt), to: format.moment(lastAt) })}
              />
              <span className={css.when}>
                {lastAt - firstAt < 60_000
                  ? format.moment(firstAt)
                  : say('explore.within', {
                      from: format.moment(firstAt),
                      to: isSameDay(firstAt, lastAt, format) ? format.time(lastAt) : format.moment(lastAt),
                    })}
                , {channelsOf(channels)}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
