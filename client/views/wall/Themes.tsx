import type { FiguresState } from '../../../shared/protocol.ts';
import { tooFewBelow } from '../../../shared/uncertainty.ts';
import { ThemeDots } from '../../charts/ThemeDots.tsx';
import { beganWithin, cellOf, mentionsOf } from '../../select/cells.ts';
import { type Sentence, themesSentence } from '../../select/headline.ts';
import { unjudgedThemes } from '../../select/lostSources.ts';
import { niceTop } from '../../select/niceTop.ts';
import {
  biggestMover,
  greyDoubtful,
  nextToPoles,
  pullOf,
  type ThemeRow,
  themePoles,
  themeRows,
} from '../../select/themeRows.ts';
import type { Format } from '../../ui/format.ts';
import { unbroken } from '../../ui/unbroken.ts';
import type { Missing } from '../../ui/useMissing.ts';
import type { Stage } from '../../ui/useStage.ts';
import { useWords } from '../../ui/useWords.ts';
import { ThemeList } from './ThemeList.tsx';
import { useLastHour } from './useLastHour.ts';
import { useColumn, useSpare } from './useStageScale.ts';
import css from './Wall.module.css';

const most = 8;

function rowsOf(state: FiguresState, stage: Stage): ThemeRow[] {
  const rows = themeRows(
    state,
    stage.brand,
    stage.workspace.themes.map((theme) => theme.id),
    stage.errors.theme,
  );
  return greyDoubtful(rows, stage.doubtful);
}

/** What has no theme: without it the themes' mentions and points would be read as all there is. */
const restOf = (state: FiguresState, stage: Stage): ThemeRow[] =>
  themeRows(state, stage.brand, ['none'], stage.errors.theme).filter(({ mentions }) => mentions > 0);

/** Where no theme has opinions enough for a figure, there is nothing to judge: that is said once, for all of them. */
const isTooFew = (rows: readonly ThemeRow[]): boolean => rows.length > 0 && rows.every(({ net }) => net === null);

/** Of two whose points are written alike neither is the most alone. */
const areAlike = (pole: ThemeRow | null, other: ThemeRow | null, format: Format): boolean =>
  pole !== null && other !== null && pullOf(pole, format) === pullOf(other, format);

export function themesHeadline(state: FiguresState, stage: Stage, format: Format, missing: Missing | null): Sentence[] {
  const began = beganWithin(state);
  const rows = rowsOf(state, stage);
  if (isTooFew(rows)) {
    const most = Math.max(...rows.map(({ opinions }) => opinions));
    return [
      [{ tone: 'sure', key: 'wall.themesTooFew', values: {} }],
      [
        {
          tone: 'quiet',
          key: 'wall.themesTooFewWhy',
          values: {
            most: { number: most },
            needed: { number: tooFewBelow },
            from: began === null ? 'none' : format.time(began),
          },
        },
      ],
    ];
  }
  const poles = themePoles(rows);
  const next = nextToPoles(rows);
  const said = themesSentence(poles, stage.names.theme, biggestMover(rows), {
    helps: areAlike(poles.helps, next.helps, format),
    hurts: areAlike(poles.hurts, next.hurts, format),
  });
  if (!missing) return said;
  const { names, time, many } = missing;
  return [
    said[0] ?? [],
    [{ tone: 'quiet', key: 'wall.sourceLostThemes', values: { names, time, many: { number: many } } }],
  ];
}

/** Up to the rule beside them, from the largest size down to the smallest on a wall: the longer one's for both, which are twins. */
const labelSize = (texts: readonly string[]): number =>
  Math.max(24, Math.min(36, ...texts.map((text) => Math.floor(400 / (text.length * 0.5)))));

/** Room for eight: those with a figure and, of the others, the most mentioned; both poles always stay. */
function fitting(rows: readonly ThemeRow[]): ThemeRow[] {
  if (rows.length <= most) return [...rows];
  const loudest = [...rows].sort((a, b) => b.mentions - a.mentions).slice(0, most);
  const { helps, hurts } = themePoles(rows);
  for (const pole of [helps, hurts])
    if (pole && !loudest.includes(pole)) {
      const spare = loudest.findLastIndex((row) => row !== helps && row !== hurts);
      loudest[spare] = pole;
    }
  return rows.filter((row) => loudest.includes(row));
}

/** What helps, what hurts, which way do they move? Rows by net sentiment; the ends are named on the left. */
type Props = {
  stage: Stage;
  format: Format;
  state: FiguresState;
  /** A source is lost, or some of the two hours was not heard. */
  isUnjudged: boolean;
};

export function Themes({ stage, format, state, isUnjudged }: Props) {
  const { say } = useWords();
  const hour = useLastHour(format);
  const column = useColumn();
  const spare = useSpare();
  const known = rowsOf(state, stage);
  const all = isUnjudged ? unjudgedThemes(known) : known;
  const rows = fitting(all);
  const areTooFew = isTooFew(all);
  const rest = restOf(state, stage);
  const listed = [...rows, ...(isUnjudged ? unjudgedThemes(rest) : rest)];
  const poles = themePoles(all);
  const next = nextToPoles(all);
  if (rows.length === 0) return <p className={`${css.empty} ${css.note}`}>{say('wall.noThemes')}</p>;
  const noteOf = (theme: string): string | undefined => {
    const share = stage.doubtful.get(theme);
    return share === undefined ? undefined : say('score.right', { share: format.percent(share) });
  };
  const titleOf = (row: ThemeRow | null, which: 'helps' | 'hurts'): string =>
    row?.net
      ? say(row.isPullGrey ? `wall.seems.${which}` : `wall.${which}`, { theme: stage.names.theme(row.theme) })
      : say(which === 'helps' ? 'wall.noHelp' : 'wall.noHurt');
  const [helps, hurts] = [titleOf(poles.helps, 'helps'), titleOf(poles.hurts, 'hurts')];
  const size = column === null ? labelSize([helps, hurts]) : undefined;
  const loudest = Math.max(...rows.map((row) => Math.max(row.mentions, row.before ?? 0)));
  return (
    <section>
      {!areTooFew && (
        <>
          <Pole
            row={poles.helps}
            side="positive"
            title={helps}
            top={292}
            next={next.helps}
            {...{ stage, size, format, isUnjudged }}
          />
          <Pole
            row={poles.hurts}
            side="negative"
            title={hurts}
            top={648}
            next={next.hurts}
            {...{ stage, size, format, isUnjudged }}
          />
        </>
      )}
      {column !== null && <ThemeList {...{ rows: listed, stage, format, noteOf }} />}
      {column === null && !areTooFew && <div className={css.ruleV} style={{ left: 488 }} />}
      {column === null && (
        // Where no theme helps or hurts, the rows have the width of the poles too.
        <div className={css.dots} style={areTooFew ? { left: 72 } : undefined}>
          <ThemeDots
            width={(areTooFew ? 1776 : 1300) + spare}
            height={592}
            rows={listed.map((row) => ({
              id: row.theme,
              name: stage.names.theme(row.theme),
              note: noteOf(row.theme),
              mentions: row.mentions,
              // Mostly the longest by far: an axis up to it would leave the themes no room.
              ...(row.theme === 'none' && {
                told: say('wall.ofAll', {
                  mentions: format.number(row.mentions),
                  all: format.number(mentionsOf(cellOf(state.now, stage.brand))),
                }),
              }),
              before: row.before,
              net: row.net,
              grey: row.grey,
              ...(areTooFew
                ? { tooFew: say('wall.tooFewOpinions', { opinions: row.opinions, needed: tooFewBelow }) }
                : {}),
              netBefore:
                !stage.doubtful.has(row.theme) && (row.sentiment === 'up' || row.sentiment === 'down') && row.netBefore
                  ? row.netBefore.net
                  : null,
              isPole: row.theme === poles.helps?.theme || row.theme === poles.hurts?.theme,
              isClearWeight: row.weight === 'up' || row.weight === 'down',
            }))}
            top={niceTop(loudest)}
            number={format.number}
            signed={format.signed}
            words={{
              mentions: hour.column,
              before: say('wall.before'),
              complaint: say('wall.moreComplaint'),
              praise: say('wall.morePraise'),
              bars: say('wall.bars'),
              tooFew: say('wall.tooFewTheme'),
              net: say('wall.net'),
              more: all.length > rows.length ? say('wall.moreThemes', { count: all.length - rows.length }) : '',
              label: hour.themes,
            }}
          />
        </div>
      )}
    </section>
  );
}

type PoleProps = {
  stage: Stage;
  row: ThemeRow | null;
  /** What follows it closely. */
  next: ThemeRow | null;
  side: 'positive' | 'negative';
  title: string;
  /** Of the title, px; undefined: as it is in a column. */
  size: number | undefined;
  top: number;
  format: Format;
  isUnjudged: boolean;
};

function Pole({ stage, row, next, side, title, size, top, format, isUnjudged }: PoleProps) {
  const { say } = useWords();
  const column = useColumn();
  const isHelp = side === 'positive';
  if (!row?.net)
    return (
      <div className={css.pole} style={{ top }}>
        <p className={css.label} style={{ fontSize: size }}>
          {title}
        </p>
      </div>
    );
  const points = row.netBefore ? Math.round(Math.abs(row.net.net - row.netBefore.net)) : 0;
  // As it stands beside it: from end to end.
  const spread = format.netEnds(row.net);
  const moved = row.netBefore !== null && (row.sentiment === 'up' || row.sentiment === 'down');
  return (
    <div className={css.pole} style={{ top }}>
      <p className={css.label} style={{ fontSize: size }}>
        {title}
      </p>
      <p>
        <span
          className={`${css.figure} ${row.isPullGrey ? css.neu : isHelp ? css.pos : css.neg}`}
          style={{ fontSize: column === null ? 124 : 80 }}
        >
          {pullOf(row, format)}
        </span>
        <span className={`${css.figure} ${css.half} ${css.poleHalf}`}>
          {say('wall.points', { points: Math.round(Math.abs(row.pull?.points ?? 0)) })}
        </span>
      </p>
      <p className={`${css.note} ${moved ? css.strong : ''}`}>
        {`${say('wall.polePoints', { spread: row.pull ? unbroken(format.netEnds(row.pull)) : '' })}\n`}
        {`${say('wall.poleNet', { net: format.signed(row.net.net), spread: unbroken(spread) })}\n`}
        {moved
          ? say(row.sentiment === 'up' ? 'wall.up' : 'wall.down', { points: Math.max(1, points) })
          : row.sentiment === 'unknown'
            ? say(isUnjudged ? 'wall.notJudged' : 'wall.noBefore')
            : say('wall.noClearChange')}
        {next &&
          say(areAlike(row, next, format) ? 'wall.poleAlike' : 'wall.poleNext', {
            theme: stage.names.theme(next.theme),
            points: pullOf(next, format),
          })}
      </p>
    </div>
  );
}
