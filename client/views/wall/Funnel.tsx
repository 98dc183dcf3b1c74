import { useMemo, useRef } from 'react';
import type { FiguresState, FunnelShape } from '../../../shared/protocol.ts';
import { hourMs } from '../../../shared/rollup.ts';
import { FunnelDots } from '../../charts/FunnelDots.tsx';
import { useScoreboard } from '../../history/useScoreboard.ts';
import { type DotLayout, type DotRoom, layDots } from '../../select/funnelDots.ts';
import { funnelUnheard } from '../../select/funnelUnheard.ts';
import type { Format } from '../../ui/format.ts';
import { useAtMost } from '../../ui/useAtMost.ts';
import { useMissing } from '../../ui/useMissing.ts';
import type { Stage } from '../../ui/useStage.ts';
import { useWords } from '../../ui/useWords.ts';
import { headlineFit } from './headlineFit.ts';
import { sayLacking } from './sayLacking.ts';
import { lyingWidth, useColumn, useSpare } from './useStageScale.ts';
import css from './Wall.module.css';

/** Beside the dots of a column stand its reasons: what both columns of dots share is 798 px. */
const lying = { labels: 290, from: 72, top: 484, height: 504, width: lyingWidth, lastWidth: 352 };
const lyingRoom: DotRoom = {
  widths: [600, 525, 450, 405].map((width) => [width, 798 - width, lying.lastWidth] as const),
  label: 66,
  fits: ([collected, important, significant]) =>
    Math.max(collected, important) <= lying.height && significant <= lying.height - 240,
};
/** What the day lacks takes a line from the dots. */
const uprightRoom = (column: number, isLeast: boolean): DotRoom => ({
  widths: [[column - 400, column - 400, column - 400]],
  label: 36,
  fits: (heights) => heights.reduce((sum, height) => sum + height, 0) <= (isLeast ? 390 : 450),
});

/** Of its three or four lines, with a gap above. */
const scaleHeight = 90;

/** Of what the day lacks, beside the figure, with the gap before it. */
const lackingWidth = 320;

type Props = { stage: Stage; format: Format; now: number; day: FiguresState | undefined; hasHeadline: boolean };

/** What did we not read, and why? All brands, the last 24 hours: one dot for so many posts, true to scale. */
export function Funnel({ stage, format, now, day: live, hasHeadline }: Props) {
  const { say } = useWords();
  const column = useColumn();
  const spare = useSpare();
  const day = useAtMost(live, 1_000);
  const funnel = day?.funnel;
  const unheard = useMemo(() => (day ? funnelUnheard(day) : null), [day]);
  const missing = useMissing(day, format);
  // What is counted of a day of which some is missing is a least.
  const lacking = sayLacking(unheard, missing, say, format);
  const layout = useSteadyDots(funnel, column, lacking !== null, now);
  if (!funnel) return null;
  if (!layout)
    return hasHeadline ? (
      <h1 className={css.headline}>
        {say('funnel.none')}
        <br />
        <span>{say('funnel.noneWhy')}</span>
      </h1>
    ) : null;
  const posts = (count: number) => ({ count, number: format.number(count) });
  const steps = [
    { key: 'collected', posts: funnel.collected, dots: layout.collected, sort: say('funnel.firstSort') },
    { key: 'important', posts: funnel.important, dots: layout.important, sort: say('funnel.secondSort') },
    { key: 'significant', posts: funnel.significant, dots: layout.significant, sort: undefined },
  ] as const;
  const lefts = [
    lying.from,
    lying.from + layout.collected.width + 50 + lying.labels + Math.round(spare / 2),
    lying.from + lying.width + spare - lying.lastWidth,
  ];
  const room = [lefts[1]! - lefts[0]! - 40 - (lacking ? lackingWidth : 0), lefts[2]! - lefts[1]! - 40, lying.lastWidth];
  // Below the dots of the first column, where they leave it.
  const hasRoomLeft = column === null && layout.collected.height < lying.height - scaleHeight;
  const widest = (text: string) => text.replace(/\D/g, '').length * 0.6 + text.replace(/\d/g, '').length * 0.32;
  const size =
    column === null
      ? Math.min(124, ...steps.map((step, index) => Math.floor(room[index]! / widest(format.number(step.posts)))))
      : 56;
  return (
    <>
      {hasHeadline && <FunnelHeadline {...{ funnel, format }} data={stage.data} isLeast={lacking !== null} />}
      <section>
        {steps.map((step, index) => {
          const width = column ?? (index === 2 ? lying.lastWidth : lefts[index + 1]! - lefts[index]! - 22);
          return (
            <div
              key={step.key}
              className={`${css.column} ${css.funnelStep}`}
              style={column === null ? { left: lefts[index] } : undefined}
            >
              <h2 className={css.label}>{say(`funnel.${step.key}`)}</h2>
              <div className={css.funnelRow}>
                <p className={`${css.figure} ${css.funnelFigure}`} style={{ fontSize: size }} data-figure={step.key}>
                  {index === 0 && lacking !== null && column !== null && '≥ '}
                  {format.number(step.posts)}
                </p>
                {index === 0 && lacking !== null && (
                  <p className={`${css.note} ${css.funnelLacking}`} data-lacking>
                    {column === null && <b className={css.strong}>{say('funnel.atLeast')}</b>} {lacking}
                  </p>
                )}
              </div>
              <div className={`${css.funnelDots} ${css.faded}`}>
                <FunnelDots
                  column={step.dots}
                  pitch={layout.pitch}
                  width={width}
                  height={step.dots.height}
                  {...(step.sort === undefined ? {} : { sort: step.sort })}
                  isFlat={column !== null}
                  number={format.number}
                  nameOf={(reason) => say(`funnel.reason.${reason}`)}
                  label={say('funnel.stepLabel', { step: say(`funnel.${step.key}`), ...posts(step.posts) })}
                />
                {index === 2 && column === null && <p className={css.note}>{say('funnel.filed')}</p>}
              </div>
            </div>
          );
        })}
        <p className={css.funnelScale} data-left={hasRoomLeft || undefined}>
          {say('funnel.dot', posts(layout.unit))}
          <br />
          {say('funnel.bright')}
        </p>
      </section>
    </>
  );
}

/** Kept while the scene stands, for an hour at most, where it still fits: what one dot means may not change under a reader's eyes. */
function useSteadyDots(
  funnel: FunnelShape | undefined,
  column: number | null,
  isLeast: boolean,
  now: number,
): DotLayout | null {
  const held = useRef<{ layout: DotLayout; since: number; column: number | null } | null>(null);
  if (!funnel) return null;
  const room = column === null ? lyingRoom : uprightRoom(column, isLeast);
  const before = held.current;
  if (before && before.column === column && now - before.since < hourMs) {
    const { unit, pitch, collected, important, significant } = before.layout;
    const again = layDots(funnel, {
      ...room,
      units: [unit],
      pitches: [pitch],
      widths: [[collected.width, important.width, significant.width]],
    });
    if (again?.fits) {
      before.layout = again;
      return again;
    }
  }
  const layout = layDots(funnel, room);
  held.current = layout ? { layout, since: now, column } : null;
  return layout;
}

/** All of its first sentence is bold, with many digits: wider than the headlines of other scenes. */
const boldWidth = 0.95;

type HeadlineProps = { funnel: FunnelShape; format: Format; data: Stage['data']; isLeast: boolean };

/** What was collected and what is left of it; then whether anybody checked. */
function FunnelHeadline({ funnel, format, data, isLeast }: HeadlineProps) {
  const { say } = useWords();
  const column = useColumn();
  const spare = useSpare();
  const scored = useScoreboard(data).data;
  const recall = scored?.recall;
  const sentences = [
    say('funnel.headline', {
      least: isLeast ? 'yes' : 'no',
      collected: format.number(funnel.collected),
      significant: format.number(funnel.significant),
    }),
    scored && recall && recall.share !== null && recall.low !== null && recall.high !== null
      ? say('funnel.checked', {
          share: format.percent(recall.share),
          low: format.percent(recall.low),
          high: format.percent(recall.high),
          days: scored.days,
        })
      : say('funnel.unchecked'),
  ];
  return (
    <h1
      className={css.headline}
      style={
        column === null
          ? {
              fontSize: headlineFit(
                sentences,
                { width: boldWidth * (lyingWidth + spare), height: 142 },
                { least: 40, most: 60 },
              ),
            }
          : undefined
      }
    >
      <span className={css.sentence}>
        <span className={css.sure}>{sentences[0]}</span>
      </span>
      <span className={css.sentence}>
        <span className={css.quiet}>{sentences[1]}</span>
      </span>
    </h1>
  );
}
