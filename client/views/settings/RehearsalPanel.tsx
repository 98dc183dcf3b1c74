import { Link } from 'wouter';
import { type Rehearsal, type RehearsalScenario, rehearsalScenarios } from '../../../shared/rehearsal.ts';
import { useRehearsal, useStartRehearsal } from '../../history/useRehearsal.ts';
import { useIsLost } from '../../live/useFrame.ts';
import { hrefTo, useHere } from '../../ui/hrefs.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './AlertRules.module.css';

const keys = {
  crisis: 'rehearsal.crisis',
  'bot-storm': 'rehearsal.botStorm',
  outage: 'rehearsal.outage',
} as const satisfies Record<RehearsalScenario, string>;

/** How fast it was noticed, and how fast somebody took it up. */
function Report({ report, zone }: { report: Rehearsal; zone: string }) {
  const { say } = useWords();
  const format = useFormat(zone);
  const here = useHere();
  const seconds = (ms: number) => format.tenths(ms / 1_000);
  const { alert, raisedAfterMs, acknowledgedAfterMs } = report;
  return (
    <p className="t13" role="status">
      <strong>{say(keys[report.scenario])}</strong>{' '}
      {alert && raisedAfterMs !== undefined ? (
        <Link className="door" href={hrefTo(here, `/alerts/${alert.id}`)}>
          {say('rehearsal.raised', { seconds: seconds(raisedAfterMs), severity: alert.severity })}
        </Link>
      ) : (
        say(report.endedAt === undefined ? 'rehearsal.playing' : 'rehearsal.unnoticed')
      )}{' '}
      {alert &&
        (acknowledgedAfterMs === undefined
          ? say('rehearsal.nobody')
          : say('rehearsal.taken', { seconds: seconds(acknowledgedAfterMs) }))}
    </p>
  );
}

/** Plays trouble in the demo, so that people and walls can be tried before the day. */
export function RehearsalPanel({ isViewer, zone }: { isViewer: boolean; zone: string }) {
  const { say } = useWords();
  const report = useRehearsal().data ?? null;
  const start = useStartRehearsal();
  const isLost = useIsLost();
  return (
    <section className={css.rehearsal} aria-labelledby="rehearsal-title">
      <h2 id="rehearsal-title" className="t13 strong">
        {say('rehearsal.title')}
      </h2>
      <p className="t12 ink-3">{say('rehearsal.what')}</p>
      {!isViewer && (
        <div className={css.choices}>
          {rehearsalScenarios.map((scenario) => (
            <button
              key={scenario}
              type="button"
              className="button"
              disabled={start.isPending || isLost}
              onClick={() => start.mutate(scenario)}
            >
              {say(keys[scenario])}
            </button>
          ))}
        </div>
      )}
      {start.error && (
        <p className="t12" role="alert">
          {start.error.message}
        </p>
      )}
      {report && <Report report={report} zone={zone} />}
    </section>
  );
}
