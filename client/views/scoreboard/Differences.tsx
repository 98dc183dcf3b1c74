import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Stage } from '../../../shared/kinds.ts';
import type { Relevance, SheetItem } from '../../../shared/scoreboard.ts';
import { useCorrection } from '../../history/useCorrection.ts';
import type { Names } from '../../history/useWorkspace.ts';
import { useIsLost } from '../../live/useFrame.ts';
import { exploreLink } from '../../select/exploreState.ts';
import { isMissed, labelCorrection } from '../../select/labelCorrection.ts';
import { looksOf, useHere } from '../../ui/hrefs.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Scoreboard.module.css';

type RowProps = { item: SheetItem; version: string; names: Names };

/** The machine's sort in the words in which people are asked. */
const relevanceOf: Record<Stage, Relevance> = {
  significant: 'matters',
  important: 'in-passing',
  'set-aside': 'not-about-us',
};

function Row({ item, version, names }: RowProps) {
  const { say } = useWords();
  const here = useHere();
  const queries = useQueryClient();
  const { mutate, isPending, error } = useCorrection(item.seq, version);
  const isLost = useIsLost();
  const { label, machine, theme, message } = item;
  if (!label || !machine) return null;
  const correction = labelCorrection(item);
  const about = (is: boolean | undefined) =>
    theme === undefined || is === undefined
      ? []
      : [say(is ? 'score.about' : 'score.notAbout', { theme: names.theme(theme) })];
  const isSet = machine.stage === 'set-aside';
  const yours = [
    say(`score.relevance.${label.relevance}`),
    ...(label.sentiment ? [say(`opinion.${label.sentiment}`)] : []),
    ...about(label.theme),
  ];
  const its = [
    say(`score.relevance.${relevanceOf[machine.stage]}`),
    ...(isSet
      ? []
      : [say(`opinion.${machine.opinion}`), ...about(theme !== undefined && machine.themes.includes(theme))]),
  ];
  return (
    <li aria-busy={isPending}>
      <p className={css.cut} lang={message.lang || undefined}>
        {message.text}
      </p>
      <dl className={css.both}>
        <div>
          <dt>{say('score.you')}</dt>
          <dd>{yours.join(', ')}</dd>
        </div>
        <div>
          <dt>{say('score.machine')}</dt>
          <dd>{its.join(', ')}</dd>
        </div>
      </dl>
      <p className={css.act}>
        {machine.isCorrected && <span role="status">{say('score.corrected')}</span>}
        {!machine.isCorrected && correction && (
          <button
            type="button"
            className="button"
            disabled={isPending || isLost}
            onClick={() =>
              mutate(correction, { onSuccess: () => queries.invalidateQueries({ queryKey: ['sheet', version] }) })
            }
          >
            {say('score.correct')}
          </button>
        )}
        <Link className="door" href={exploreLink({ range: '7d', mention: item.seq }, looksOf(here))}>
          {say('score.why')}
        </Link>
        {error && <span role="alert">{error.message}</span>}
      </p>
    </li>
  );
}

type Props = { items: readonly SheetItem[]; version: string; names: Names };

/** Once labelled: what the machine said otherwise, each with the way to correct it and the way to its reasons. */
export function Differences({ items, version, names }: Props) {
  const { say } = useWords();
  const different = items.filter((item) => labelCorrection(item) !== null || isMissed(item));
  if (different.length === 0) return null;
  return (
    <section className={css.differ}>
      <h3 className="part-title">{say('score.differ')}</h3>
      <p className={css.why}>{say('score.differWhy')}</p>
      <ul>
        {different.map((item) => (
          <Row key={item.seq} {...{ item, version, names }} />
        ))}
      </ul>
    </section>
  );
}
