import { useState } from 'react';
import { sentimentLabels } from '../../../shared/kinds.ts';
import { dayMs } from '../../../shared/rollup.ts';
import { relevances, type SheetAnswer } from '../../../shared/scoreboard.ts';
import { useLabel } from '../../history/useScoreboard.ts';
import type { Names } from '../../history/useWorkspace.ts';
import { useIsLost } from '../../live/useFrame.ts';
import { type Draft, finished, nextOpen } from '../../select/labelSteps.ts';
import type { Format } from '../../ui/format.ts';
import { StateBlock } from '../../ui/StateBlock.tsx';
import { useKeys } from '../../ui/useKeys.ts';
import { useWords } from '../../ui/useWords.ts';
import { WhileLive } from '../../ui/WhileLive.tsx';
import { Choice } from './Choice.tsx';
import { Differences } from './Differences.tsx';
import css from './Scoreboard.module.css';

type Props = { sheet: SheetAnswer; version: string; names: Names; format: Format };

/** One message after the other, each with two or three questions that a key answers; the last answer leads to the next. */
export function LabelSheet({ sheet, version, names, format }: Props) {
  const { say } = useWords();
  const { items, day } = sheet;
  const [at, setAt] = useState<number | undefined>(() => nextOpen(items, items.length - 1));
  const [draft, setDraft] = useState<Draft>({});
  const { mutate, error, itemsNow } = useLabel(day, version);
  const isLost = useIsLost();
  const item = at === undefined ? undefined : items[at];
  const done = items.filter(({ label }) => label !== undefined).length;

  function go(place: number | undefined): void {
    setAt(place);
    setDraft(place === undefined ? {} : (items[place]?.label ?? {}));
  }

  function answer(more: Draft): void {
    if (isLost || !item || at === undefined) return;
    const next = { ...draft, ...more };
    setDraft(next);
    const label = finished(next, item.theme);
    if (!label) return;
    mutate({ seq: item.seq, label });
    // The label just given reaches the sheet after this turn: its own place is no next one.
    const after = nextOpen(itemsNow(), at);
    go(after === at ? undefined : after);
  }

  const step = (by: number) => at !== undefined && go((at + by + items.length) % items.length);
  const isOurs = draft.relevance !== undefined && draft.relevance !== 'not-about-us';
  useKeys({
    '1': () => answer({ relevance: 'not-about-us' }),
    '2': () => answer({ relevance: 'in-passing' }),
    '3': () => answer({ relevance: 'matters' }),
    ...(isOurs && {
      '4': () => answer({ sentiment: 'negative' }),
      '5': () => answer({ sentiment: 'neutral' }),
      '6': () => answer({ sentiment: 'positive' }),
    }),
    ...(isOurs &&
      item?.theme !== undefined && { '7': () => answer({ theme: false }), '8': () => answer({ theme: true }) }),
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
  });

  const posts = format.number(sheet.drawnFrom);
  const isEarlier = sheet.drawnAt - sheet.receivedTo > dayMs;
  const drawn = isEarlier
    ? say('score.drawnEarlier', { posts, moment: format.moment(sheet.receivedTo) })
    : say('score.drawn', { posts });
  if (items.length === 0) return <StateBlock shape="lost" title={say('score.none')} why={say('score.noneWhy')} />;
  return (
    <section className={`section ${css.sheet}`} aria-label={say('score.today')}>
      <h2 className="section-title">
        {say('score.today')} <small>{drawn}</small>
      </h2>
      <progress className={css.progress} value={done} max={items.length} aria-label={say('score.today')} />
      {item ? (
        <>
          <p className={css.meta}>
            <b>{say('score.place', { place: at! + 1, all: items.length })}</b>
            <span>
              {say(`channel.${item.message.channel}`)}, {format.language(item.message.lang)},{' '}
              {format.moment(item.message.at)}
            </span>
          </p>
          <div className={css.ask}>
            <blockquote className={css.message} lang={item.message.lang || undefined}>
              {item.message.title !== undefined && <b>{item.message.title}</b>}
              {item.message.text}
            </blockquote>
            <div className={css.questions}>
              <WhileLive>
                <Choice
                  question={say('score.relevance')}
                  choices={relevances.map((value, k) => ({
                    value,
                    word: say(`score.relevance.${value}`),
                    mark: String(k + 1),
                  }))}
                  chosen={draft.relevance}
                  onChoose={(relevance) => answer({ relevance })}
                />
                {isOurs && (
                  <Choice
                    question={say('score.sentiment')}
                    choices={sentimentLabels.map((value, k) => ({
                      value,
                      word: say(`opinion.${value}`),
                      mark: String(k + 4),
                    }))}
                    chosen={draft.sentiment}
                    onChoose={(sentiment) => answer({ sentiment })}
                  />
                )}
                {isOurs && item.theme !== undefined && (
                  <Choice
                    question={say('score.theme', { theme: names.theme(item.theme) })}
                    choices={[
                      { value: false, word: say('score.no'), mark: '7' },
                      { value: true, word: say('score.yes'), mark: '8' },
                    ]}
                    chosen={draft.theme}
                    onChoose={(theme) => answer({ theme })}
                  />
                )}
              </WhileLive>
            </div>
          </div>
          <p className={css.foot}>
            <button type="button" className="door" onClick={() => step(-1)}>
              {say('score.back')}
            </button>
            <button type="button" className="door" onClick={() => step(1)}>
              {say('score.skip')}
            </button>
            <span role="status">{error ? say('score.failed', { reason: error.message }) : say('score.blind')}</span>
          </p>
        </>
      ) : (
        <>
          <StateBlock shape="live" title={say('score.done', { count: items.length })} why={say('score.doneWhy')}>
            <button type="button" className="button" onClick={() => go(0)}>
              {say('score.again')}
            </button>
          </StateBlock>
          <Differences {...{ items, version, names }} />
        </>
      )}
    </section>
  );
}
