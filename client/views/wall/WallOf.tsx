import { sayAlert } from '../../../shared/alertSentence.ts';
import type { Launch } from '../../../shared/domain.ts';
import type { FiguresState } from '../../../shared/protocol.ts';
import { dayMs, hourMs } from '../../../shared/rollup.ts';
import { useComparison } from '../../history/useComparison.ts';
import { useFrame, useLiveness } from '../../live/useFrame.ts';
import { brandFigures } from '../../select/brandFigures.ts';
import { beganWithin } from '../../select/cells.ts';
import type { Sentence } from '../../select/headline.ts';
import { unjudged } from '../../select/lostSources.ts';
import { opinionSince } from '../../select/opinionSince.ts';
import { pulseUnheard } from '../../select/pulseUnheard.ts';
import { replayedSentence } from '../../select/replayedSentence.ts';
import { sceneAt } from '../../select/scenes.ts';
import { LiveSentence } from '../../ui/LiveSentence.tsx';
import { Parts } from '../../ui/Parts.tsx';
import { useReplay } from '../../ui/ReplayLive.tsx';
import { sayHeadline } from '../../ui/sayHeadline.ts';
import { useDemoName } from '../../ui/useDemoName.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useMissing } from '../../ui/useMissing.ts';
import { useNow } from '../../ui/useNow.ts';
import type { Stage } from '../../ui/useStage.ts';
import { useWords } from '../../ui/useWords.ts';
import { AlertSheet } from './AlertSheet.tsx';
import { Funnel } from './Funnel.tsx';
import { LaunchClock } from './LaunchClock.tsx';
import { Pulse, partialHeadline, pulseHeadline, unheardHeadline } from './Pulse.tsx';
import { PulseStrip } from './PulseStrip.tsx';
import { ReplayedTime } from './ReplayedTime.tsx';
import { Themes, themesHeadline } from './Themes.tsx';
import { useScene } from './useScene.ts';
import { useSheet } from './useSheet.ts';
import { lyingWidth, useColumn, useSpare } from './useStageScale.ts';
import { Voices } from './Voices.tsx';
import css from './Wall.module.css';
import { WallFooter } from './WallFooter.tsx';
import { WallNotice } from './WallNotice.tsx';

/** Each sentence keeps to its line: a long one makes both smaller, down to what can still be read from five metres. */
function headlineSize(sentences: readonly string[], spare: number): number {
  const lettersAtFull = 62 * (1 + spare / lyingWidth);
  const longest = Math.max(...sentences.map((sentence) => sentence.length));
  return Math.max(40, Math.min(60, Math.floor((60 * lettersAtFull) / longest)));
}

const whole = (state: FiguresState) => state;
const nothing = () => null;

/** Minutes are kept live for sixteen days: no window reaches further back. Within the first hour since T0 is no other span. */
const sinceTopic = (launch: Launch | null, now: number): `figures/since/${number}` | null =>
  launch && now - launch.at > hourMs && now - launch.at < 16 * dayMs ? `figures/since/${launch.at}` : null;

/** One scene with its sentence. All scenes speak of the last hour; the sentence gives way when the line is lost. */
export function WallOf({ stage }: { stage: Stage }) {
  const { say, language } = useWords();
  const column = useColumn();
  const spare = useSpare();
  const format = useFormat(stage.zone);
  const { launch } = stage;
  const replay = useReplay();
  const demoName = useDemoName();
  // The launch clock reads history as it is today: in a replay it would tell what is yet to come.
  const hasClock = launch !== null && replay === null;
  const scene = useScene(hasClock);
  const now = useNow(1_000);
  const clock = useNow(1_000, 'clock');
  const pace = replay?.answer.speed ?? 1;
  const sheet = useSheet(now, pace);
  const state = useFrame('figures/1h', whole);
  // Watched here, so that all is there at once when its scene comes round, after the line was lost too.
  const sixHours = useFrame('figures/6h', whole);
  const sinceT0 = useFrame(scene.scene === 'pulse' ? sinceTopic(launch, now) : null, whole);
  const day = useFrame(scene.scene === 'funnel' || scene.turn.scenes.includes('funnel') ? 'figures/24h' : null, whole);
  useFrame(`voices/${stage.brand}`, nothing);
  useComparison(scene.turn.scenes.includes('clock') ? (launch?.id ?? null) : null, stage.data);
  const { state: live, lostSince, ageMs } = useLiveness();
  const missing = useMissing(state, format);
  if (!state) return <WallNotice title={say('wall.connectingTitle')} why={say('wall.connectingWhy')} />;

  const all = brandFigures(state, stage.brand, stage.set.brands, stage.errors.whole);
  const unheard = pulseUnheard(state, sixHours);
  const isLeast = missing !== null || unheard.hour !== null;
  const isUnjudged = isLeast || unheard.before !== null;
  const figures = isUnjudged ? unjudged(all) : all;
  const isStale = live === 'lost' && lostSince !== null;
  const began = beganWithin(state);
  const brand = stage.names.brand(stage.brand);
  // Beside a product's name a figure of all its brand says so.
  const scope = launch?.query === undefined ? brand : say('brief.ofBrand', { brand });
  const said: Sentence[] | null =
    scene.scene === 'pulse'
      ? missing
        ? partialHeadline(figures, missing)
        : (unheardHeadline(figures, stage, unheard, state.to, format) ??
          pulseHeadline(figures, stage, began === null ? undefined : format.time(began)))
      : scene.scene === 'themes'
        ? themesHeadline(state, stage, format, missing)
        : null;
  const headline =
    said && replay ? replayedSentence(said, { from: format.time(now - hourMs), to: format.time(now) }) : said;
  const lost = isStale
    ? [
        // The footer tells the same age: one clock for both.
        say('wall.lost', { age: format.duration(ageMs) }),
        say('wall.lostSince', { time: format.seconds(lostSince) }),
      ]
    : null;
  const stageOf = { className: `${css.stage} ${isStale ? css.stale : ''}`, 'data-stale': isStale || undefined };
  if (sheet)
    return (
      <div {...stageOf} data-scene="alert">
        <AlertSheet
          key={sheet.alert.id}
          stage={stage}
          format={format}
          figures={figures}
          alert={sheet.alert}
          now={now}
          isPartial={isLeast}
          lost={lost?.join(' ') ?? null}
        />
        <LiveSentence
          text={sayAlert(sheet.alert, stage.names, language).headline}
          urgent={isStale ? say('live.spokenLost', { time: format.seconds(lostSince) }) : ''}
        />
        <WallFooter
          zone={stage.zone}
          t0={stage.launch?.at ?? null}
          sheet={{
            back: sheet.next
              ? null
              : scene.held
                ? scene.scene
                : sceneAt(clock + (sheet.endsAt - now) / pace, scene.turn).scene,
            seconds: Math.ceil((sheet.endsAt - now) / pace / 1_000),
            done: (now - sheet.startsAt) / (sheet.endsAt - sheet.startsAt),
          }}
        />
      </div>
    );
  return (
    <div {...stageOf} data-scene={scene.scene}>
      {scene.ignored.length > 0 && (
        <p className={css.ignored} data-ignored>
          {say('wall.ignored', { what: scene.ignored.slice(0, 3).join(', ') })}
        </p>
      )}
      <header className={css.kicker}>
        <b>{say(`wall.${scene.scene}`)}</b>
        {scene.scene === 'funnel' && <span>{say('funnel.scope')}</span>}
        {scene.scene !== 'funnel' && (
          <>
            <i className={css.swatch} style={{ background: stage.names.color(stage.brand) }} />
            <span>
              {scene.scene === 'clock' ? (stage.launch?.name ?? '') : scene.scene === 'pulse' ? scope : brand}
              {scene.scene === 'pulse' && stage.launch && (
                <span className={css.launch}> {say('wall.atLaunch', { launch: stage.launch.name })}</span>
              )}
            </span>
          </>
        )}
        {scene.scene !== 'pulse' && (
          <PulseStrip brand={scene.scene === 'clock' ? scope : brand} {...{ figures, format }} isPartial={isLeast} />
        )}
        <span className={css.corner}>
          {figures.unscored > 0 && scene.scene === 'pulse' && (
            <span>{say('wall.unscored', { count: format.number(figures.unscored) })}</span>
          )}
          {stage.data === 'demo' && <span>{demoName}</span>}
          <ReplayedTime format={format} now={now} />
        </span>
      </header>
      {lost ? (
        <h1 className={css.headline}>
          {lost[0]}
          <br />
          <span>{lost[1]}</span>
        </h1>
      ) : (
        headline && (
          <h1
            className={css.headline}
            // In a column its lines wrap: nothing has to fit into one.
            style={
              column === null
                ? {
                    fontSize: headlineSize(
                      headline.map((one) => sayHeadline([one], say, format)),
                      spare,
                    ),
                  }
                : undefined
            }
          >
            {headline.map((sentence, index) => (
              <span key={sentence[0]?.key ?? index} className={css.sentence}>
                <Parts sentence={sentence} format={format} classes={{ sure: css.sure, quiet: css.quiet }} />
              </span>
            ))}
          </h1>
        )
      )}
      <LiveSentence
        text={headline ? say('live.spoken', { headline: sayHeadline(headline, say, format) }) : ''}
        urgent={isStale ? say('live.spokenLost', { time: format.seconds(lostSince) }) : ''}
      />
      {scene.scene === 'pulse' && (
        <Pulse
          stage={stage}
          format={format}
          figures={figures}
          state={state}
          sixHours={sixHours}
          lostSince={lostSince}
          missing={missing}
          unheard={unheard}
          sinceT0={
            sinceT0 && !isUnjudged && !isStale
              ? opinionSince(sinceT0, stage.brand, stage.set.brands, stage.errors.whole)
              : null
          }
        />
      )}
      {scene.scene === 'themes' && <Themes {...{ stage, format, state, isUnjudged }} />}
      {scene.scene === 'voices' && <Voices {...{ stage, format, now, isStale }} hasHeadline={!lost} />}
      {scene.scene === 'clock' && launch && (
        <LaunchClock {...{ stage, launch, format, now, lostSince, missing }} hasHeadline={!lost} />
      )}
      {scene.scene === 'funnel' && <Funnel {...{ stage, format, now, day }} hasHeadline={!lost} />}
      {/* The launch clock's own figure says how long it is since T0. */}
      <WallFooter zone={stage.zone} t0={scene.scene === 'clock' ? null : (stage.launch?.at ?? null)} scene={scene} />
    </div>
  );
}
