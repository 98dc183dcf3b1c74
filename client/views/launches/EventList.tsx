import type { Launch } from '../../../shared/domain.ts';
import { MoreWords } from '../../ui/MoreWords.tsx';
import { offsetWords } from '../../ui/offsetWords.ts';
import { sayEventKind } from '../../ui/sayEventKind.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './LaunchPage.module.css';

/** What was planned or happened around a launch, in the order of time, in its own zone. */
export default function EventList({ launch }: { launch: Launch }) {
  return (
    <MoreWords>
      <List launch={launch} />
    </MoreWords>
  );
}

function List({ launch }: { launch: Launch }) {
  const { say } = useWords();
  const format = useFormat(launch.timeZone);
  const events = [...launch.events].sort((a, b) => a.at - b.at);
  if (events.length === 0) return null;
  return (
    <section className={css.part} aria-labelledby="launch-events">
      <h2 id="launch-events" className={css.h2}>
        {say('launches.events')}
      </h2>
      <ol className={css.events}>
        {events.map((event) => (
          <li key={`${event.at} ${event.name}`}>
            <span className="ink-2">{offsetWords(event.at - launch.at, format)}</span>
            <b className="strong">{event.name}</b>
            <span className="ink-3">
              {sayEventKind(event.kind, say)},{' '}
              <time dateTime={new Date(event.at).toISOString()}>{format.moment(event.at)}</time>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
