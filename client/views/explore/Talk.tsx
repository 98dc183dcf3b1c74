import { memo, type ReactNode } from 'react';
import type { RisingTerm } from '../../../shared/protocol.ts';
import { useQuestions, useTerms } from '../../history/useTalk.ts';
import type { Picture } from '../../select/explorePicture.ts';
import css from './Talk.module.css';
import type { Explored } from './useExplore.ts';

type Props = { window: Picture['window']; explored: Explored };

/** What is new in the talk: terms that rise, and questions that several people ask. Each item opens its messages. */
export const Talk = memo(function Talk(props: Props) {
  return (
    <div className={css.talk}>
      <Terms {...props} />
      <Questions {...props} />
    </div>
  );
});

/** With its day where that is not the window's last: "16:38" alone would be today's. */
function begunAt(at: number, { to }: Props['window'], format: Explored['format']): string {
  return format.date(at) === format.date(to) ? format.time(at) : format.moment(at);
}

/** Looks for messages: all that passed the first sort, because these counts know no other. */
function useSearch({ change }: Explored) {
  return (q: string) =>
    change({ q, stage: 'important', reasons: [], opinions: [], copies: undefined, mention: undefined });
}

function Terms({ window, explored }: Props) {
  const { state, version, say, format } = explored;
  const { data, error } = useTerms(state, window, version);
  const search = useSearch(explored);
  const span = data?.before && format.duration(data.before.to - data.before.from);
  const isUsualKnown = data?.before && data.before.texts > 0;
  return (
    <Panel
      id="terms"
      title={say('explore.terms')}
      note={span && isUsualKnown ? say('explore.terms.against', { span }) : undefined}
      failed={error?.message}
      empty={
        data && data.items.length === 0 && (isUsualKnown ? say('explore.terms.none') : say('explore.terms.noUsual'))
      }
    >
      {data?.items.map((item) => (
        <li key={item.term} className={css.item}>
          <p className={css.line}>
            <button type="button" className="door strong" data-term onClick={() => search(queryFor(item))}>
              {item.term}
            </button>
            <span className={css.figures}>
              <b
                className="strong"
                title={say('explore.terms.interval', {
                  low: format.times(item.low),
                  high: format.times(item.high),
                  percent: format.percent(Math.min(0.999, item.probability)),
                })}
              >
                {say('explore.terms.lift', { times: format.times(item.lift) })}
              </b>{' '}
              {say('explore.terms.texts', { texts: item.texts })}
              <span className={css.since}>
                {say('explore.terms.since', { time: begunAt(item.startedAt, window, format) })}
              </span>
            </span>
          </p>
          {item.examples[0] && (
            <p className={css.example} lang={item.examples[0].lang || undefined}>
              {item.examples[0].text}
            </p>
          )}
        </li>
      ))}
    </Panel>
  );
}

/** A word as a query reads it: without its #, because both forms were counted. */
function queryFor({ term, kind }: Pick<RisingTerm, 'term' | 'kind'>): string {
  if (kind === 'hashtag') return term.slice(1);
  return /^[\p{L}\p{N}_]+$/u.test(term) && term !== term.toUpperCase() ? term : `"${term}"`;
}

function Questions({ window, explored }: Props) {
  const { state, version, say, format } = explored;
  const { data, error } = useQuestions(state, window, version);
  const search = useSearch(explored);
  return (
    <Panel
      id="questions"
      title={say('explore.questions')}
      note={data && data.items.length > 0 ? say('explore.questions.asked', { texts: data.asked }) : undefined}
      failed={error?.message}
      empty={
        data &&
        data.items.length === 0 &&
        (data.asked === 0 ? say('explore.questions.none') : say('explore.questions.single', { texts: data.asked }))
      }
    >
      {data?.items.map((item) => (
        <li key={`${item.search} ${item.question}`} className={css.item}>
          <p className={css.line}>
            <button type="button" className={`door ${css.question}`} data-question onClick={() => search(item.search)}>
              {item.question}
            </button>
            <span className={css.figures}>
              <b className="strong">{say('explore.questions.times', { texts: item.count, brands: item.brands })}</b>
              <span className={css.since}>
                {say('explore.terms.since', { time: begunAt(item.firstAt, window, format) })}
              </span>
            </span>
          </p>
        </li>
      ))}
    </Panel>
  );
}

type PanelProps = {
  id: string;
  title: string;
  note: string | undefined;
  failed: string | undefined;
  empty: string | false | undefined;
  children: ReactNode;
};

function Panel({ id, title, note, failed, empty, children }: PanelProps) {
  return (
    <section className={css.panel} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={css.title}>
        {title} {note && <small>{note}</small>}
      </h2>
      {failed || empty ? <p className={css.none}>{failed ?? empty}</p> : <ol className={css.list}>{children}</ol>}
    </section>
  );
}
