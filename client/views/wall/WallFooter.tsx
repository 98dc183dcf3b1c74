import { memo } from 'react';
import type { AlertsState } from '../../../shared/alerts.ts';
import type { SourceState, StatusState } from '../../../shared/protocol.ts';
import { useFrame, useLiveness } from '../../live/useFrame.ts';
import type { Scene, ShownScene, Turn } from '../../select/scenes.ts';
import { type SourceRow, sourceRows } from '../../select/sources.ts';
import { waitingAlerts } from '../../select/waitingAlerts.ts';
import { Dot, type DotShape } from '../../ui/Dot.tsx';
import { useReplay } from '../../ui/ReplayLive.tsx';
import { ReplayMark } from '../../ui/ReplayMark.tsx';
import { useFormat } from '../../ui/useFormat.ts';
import { useNow } from '../../ui/useNow.ts';
import { type Say, useWords } from '../../ui/useWords.ts';
import { useColumn } from './useStageScale.ts';
import css from './Wall.module.css';

/** Sources that are named, and all in trouble besides: fewer in a column, or where alerts or a held scene need the room. The others are dots. */
const most = { alone: 3, beside: 1 };
const dotOf: Record<SourceState, DotShape> = {
  live: 'live',
  slow: 'slow',
  silent: 'lost',
  lost: 'missing',
  off: 'lost',
};
const whole = (status: StatusState) => status.sources;
const wholeAlerts = (state: AlertsState) => state;

/** How long a source says nothing; one word for its state, as in the settings. Of a slow one the dot says it. */
const sayAge = (state: SourceState, age: string, say: Say): string =>
  state === 'silent' ? say('wall.silent', { age }) : state === 'lost' ? say('wall.lostFor', { age }) : age;

type Props = {
  zone: string;
  t0: number | null;
  scene?: ShownScene & { turn: Turn };
  /** There is no line to speak of: without a key nothing is being connected, and while a demo is told nothing is live. */
  isSilent?: boolean;
  /** An alert lies over the scene: what comes back (null: another alert), in how many seconds. */
  sheet?: { back: Scene | null; seconds: number; done: number };
};

/** Clocks, age of the picture, sources, scene. When all else is stale the clocks go on: they are local and true. */
export const WallFooter = memo(function WallFooter({ zone, t0, scene, sheet, isSilent = false }: Props) {
  const { say } = useWords();
  const format = useFormat(zone);
  const now = useNow(1_000);
  const sources = useFrame('status', whole);
  const { state, ageMs, latencyMs, quietMs } = useLiveness();
  const replay = useReplay();
  const waiting = waitingAlerts(useFrame('alerts', wholeAlerts), now).length;
  const isNarrow = useColumn() !== null;
  const hasLittleRoom = isNarrow || waiting > 0 || scene?.held || sheet;
  const { rows, rest } = sourceRows(sources ?? {}, now, hasLittleRoom ? most.beside : most.alone);
  const dotOfRow = (row: SourceRow): DotShape => (state !== 'live' ? 'lost' : row.isLate ? 'slow' : dotOf[row.state]);
  // A line that is open to a server which listens to nobody tells nothing live.
  const hearsNobody = sources !== undefined && rows.length === 0;
  const live =
    hearsNobody && state === 'live'
      ? say('wall.noSources')
      : state === 'live'
        ? quietMs !== null && quietMs > 0
          ? say('wall.liveQuiet', { age: format.age(ageMs), quiet: format.age(quietMs) })
          : latencyMs === null
            ? say('wall.liveOnly', { age: format.age(ageMs) })
            : say('wall.live', { age: format.age(ageMs), latency: format.age(latencyMs) })
        : state === 'lost'
          ? say('wall.notLive', { age: format.duration(ageMs) })
          : say('wall.connecting');
  return (
    <footer className={css.footer}>
      {replay && <ReplayMark zone={zone} className={css.now} />}
      {!replay && (
        <time className={css.now} dateTime={new Date(now).toISOString()}>
          {format.seconds(now)} {format.city}
          {zone !== 'UTC' && ` (${format.zoneShort(now)})`}
        </time>
      )}
      {t0 !== null && (
        <span className={css.tclock}>
          T{now < t0 ? '−' : '+'}
          {format.duration(Math.abs(now - t0))}
        </span>
      )}
      {!replay && !isSilent && (
        <>
          <span className={css.live} data-live={state}>
            <Dot shape={state === 'live' && !hearsNobody ? 'live' : 'lost'} />
            {live}
          </span>
          <ul className={css.sources}>
            {rows.map((row) => (
              <li key={row.name}>
                <Dot shape={dotOfRow(row)} />
                {row.name}
                {state === 'live' && row.isLate && ` ${format.age(row.lagMs)}`}
                {state === 'live' &&
                  row.state !== 'live' &&
                  row.silentMs > 60_000 &&
                  ` ${sayAge(row.state, format.age(row.silentMs), say)}`}
              </li>
            ))}
          </ul>
          {rest.length > 0 && (
            <span className={css.moreSources}>
              <span>
                {rest.map((row) => (
                  <Dot key={row.name} shape={dotOfRow(row)} />
                ))}
                {say('wall.moreSources', { count: rest.length })}
              </span>
            </span>
          )}
        </>
      )}
      {sheet && (
        <span className={css.scenes}>
          <b className={css.says}>
            {sheet.back === null
              ? say('wall.alertNext', { seconds: sheet.seconds })
              : say('wall.again', { scene: say(`wall.${sheet.back}`), seconds: sheet.seconds })}
          </b>
          <i className={css.again}>
            <i style={{ width: `${Math.round(sheet.done * 100)}%` }} />
          </i>
        </span>
      )}
      {scene && (
        <span className={css.scenes}>
          <b>
            {scene.held && <span className={css.held}>{say(`wall.held.${scene.held}`, { scene: scene.scene })}</span>}
            <span>{say(`wall.${scene.scene}`)}</span>
          </b>
          {scene.turn.scenes.map((one, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a scene may stand in the turn twice
            <i key={`${one} ${place}`} className={place === scene.place ? css.here : undefined}>
              {place === scene.place && <i style={{ width: `${Math.round(scene.done * 100)}%` }} />}
            </i>
          ))}
        </span>
      )}
      {/* At the end: its place is the same however long the scene's name is. */}
      {scene && waiting > 0 && (
        <span className={css.alerts} data-alerts={waiting}>
          <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
            <path d="M10 0l10 10l-10 10l-10-10z" fill="currentColor" />
          </svg>
          {say('wall.alerts', { count: waiting })}
        </span>
      )}
    </footer>
  );
});
