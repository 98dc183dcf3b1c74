import type { Followed } from '../../../shared/decisions.ts';
import type { Launch } from '../../../shared/domain.ts';
import { nameIn } from '../../../shared/nameIn.ts';
import { useDecisions } from '../../history/useDecisions.ts';
import { offsetWords } from '../../ui/offsetWords.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useWords } from '../../ui/useWords.ts';
import { followedSentence, isClear } from './DecisionsPanel.tsx';
import css from './LaunchLead.module.css';

const mostShown = 4;

/** In one sentence after which of the decisions opinion clearly moved. Nothing while their day still runs, or nobody knows. */
export function Decided({ launch }: { launch: Launch }) {
  const { say, language } = useWords();
  const items = useDecisions(launch.id, launch.decisions.length).data?.items ?? [];
  const told = items.filter(({ day }) => day.net !== null && day.elapsedMs >= day.spanMs);
  if (told.length === 0) return null;
  const clear = told.filter(({ day }) => isClear(day.net!, 0));
  const isUp = clear.every(({ day }) => day.net!.value > 0);
  const isDown = clear.every(({ day }) => day.net!.value < 0);
  const letters = new Intl.ListFormat(language, { type: 'conjunction' }).format(clear.map(({ letter }) => letter));
  return (
    <p className={css.decidedLead}>
      {say('followed.lead', {
        clear: clear.length,
        count: told.length,
        letters,
        way: isUp ? 'up' : isDown ? 'down' : 'both',
      })}
    </p>
  );
}

/** Talk rises and falls by itself: where it says nothing clear, opinion alone is told here. */
const opinionFirst = (day: Followed): Followed =>
  day.net && !(day.mentions && isClear(day.mentions, 1)) ? { ...day, mentions: null } : day;

/** What was decided and what the day after brought, in a line each, beside where the launch stands; all of it stands below. */
export function DecisionsLead({ launch }: { launch: Launch }) {
  const { say, language } = useWords();
  const format = useFormat(launch.timeZone);
  const { data } = useDecisions(launch.id, launch.decisions.length);
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  const shown = items.slice(-mostShown);
  return (
    <section className={css.decisions} aria-labelledby="decided-title">
      <h3 id="decided-title" className={css.decided}>
        {say('followed.title')}
      </h3>
      <ol>
        {shown.map(({ at, letter, day, ...decision }) => (
          <li key={`${at} ${letter}`}>
            <span className={css.letter} aria-hidden="true">
              <span>{letter}</span>
            </span>
            <p>
              <b className="strong">{nameIn(decision, language)}</b>{' '}
              <span className="ink-3">{offsetWords(at - launch.at, format)}</span>
              <br />
              {followedSentence(opinionFirst(day), 'day', say, format)}
            </p>
          </li>
        ))}
      </ol>
      <p className="t12 ink-3">
        {say('followed.notProof')}{' '}
        <a className="door" href="#followed-title">
          {say('followed.more', { count: items.length })}
        </a>
      </p>
    </section>
  );
}
