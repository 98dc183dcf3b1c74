import { sayAlert } from '../../../shared/alertSentence.ts';
import type { Alert } from '../../../shared/alerts.ts';
import { AlertBars } from '../../charts/AlertBars.tsx';
import { cutToEvidence } from '../../select/because.ts';
import type { BrandFigures } from '../../select/brandFigures.ts';
import { alertValue, isNegativeKind, sayUsual } from '../../ui/alertFigure.ts';
import { courseLabels } from '../../ui/courseLabels.ts';
import type { Format } from '../../ui/format.ts';
import { useReplay } from '../../ui/ReplayLive.tsx';
import { useDemoName } from '../../ui/useDemoName.ts';
import type { Stage } from '../../ui/useStage.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './AlertSheet.module.css';
import { headlineFit } from './headlineFit.ts';
import { MarkedQuote } from './MarkedQuote.tsx';
import { PulseRow } from './PulseRow.tsx';
import { ReplayedTime } from './ReplayedTime.tsx';
import { lyingWidth, useColumn, useSpare } from './useStageScale.ts';
import wall from './Wall.module.css';

type Props = {
  stage: Stage;
  format: Format;
  figures: BrandFigures;
  alert: Alert;
  now: number;
  /** A source is lost: what is counted is the least. */
  isPartial: boolean;
  /** Instead of how sure it is: the line is lost, and since when. */
  lost: string | null;
};

/** Letters of the message that are shown in a column: three lines. */
const uprightLetters = 110;
/** Widths of letters at the foot of the sheet, px: of the message, of where it was said, of who has taken it. */
const letterOf = { said: 16.8, where: 13, taken: 18 };
/** Between them, with the marks around the message; and at most so much for who has taken it. */
const footGaps = 48 + 12 + 60;
const mostTaken = 700;

/** Letters of the message that have room on the line that says also where it was said and who has taken it. */
function lettersBeside(where: string, taken: string, spare: number): number {
  const others = where.length * letterOf.where + Math.min(mostTaken, taken.length * letterOf.taken) + footGaps;
  return Math.max(20, Math.floor((lyingWidth + spare - others) / letterOf.said));
}

/** An alert is paper: it lies over the scene for its time, without red and without blinking. Pulse goes on below. */
export function AlertSheet({ stage, format, figures, alert, now, isPartial, lost }: Props) {
  const { say, language } = useWords();
  const demoName = useDemoName();
  const column = useColumn();
  const spare = useSpare();
  const { names } = stage;
  const { kind, current, course, brand, theme, source } = alert;
  const { headline, sure } = sayAlert(alert, names, language);
  const sentences = [`${headline}.`, lost ?? sure];
  const right = theme === undefined ? undefined : stage.doubtful.get(theme);
  const about = [
    brand !== undefined && names.brand(brand),
    theme !== undefined &&
      (right === undefined
        ? names.theme(theme)
        : say('score.doubted', { theme: names.theme(theme), share: format.percent(right) })),
    source !== undefined && source,
  ].filter((name) => name !== false);
  const value = alertValue(kind, current.value, format);
  const labels = course && courseLabels(course, format.time(course.startAt), say, format);
  const taken = alert.owner === undefined ? say('alert.nobody') : say('alert.takenBy', { owner: alert.owner });
  return (
    <>
      <section className={css.paper} data-theme="light" data-alert={alert.id} aria-label={say('alert.sheet')}>
        <header className={`${wall.kicker} ${css.kicker}`}>
          <Diamond />
          {alert.rehearsal && <b className={css.rehearsal}>{say('alerts.rehearsal')}</b>}
          <b>{say('alert.at', { time: format.time(alert.raisedAt) })}</b>
          <span>{about.join(', ')}</span>
          {alert.overAt !== undefined && <span>{say('alert.overSince', { time: format.time(alert.overAt) })}</span>}
          <span className={wall.corner}>
            {stage.data === 'demo' && <span>{demoName}</span>}
            <ReplayedTime format={format} now={now} />
          </span>
        </header>
        <h1
          className={css.headline}
          style={
            column === null
              ? {
                  // All of it is bold: wider than the headlines of the scenes.
                  fontSize: headlineFit(
                    sentences,
                    { width: 0.94 * (lyingWidth + spare), height: 200 },
                    { least: 44, most: 70 },
                  ),
                }
              : undefined
          }
        >
          <span>{sentences[0]}</span> <span className={css.sure}>{sentences[1]}</span>
        </h1>
        <div className={css.facts}>
          <p className={`${wall.figure} ${css.hero}`} style={{ fontSize: heroSize(value, column !== null) }} data-hero>
            {value}
          </p>
          <Beside alert={alert} format={format} />
        </div>
        {course && labels && (
          <div className={css.course}>
            <AlertBars
              course={course}
              figure={current}
              width={column ?? 820 + spare}
              height={column === null ? 328 : column > 650 ? 450 : 330}
              isNegative={isNegativeKind(kind)}
              isDoubtful={right !== undefined}
              isKnown={alert.isKnown}
              size="wall"
              labels={column === null ? labels : { ...labels, usual: '' }}
            />
            {/* Between the times at both ends a column has no room for it. */}
            {column !== null && alert.isKnown && <p className={css.courseKey}>{labels.usual}</p>}
          </div>
        )}
        <footer className={css.todo}>
          <Example alert={alert} format={format} now={now} taken={taken} />
          <b>{taken}</b>
        </footer>
      </section>
      <PulseRow figures={figures} brand={stage.names.brand(stage.brand)} format={format} isPartial={isPartial} />
    </>
  );
}

/** The figure may not reach into the words beside it. */
function heroSize(value: string, isUpright: boolean): number {
  const size = value.length <= 2 ? 220 : value.length <= 3 ? 164 : 124;
  return isUpright ? Math.min(size, 124) : size;
}

function Diamond() {
  return (
    <svg className={css.diamond} width="30" height="30" viewBox="0 0 30 30" aria-hidden="true">
      <path d="M15 1l14 14l-14 14l-14-14z" fill="currentColor" />
    </svg>
  );
}

/** Of what, in what time, against what, by how many, and whether anybody copied it. */
function Beside({ alert, format }: { alert: Alert; format: Format }) {
  const { say } = useWords();
  const { kind, current, authors, distinct, copies } = alert;
  const { part, whole, spanMs, value } = current;
  const counted = [
    part !== undefined &&
      whole !== undefined &&
      say('alert.partOf', { part: format.number(part), whole: format.number(whole) }),
    authors !== undefined && say('alert.authors', { count: authors }),
    // Of most kinds the figure itself counts distinct texts.
    distinct !== undefined && kind === 'copies' && say('alert.distinct', { count: distinct }),
  ].filter((line) => line !== false);
  return (
    <p className={css.beside}>
      <b>{say(`alert.unit.${kind}`, { count: value, span: format.duration(spanMs), term: alert.term ?? '' })}</b>
      {alert.isKnown && <span>{sayUsual(alert, current, say, format)}</span>}
      {counted.length > 0 && <b>{counted.join(', ')}</b>}
      {copies !== undefined && kind !== 'copies' && <span>{say('alert.copied', { count: copies })}</span>}
    </p>
  );
}

type ExampleProps = { alert: Alert; format: Format; now: number; taken: string };

function Example({ alert, format, now, taken }: ExampleProps) {
  const { say } = useWords();
  const isUpright = useColumn() !== null;
  const spare = useSpare();
  const replayed = useReplay() !== null;
  const { example } = alert;
  if (!example) return null;
  const theme = alert.theme ?? null;
  const opinion = isNegativeKind(alert.kind) ? 'negative' : example.opinion;
  const when = replayed ? format.time(example.at) : say('wall.ago', { age: format.age(Math.max(0, now - example.at)) });
  const where = `${say(`channel.${example.channel}`)}, ${when}`;
  const letters = isUpright ? uprightLetters : lettersBeside(where, taken, spare);
  const shown = cutToEvidence(example.text, example.marks ?? [], letters, theme, opinion);
  return (
    <p className={css.example}>
      <q lang={example.lang}>
        <MarkedQuote {...shown} lang={example.lang} theme={theme} opinion={opinion} />
      </q>{' '}
      <small>{where}</small>
    </p>
  );
}
