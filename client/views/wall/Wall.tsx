import { useEffect } from 'react';
import { useParams } from 'wouter';
import { dayMs } from '../../../shared/rollup.ts';
import { useConnection } from '../../live/useFrame.ts';
import { fillingHours } from '../../select/fillingOf.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useNow } from '../../ui/useNow.ts';
import { useRefusedWords } from '../../ui/useRefusedWords.ts';
import { useStage } from '../../ui/useStage.ts';
import { useWords } from '../../ui/useWords.ts';
import { keepAwake } from './keepAwake.ts';
import { pixelShift, shiftEveryMs } from './pixelShift.ts';
import { useFilling } from './useFilling.ts';
import { ColumnContext, columnMargin, SpareContext, spareOf, useStageScale } from './useStageScale.ts';
import css from './Wall.module.css';
import { WallNotice } from './WallNotice.tsx';
import { WallOf } from './WallOf.tsx';

/** Walls that hear of a new version at the same moment do not fetch it at the same moment. */
const reloadWithinMs = 10_000;

const smallestShiftedPx = 720;

/** The demo's story on its way: up to when it is told. */
function Filling() {
  const { say } = useWords();
  const filling = useFilling();
  const format = useFormat(filling?.zone ?? 'UTC');
  const told = filling?.told;
  // A story that was left lying for days is told on from another day.
  const when = told && filling.now - told.at < dayMs / 2 ? format.time : format.moment;
  const hours = filling && fillingHours(filling.from, told?.at ?? filling.from, filling.now);
  return (
    <WallNotice
      title={say('wall.filling')}
      why={told ? say('wall.fillingTo', { told: when(told.at), now: when(filling.now) }) : say('wall.fillingWhy')}
      {...(filling
        ? {
            done: told?.done ?? 0,
            far: hours ? say('wall.fillingHours', hours) : '',
            zone: filling.zone,
            t0: filling.launchAt,
          }
        : {})}
      isSilent
    />
  );
}

/** As it stands, so that it can be typed: where this wall is, and what goes behind it. */
const signInAddress = (key: string): string => `${location.origin}${location.pathname}#token=${key}`;

/** The war room: full screen, dark, nobody touches it, it runs for weeks. */
export default function Wall() {
  const { say } = useWords();
  const { launch } = useParams<{ launch?: string }>();
  const state = useStage(launch);
  const { newVersion, state: connection } = useConnection();
  const drawn = useStageScale();
  const { scale, left, top, width, height, isUpright } = drawn;
  const spare = spareOf(drawn);

  const now = useNow(shiftEveryMs);
  // A phone is no wall: nothing burns into it, and it has no pixel to spare.
  const shift = width * scale < smallestShiftedPx ? { x: 0, y: 0 } : pixelShift(now);
  const isRefused = connection === 'refused';
  const refused = useRefusedWords(isRefused);

  useEffect(keepAwake, []);
  useEffect(() => {
    if (!newVersion) return;
    const timer = setTimeout(() => location.reload(), Math.random() * reloadWithinMs);
    return () => clearTimeout(timer);
  }, [newVersion]);

  return (
    <main className={css.wall}>
      <div
        className={css.fit}
        data-upright={isUpright || undefined}
        style={
          {
            width,
            height,
            transform: `translate(${left + shift.x}px, ${top + shift.y}px) scale(${scale})`,
            '--spare': `${spare}px`,
          } as object
        }
      >
        <SpareContext value={spare}>
          <ColumnContext value={isUpright ? Math.floor(width) - 2 * columnMargin : null}>
            {isRefused ? (
              <WallNotice
                title={say(refused.title === 'state.signIn' ? 'wall.refused' : refused.title)}
                why={say(refused.title === 'state.signIn' ? 'wall.refusedWhy' : refused.why)}
                {...(refused.title === 'state.signIn' ? { address: signInAddress(say('wall.key')) } : {})}
              />
            ) : state.is === 'ready' ? (
              <WallOf stage={state.stage} />
            ) : state.is === 'filling' ? (
              <Filling />
            ) : state.is === 'empty' ? (
              <WallNotice title={say('wall.noBrand')} why={say('wall.noBrandWhy')} />
            ) : (
              <WallNotice title={say('wall.connectingTitle')} why={say('wall.connectingWhy')} />
            )}
          </ColumnContext>
        </SpareContext>
      </div>
    </main>
  );
}
