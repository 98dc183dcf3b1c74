import { useState } from 'react';
import { Link } from 'wouter';
import type { OpenPoint } from '../../../shared/openPoints.ts';
import { useOpenPoints } from '../../history/useOpenPoints.ts';
import { useSession } from '../../history/useSession.ts';
import { DecisionDialog } from '../../ui/DecisionDialog.tsx';
import { hrefTo, useHere } from '../../ui/hrefs.ts';
import { sayOpenPoint, sayPointReason } from '../../ui/sayOpenPoint.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { useLostWhy } from '../../ui/useLostWhy.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Brief.module.css';
import type { BriefPart } from './BriefPart.ts';
import { Door } from './Door.tsx';
import rows from './NeedsDecision.module.css';

const most = 3;

/** Open points are asked for anew when other data is shown, and when a decision was noted. */
export const pointsVersion = ({ data, launch }: BriefPart['stage']) => `${data} ${launch?.decisions.length ?? 0}`;

type Props = Pick<BriefPart, 'stage' | 'format'> & {
  /** Posts are missing: nothing is compared. */
  isUnjudged: boolean;
};

/** What waits for a decision, most urgent first, each with its reason in figures, and the way to note what was decided. */
export function NeedsDecision({ stage, format, isUnjudged }: Props) {
  const { say } = useWords();
  const here = useHere();
  const session = useSession();
  const { data, error } = useOpenPoints(stage.brand, pointsVersion(stage));
  const [noting, setNoting] = useState<{ point?: OpenPoint } | null>(null);
  const isViewer = session.data?.role === 'view';
  const isDemo = stage.data === 'demo';
  const lost = useLostWhy();
  const isAllowed = stage.launch !== null && !isDemo && !isViewer;
  const mayNote = isAllowed && lost === null;
  useKeys({ d: () => mayNote && setNoting({}) });
  const [isWhole, setWhole] = useState(false);
  const all = data?.open ?? [];
  const open = isWhole ? all : all.slice(0, most);
  const length = data ? format.duration(data.to - data.from) : '';
  const refused = isDemo ? 'decide.demo' : isViewer ? 'decide.viewer' : 'decide.noLaunch';
  const why = isAllowed ? lost : say(refused);
  return (
    <section className={rows.section} aria-labelledby="decide-title">
      <header className={css.between}>
        <h2 id="decide-title" className={css.h2}>
          {say('decide.title')}
          {data && (data.open.length > 0 || data.closed.length > 0) && (
            <small>{say('decide.counts', { open: data.open.length, closed: data.closed.length })}</small>
          )}
        </h2>
        {isAllowed && (
          <button
            type="button"
            className={rows.quiet}
            disabled={!mayNote}
            title={why ?? undefined}
            onClick={() => setNoting({})}
          >
            {say('decide.noteAny')} <kbd className="kbd">D</kbd>
          </button>
        )}
      </header>
      {open.length === 0 && (
        <p className={rows.none}>
          {error
            ? say('decide.failed')
            : data
              ? say(data.isUsualKnown ? 'decide.none' : 'decide.early', { length })
              : say('decide.looking')}
        </p>
      )}
      <ul>
        {open.map((point) => (
          <li key={point.id} className={rows.row}>
            <h3>{sayOpenPoint(point, stage.names, say)}</h3>
            {point.kind !== 'question' && (
              <span className={point.kind === 'safety' ? 'strong' : 'ink-3'}>
                {say(point.kind === 'safety' ? 'decide.now' : 'decide.today')}
              </span>
            )}
            <p>
              <PointReason {...{ point, stage, format, isUnjudged, length }} />
            </p>
            {!isViewer && stage.launch && (
              <button
                type="button"
                className="button"
                disabled={!mayNote}
                title={why ?? undefined}
                aria-label={say('decide.noteAbout', { about: sayOpenPoint(point, stage.names, say) })}
                onClick={() => setNoting({ point })}
              >
                {say('decide.note')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <div className={rows.under}>
        {all.length > most && (
          <button
            type="button"
            className={`${rows.quiet} ${rows.whole}`}
            aria-expanded={isWhole}
            onClick={() => setWhole(!isWhole)}
          >
            {say(isWhole ? 'decide.fewer' : 'decide.all', { count: all.length })}
          </button>
        )}
        {open.length > 0 && why !== null && (
          <p className={rows.quiet}>
            {why}{' '}
            {!isAllowed && refused === 'decide.noLaunch' && (
              <Link className="door" href={hrefTo(here, '/settings/launches')}>
                {say('launches.settings')}
              </Link>
            )}
          </p>
        )}
      </div>
      {noting && stage.launch && (
        <DecisionDialog
          launch={stage.launch.id}
          point={noting.point}
          title={noting.point ? sayOpenPoint(noting.point, stage.names, say) : ''}
          onClose={() => setNoting(null)}
        />
      )}
    </section>
  );
}

function PointReason({ point, stage, format, isUnjudged, length }: Props & { point: OpenPoint; length: string }) {
  const { say } = useWords();
  const { brand, theme, q, sentiment, from, to } = point.messages;
  const number = (
    <Door
      to={{
        range: 'custom',
        from,
        to,
        brands: [brand],
        themes: theme === undefined ? [] : [theme],
        opinions: sentiment === undefined ? [] : [sentiment],
        q: q ?? '',
        stage: 'important',
      }}
    >
      {format.number(point.count)}
    </Door>
  );
  return (
    <>
      {/* The other questions name their theme themselves. */}
      {point.kind === 'sold-out' && point.theme !== undefined && (
        <b className="strong">{stage.names.theme(point.theme)}. </b>
      )}
      {number} {sayPointReason(point, { doubtful: stage.doubtful, isUnjudged }, length, say, format)}
    </>
  );
}
