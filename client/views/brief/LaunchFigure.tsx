import type { LaunchComparison } from '../../../shared/launchComparison.ts';
import { launchTheme } from '../../../shared/launchThemes.ts';
import { directionOf } from '../../select/brandFigures.ts';
import { niceTop } from '../../select/niceTop.ts';
import { textsBesidePast } from '../../select/pastLaunchSentence.ts';
import { pastSoFar } from '../../select/pastSoFar.ts';
import { Arrow } from '../../ui/Arrow.tsx';
import { offsetWords } from '../../ui/offsetWords.ts';
import { sayTextsBeside } from '../../ui/sayTextsBeside.ts';
import { useWords } from '../../ui/useWords.ts';
import type { BriefPart } from './BriefPart.ts';
import { Door } from './Door.tsx';
import { KeyFigure } from './KeyFigure.tsx';

type Props = Pick<BriefPart, 'stage' | 'format'> & {
  comparison: LaunchComparison;
  isNarrow: boolean;
};

/** What the headline says of the launch, in its own figure: the same mentions, over the same hours, beside the same past launches. */
export function LaunchFigure({ stage, format, comparison, isNarrow }: Props) {
  const { say } = useWords();
  const { launch, standing } = comparison;
  if (!standing || standing.median === undefined) return null;
  const { mentions, median, times, launches, probabilityMore, fromMs, toMs } = standing;
  const isProduct = launch.counts === 'product';
  const direction = directionOf(probabilityMore ?? null);
  const past = pastSoFar(comparison);
  const ofTexts = sayTextsBeside(textsBesidePast(standing), standing.texts.times, say, format);
  // Where the past launches are drawn, the drawing says how many they are.
  const against = (isNarrow ? say('brief.pastMedian', { count: launches }) : say('brief.theMedian')) + ofTexts;
  const themes = isProduct ? [launchTheme(launch.id)] : [];
  return (
    <KeyFigure
      name={say('brief.buzz')}
      of={
        isNarrow && isProduct
          ? say('brief.ofProduct', { offset: offsetWords(toMs, format) })
          : say('brief.untilOffset', { side: toMs <= 0 ? 'before' : 'after', offset: offsetWords(toMs, format) })
      }
      figure={
        <Door
          to={{
            ...{ range: 'custom', from: launch.at + fromMs, to: launch.at + toMs },
            ...{ brands: [launch.brand], themes, stage: 'important' },
          }}
          figure={1}
        >
          {format.number(mentions)}
        </Door>
      }
      unit={say('brief.mentions')}
      strip={{
        now: { value: mentions, low: mentions, high: mentions },
        before: null,
        past: {
          values: past,
          median: {
            value: median,
            label: say('brief.median', { count: launches, value: format.number(Math.round(median)) }),
          },
        },
        from: 0,
        to: niceTop(Math.max(mentions, ...past)),
        color: stage.names.color(launch.brand),
        label: `${say('brief.buzz')} ${format.number(mentions)}`,
      }}
      comparison={
        <span data-past-counts>
          {times !== undefined && (direction === 'up' || direction === 'down') ? (
            <>
              <Arrow direction={direction} />
              {say('brief.timesBefore', { times: format.times(times) })} {against}
            </>
          ) : (
            <>
              <b className="strong">{say('brief.notApart')}</b> {against}
            </>
          )}{' '}
          {say('brief.texts', { texts: standing.texts.count, isCompared: ofTexts === '' ? 'no' : 'yes' })}
        </span>
      }
    />
  );
}
