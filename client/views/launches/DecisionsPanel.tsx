import { useState } from 'react';
import type { Change, Figures, Followed, FollowedDecision } from '../../../shared/decisions.ts';
import type { Launch } from '../../../shared/domain.ts';
import { nameIn } from '../../../shared/nameIn.ts';
import { hourMs, minuteMs } from '../../../shared/rollup.ts';
import { BeforeAfter } from '../../charts/BeforeAfter.tsx';
import { useDecisions } from '../../history/useDecisions.ts';
import { DecisionDialog } from '../../ui/DecisionDialog.tsx';
import type { Format } from '../../ui/format.ts';
import { MoreWords } from '../../ui/MoreWords.tsx';
import { offsetWords } from '../../ui/offsetWords.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { useLostWhy } from '../../ui/useLostWhy.ts';
import { type Say, useWords } from '../../ui/useWords.ts';
import css from './DecisionsPanel.module.css';

type Props = { launch: Launch; mayNote: boolean };

/** The decisions of a launch, each with what was counted after it beside before: never as its effect. */
export default function DecisionsPanel(props: Props) {
  return (
    <MoreWords>
      <Panel {...props} />
    </MoreWords>
  );
}

function Panel({ launch, mayNote }: Props) {
  const { say } = useWords();
  const format = useFormat(launch.timeZone);
  const { data, error } = useDecisions(launch.id, launch.decisions.length);
  const [isNoting, setNoting] = useState(false);
  const lost = useLostWhy();
  useKeys({ d: () => mayNote && lost === null && setNoting(true) });
  const isEmpty = launch.decisions.length === 0;
  if (isEmpty && !mayNote) return null;
  return (
    <section className="section" aria-labelledby="followed-title">
      <header className={css.head}>
        <h2 id="followed-title" className="section-title">
          {say('followed.title')}
        </h2>
        {mayNote && (
          <button type="button" className="button" disabled={lost !== null} onClick={() => setNoting(true)}>
            {say('decide.noteAny')} <kbd className="kbd">D</kbd>
          </button>
        )}
      </header>
      {mayNote && lost !== null && <p className="ink-2">{lost}</p>}
      {error && <p role="alert">{error.message}</p>}
      <ol>
        {data?.items.map((decision) => (
          <Row key={`${decision.at} ${decision.letter}`} decision={decision} t0={launch.at} format={format} />
        ))}
      </ol>
      {!isEmpty && data && <p className={css.caution}>{say('followed.caution')}</p>}
      {isNoting && <DecisionDialog launch={launch.id} title={launch.name} onClose={() => setNoting(false)} />}
    </section>
  );
}

function Row({ decision, t0, format }: { decision: FollowedDecision; t0: number; format: Format }) {
  const { say, language } = useWords();
  const { at, who, expected, letter, day, snapshot } = decision;
  const late = day.cameLater ?? 0;
  const netOf = (followed: Followed['before']) => (followed.net ? format.signed(followed.net.net) : '–');
  return (
    <li className={css.row}>
      <span className={css.letter}>
        <span>{letter}</span>
      </span>
      <div>
        <h3>{nameIn(decision, language)}</h3>
        <p className="ink-3">
          {offsetWords(at - t0, format)}, {format.moment(at)}
          {who !== undefined && `, ${say('followed.by', { who })}`}
          {expected !== undefined && `. ${say('followed.expected', { expected })}`}
        </p>
        {snapshot && <p className="ink-3">{knownSentence(snapshot.hour, say, format)}</p>}
        {/* Within the first hour the day tells no more than the hour. */}
        {(day.elapsedMs > hourMs ? (['hour', 'day'] as const) : (['hour'] as const)).map((span) => (
          <p key={span}>{followedSentence(decision[span], span, say, format)}</p>
        ))}
        {late > 0 && <p className="ink-3">{say('followed.late', { count: late })}</p>}
      </div>
      <BeforeAfter
        before={day.before.net}
        after={day.after.net}
        label={say('followed.net90', { before: netOf(day.before), after: netOf(day.after) })}
      />
    </li>
  );
}

/** The frozen figures of the hour before a decision. Where nothing was heard none of them says anything. */
export function knownSentence({ mentions, perHour, net }: Figures, say: Say, format: Format): string {
  if (perHour === null) return say('followed.unheard');
  return say('followed.known', { count: mentions, net: net ? format.signed(net.net) : 'none' });
}

/** An interval whose ends are further apart says that nothing can be told, and its numbers say no more. */
const mostSpread = 10;

/** More or less than by chance: the whole 90 % interval lies on one side of no change. */
export const isClear = ({ low, high }: Change, none: number) => low > none || high < none;

export function followedSentence(
  { spanMs, elapsedMs, mentions, net }: Followed,
  span: 'hour' | 'day',
  say: Say,
  format: Format,
): string {
  const isWhole = elapsedMs >= spanMs;
  const head = say(isWhole ? 'followed.span' : 'followed.running', {
    span,
    elapsed: format.duration(elapsedMs < minuteMs ? elapsedMs : elapsedMs - (elapsedMs % minuteMs)),
  });
  const said: string[] = [];
  if (mentions) {
    const [low, high] = [format.times(mentions.low), format.times(mentions.high)];
    const times = format.times(mentions.value);
    const key = isClear(mentions, 1)
      ? 'followed.mentions'
      : mentions.high > mostSpread * mentions.low
        ? 'followed.mentionsWide'
        : 'followed.mentionsSame';
    said.push(say(key, { times, low, high }));
  }
  if (net) {
    const [low, high] = [format.signed(net.low), format.signed(net.high)];
    const change = format.signed(net.value);
    said.push(say(isClear(net, 0) ? 'followed.net' : 'followed.netSame', { change, low, high }));
  }
  if (said.length === 0) said.push(say('followed.little'));
  const sentence = say('followed.sentence', { head, said: said.join(', ') });
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
