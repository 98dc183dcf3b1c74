import type { MeasuredShare, ScoreboardAnswer, SheetAnswer } from '../../../shared/scoreboard.ts';
import { type ClassifierError, intervalAtZero, measuredError, themeError } from '../../../shared/uncertainty.ts';
import type { Names } from '../../history/useWorkspace.ts';
import type { Format } from '../../ui/format.ts';
import { sayHowRight } from '../../ui/sayHowRight.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Scoreboard.module.css';

type Props = {
  board: ScoreboardAnswer;
  /** Of today's sheet; absent where this key sees none. */
  weights: SheetAnswer['weights'] | undefined;
  names: Names;
  format: Format;
};
type Row = MeasuredShare & { name: string; doubtful?: boolean };

const percent = (share: number) => `${Math.round(share * 1_000) / 10}%`;

/** Where a share stands between 0 and 100 %, and how sure that is. */
function Interval({ share, low, high }: MeasuredShare) {
  return (
    <span className={css.track} aria-hidden="true">
      {share !== null && (
        <>
          <span className={css.range} style={{ left: percent(low!), right: percent(1 - high!) }} />
          <span className={css.point} style={{ left: percent(share) }} />
        </>
      )}
    </span>
  );
}

/** The same with its ends named. */
function IntervalOnScale({ measured, format }: { measured: MeasuredShare; format: Format }) {
  return (
    <span className={css.scale} aria-hidden="true">
      <small>0</small>
      <Interval {...measured} />
      <small>{format.percent(1)}</small>
    </span>
  );
}

/** Why there is no share yet. */
const lackOf = ({ labels }: MeasuredShare) => (labels === 0 ? 'score.nothing' : 'score.few');

function Rows({ title, why, rows, format }: { title: string; why?: string; rows: readonly Row[]; format: Format }) {
  const { say } = useWords();
  return (
    <section className={css.rows}>
      <h3 className="part-title">{title}</h3>
      {rows.length === 0 && <p className={css.why}>{say('score.nothing')}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.name} data-doubtful={row.doubtful || undefined}>
            <span>{row.name}</span>
            <Interval {...row} />
            {row.share === null ? (
              <span className={css.none}>{say(lackOf(row))}</span>
            ) : (
              <>
                <b className="figures">{format.percent(row.share)}</b>
                <span className={`figures ${css.between}`}>
                  {format.percentDigits(row.low!)}–{format.percentDigits(row.high!)}
                </span>
              </>
            )}
            <small>{say('score.labels', { count: row.labels })}</small>
          </li>
        ))}
      </ul>
      {why && <p className={css.why}>{why}</p>}
    </section>
  );
}

/** How right the machine is: the answer, and the four shares that it is made of. */
export function Answer({ board, format }: Pick<Props, 'board' | 'format'>) {
  const { say } = useWords();
  const heads = [
    { key: 'sentimentRight', measured: board.sentiment },
    { key: 'recall', measured: board.recall },
    { key: 'precision', measured: board.precision },
    { key: 'mentionRecall', measured: board.mentionRecall },
  ] as const;
  const { headline, sure } = sayHowRight(board, say, format);
  const atZero = (error: ClassifierError) => format.netSpread(intervalAtZero(error));
  const { whole, theme } = board.errors;
  // One label or two make no interval narrower than it is written.
  const isNarrowed = atZero(whole) !== atZero(measuredError) || atZero(theme) !== atZero(themeError);
  return (
    <section aria-labelledby="score-title">
      <p className={css.kicker}>{say('score.title')}</p>
      <h1 id="score-title" className="lead">
        {headline}
      </h1>
      <p className={css.sure}>{sure}</p>
      {isNarrowed && (
        <p className={css.sure} data-narrowed>
          {say('score.narrowed', {
            now: atZero(whole),
            before: atZero(measuredError),
            themeNow: atZero(theme),
            themeBefore: atZero(themeError),
          })}
        </p>
      )}
      <dl className={css.heads}>
        {heads.map(({ key, measured }) => (
          <div key={key}>
            <dt>{say(`score.${key}`)}</dt>
            <dd className={measured.share === null ? css.few : 'big-figure'}>
              {measured.share === null ? say(lackOf(measured)) : format.percent(measured.share)}
            </dd>
            <dd>
              <IntervalOnScale measured={measured} format={format} />
            </dd>
            <dd className={css.why}>
              {measured.share !== null && (
                <>
                  {format.percentDigits(measured.low!)}–{format.percent(measured.high!)} ·{' '}
                </>
              )}
              {say('score.labels', { count: measured.labels })}
              {say('stop.semicolon')}
              {say(`score.${key}Why`)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Every share that the labels measure, with its interval; below five labels no number. */
export function Results({ board, weights, names, format }: Props) {
  const { say } = useWords();
  const named = (rows: readonly ({ id: string } & MeasuredShare)[], nameOf: (id: string) => string): Row[] =>
    rows.map(({ id, ...row }) => ({ ...row, name: nameOf(id) }));
  return (
    <section className="section" aria-labelledby="score-results">
      <h2 id="score-results" className="section-title">
        {say('score.results')} <small>{say('score.resultsOf', { labels: board.labels, days: board.days })}</small>
      </h2>
      <div className={css.weights}>
        <p>
          {say('score.weights')}{' '}
          {weights &&
            Object.values(weights).every((weight) => weight > 0) &&
            say('score.weightsToday', {
              significant: format.number(weights.significant),
              important: format.number(weights.important),
              aside: format.number(weights['set-aside']),
            })}
        </p>
        <p>{say('score.intervals')}</p>
      </div>
      <div className={css.tables}>
        <Rows
          title={say('score.themes')}
          why={say('score.themesWhy')}
          rows={named(board.themes, names.theme)}
          format={format}
        />
        <Rows title={say('score.byTheme')} rows={named(board.byTheme, names.theme)} format={format} />
        <div>
          <Rows title={say('score.byBrand')} rows={named(board.byBrand, names.brand)} format={format} />
          <Rows title={say('score.byLanguage')} rows={named(board.byLanguage, format.language)} format={format} />
        </div>
      </div>
    </section>
  );
}
