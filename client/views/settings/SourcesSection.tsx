import type { SourceHealth } from '../../../shared/protocol.ts';
import { useBlueskySwitch, useSources } from '../../history/useSources.ts';
import { useIsLost } from '../../live/useFrame.ts';
import { isLate } from '../../select/sources.ts';
import { Dot } from '../../ui/Dot.tsx';
import type { Format } from '../../ui/format.ts';
import { useNow } from '../../ui/useNow.ts';
import { useWords } from '../../ui/useWords.ts';
import { IngestLine } from './IngestLine.tsx';
import listTable from './ListTable.module.css';
import css from './Settings.module.css';

const urgency = { lost: 0, slow: 1, live: 2, silent: 3, off: 4 } as const;
const shapeOf = { live: 'live', slow: 'slow', lost: 'lost', silent: 'lost', off: 'lost' } as const;

/** How each source is, and below it where more posts may come from. */
export function SourcesSection({ format, isViewer }: { format: Format; isViewer: boolean }) {
  const { say } = useWords();
  const answer = useSources();
  const bluesky = useBlueskySwitch();
  const isLost = useIsLost();
  // Those in trouble first: they are what somebody comes here for.
  const sources = Object.entries(answer.data?.sources ?? {}).sort(
    ([a, one], [b, other]) => urgency[one.state] - urgency[other.state] || (a < b ? -1 : 1),
  );
  const now = useNow(5_000);
  const isOn = answer.data?.switches.bluesky;
  // What a lost one last needed says nothing about now.
  const lag = ({ lagMs, state }: SourceHealth) =>
    lagMs === undefined ? '' : state === 'lost' ? '–' : format.age(lagMs);
  return (
    <div className={css.wide}>
      <h1 className={css.title}>{say('settings.sources')}</h1>
      <h2 id="health-title" className="visually-hidden">
        {say('settings.health')}
      </h2>
      {sources.length === 0 ? (
        <p className="ink-2">{say(answer.data ? 'settings.noSources' : 'state.loading')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone must scroll by keyboard too
        <section className={css.scroll} tabIndex={0} aria-labelledby="health-title">
          <table className={`${listTable.table} ${css.table}`}>
            <thead>
              <tr>
                <th scope="col">{say('settings.source')}</th>
                <th scope="col">{say('settings.state')}</th>
                <th scope="col">{say('settings.lastPost')}</th>
                <th scope="col">{say('settings.lag')}</th>
                <th scope="col">{say('settings.accepted')}</th>
                <th scope="col">{say('settings.skipped')}</th>
              </tr>
            </thead>
            <tbody>
              {sources.map(([name, health]) => (
                <tr key={name} data-state={health.state}>
                  <th scope="row">{name}</th>
                  <td>
                    <Dot shape={isLate(health) ? 'slow' : shapeOf[health.state]} />{' '}
                    {say(
                      isLate(health)
                        ? 'source.late'
                        : health.kind === 'import' && health.state === 'off'
                          ? 'source.read'
                          : `source.${health.state}`,
                    )}
                    {health.state === 'lost' && health.postAt > 0 && (
                      <span className={css.note}>
                        {say('settings.lastFor', { age: format.age(now - health.postAt) })}
                      </span>
                    )}
                    {health.message && <span className={css.note}>{health.message}</span>}
                  </td>
                  <td>{health.postAt > 0 ? format.moment(health.postAt) : say('settings.never')}</td>
                  <td>{lag(health)}</td>
                  <td>{format.number(health.accepted)}</td>
                  <td>{format.number(health.skipped)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p className={`t12 ink-3 ${css.tableNote}`}>{say('settings.healthNote')}</p>
      <section className={css.block} aria-labelledby="bluesky-title">
        <div>
          <h2 id="bluesky-title">{say('settings.bluesky')}</h2>
          <p>{say(isOn === undefined ? 'settings.blueskyAbsent' : 'settings.blueskyWhat')}</p>
          {answer.data?.data === 'demo' && isOn !== undefined && <p className="ink-3">{say('settings.blueskyOwn')}</p>}
          {bluesky.error && <p role="alert">{bluesky.error.message}</p>}
        </div>
        {isOn !== undefined && !isViewer && (
          <button
            type="button"
            role="switch"
            aria-checked={isOn}
            aria-label={say('settings.bluesky')}
            className="button"
            disabled={bluesky.isPending || isLost}
            onClick={() => bluesky.mutate(!isOn)}
          >
            {say(isOn ? 'settings.turnOff' : 'settings.turnOn')}
          </button>
        )}
      </section>
      <section className={css.block} aria-labelledby="door-title">
        <div>
          <h2 id="door-title">{say('settings.door')}</h2>
          <p>{say('settings.doorWhat')}</p>
          <details className={css.technical}>
            <summary>{say('settings.technical')}</summary>
            <p className="t12 ink-3">{say('settings.doorHow')}</p>
            <IngestLine />
          </details>
        </div>
      </section>
    </div>
  );
}
