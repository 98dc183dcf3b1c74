import type { ReactNode } from 'react';
import type { LaunchComparison } from '../../../shared/launchComparison.ts';
import type { StatusState } from '../../../shared/protocol.ts';
import { greyBelow, isGrey, tooFewBelow } from '../../../shared/uncertainty.ts';
import { useAuthors } from '../../history/useAuthors.ts';
import { useFrame } from '../../live/useFrame.ts';
import { asEstimate } from '../../select/asEstimate.ts';
import type { BrandFigures, Direction } from '../../select/brandFigures.ts';
import { beganWithin } from '../../select/cells.ts';
import { niceTop } from '../../select/niceTop.ts';
import { isSameCount, sourceCount } from '../../select/sources.ts';
import { biggestMover, type ThemeRow } from '../../select/themeRows.ts';
import { Arrow } from '../../ui/Arrow.tsx';
import { useWords } from '../../ui/useWords.ts';
import css from './Brief.module.css';
import type { BriefPart } from './BriefPart.ts';
import { Door } from './Door.tsx';
import { KeyFigure } from './KeyFigure.tsx';
import { LaunchFigure } from './LaunchFigure.tsx';

type Props = BriefPart & {
  figures: BrandFigures;
  themes: ThemeRow[];
  /** A source is lost, or hours were not heard: no change can be told, as the head of the page says. */
  isUnjudged: boolean;
  /** Posts of the window are missing: counts are least ones. */
  isPartial: boolean;
  /** What the headline compares the launch with: the first figure is then the launch's own. Null: it is the brand's, as all are. */
  led: LaunchComparison | null;
  /** A phone has no row for whose figures these are: each says it beside its name. */
  isNarrow: boolean;
};

const selectHeard = (status: StatusState) => sourceCount(status.sources);

export function KeyFigures({
  stage,
  window,
  format,
  state,
  lengthMs,
  figures: counted,
  themes: counts,
  ...props
}: Props) {
  const { say } = useWords();
  const heard = useFrame('status', selectHeard, isSameCount);
  const authors = useAuthors(state, stage.brand, `${stage.data}`);
  const told = asEstimate(authors?.authors ?? 0, authors?.authorsError ?? 0);
  const { isUnjudged, led, isNarrow } = props;
  const brand = stage.names.brand(stage.brand);
  const isOfProduct = led?.launch.counts === 'product';
  const began = beganWithin(state);
  const isToday = began !== null && format.date(began) === format.date(state.to);
  const span =
    began === null
      ? say(window.span === 'since' ? 'brief.since' : 'brief.day')
      : say('brief.began', {
          dated: isToday ? 'no' : 'yes',
          from: isToday ? format.time(began) : format.moment(began),
        });
  const of = isOfProduct && isNarrow ? `${say('brief.ofBrand', { brand })}, ${span}` : span;
  const isPartial = props.isPartial || (heard?.missing ?? 0) > 0;
  // What cannot be compared is not drawn beside either.
  const figures = isUnjudged ? { ...counted, before: null, netBefore: null, shareBefore: null } : counted;
  const themes = isUnjudged ? counts.map((row) => ({ ...row, shareBefore: null })) : counts;
  const color = stage.names.color(stage.brand);
  const mine = { ...window.range, brands: [stage.brand] };
  const { net, before } = figures;
  // Which hours those were: 10:00 to 16:00 beside the night before is no triumph by itself, so that no size is bold.
  const earlierSpan = { span: window.span, length: format.duration(lengthMs) };

  /** "↑ 1.4 times the 6 h before T0", or "no clear change": nothing between the two. */
  const change = (direction: Direction, size: string, against: ReactNode, beforeText: string): ReactNode => {
    if (direction === 'unknown') return isUnjudged ? '' : say('brief.noBefore');
    if (direction === 'same')
      return (
        <>
          <b className="strong">{say('brief.noClearChange')}</b>{' '}
          {say('brief.fromBefore', { ...earlierSpan, before: beforeText })}
        </>
      );
    return (
      <>
        <Arrow direction={direction} />
        {size} {against}
      </>
    );
  };
  /** "2.3 times" upwards, "60 % less" downwards: nobody thinks in 0.4 times. */
  const ratioOf = (now: number, earlier: number) =>
    now < earlier
      ? say('brief.less', { percent: format.percent(1 - now / earlier) })
      : say('brief.timesBefore', { times: format.times(earlier > 0 ? now / earlier : 1) });
  const against = (now: number, earlier: number, beforeText: string) =>
    say(now < earlier ? 'brief.thanBefore' : 'brief.ofBefore', { ...earlierSpan, before: beforeText });
  const sided = (direction: Direction, beforeText: string) =>
    say(direction === 'down' ? 'brief.below' : 'brief.above', { ...earlierSpan, before: beforeText });
  /** Between the figures as they are shown, so that whoever subtracts finds it. */
  const pointsOf = (now: number, earlier: number) =>
    say('brief.points', { points: Math.max(1, Math.abs(Math.round(now) - Math.round(earlier))) });

  const buzzTop = niceTop(Math.max(figures.mentions, before ?? 0));
  const mover = biggestMover(themes);
  const shareTop = Math.min(1, niceTop(100 * Math.max(figures.shareRange.high, figures.shareBefore ?? 0)) / 100);
  return (
    <div className={css.figures} data-grouped={(isOfProduct && !isNarrow) || undefined}>
      {isOfProduct && !isNarrow && (
        <p className={css.group}>
          <i className={css.swatch} style={{ background: color }} aria-hidden="true" />
          {stage.launch?.name}
        </p>
      )}
      {led ? (
        <LaunchFigure {...{ stage, format, isNarrow }} comparison={led} />
      ) : (
        <KeyFigure
          name={say('brief.buzz')}
          // Where it stands in place of the product's count it says what it is.
          of={stage.launch?.query === undefined ? of : say('brief.ofBrand', { brand })}
          figure={
            <Door to={{ ...mine, stage: 'important' }} figure={1}>
              {format.number(figures.mentions)}
            </Door>
          }
          unit={isPartial ? say('brief.orMore') : say('brief.mentions')}
          strip={{
            now: { value: figures.mentions, low: figures.mentions, high: figures.mentions },
            before:
              before === null ? null : { value: before, label: say('brief.before', { value: format.number(before) }) },
            from: 0,
            to: buzzTop,
            color,
            label: `${say('brief.buzz')} ${format.number(figures.mentions)}`,
          }}
          comparison={
            <>
              {change(
                before === 0 && figures.buzz === 'up' ? 'unknown' : figures.buzz,
                ratioOf(figures.mentions, before ?? 0),
                against(figures.mentions, before ?? 0, format.number(before ?? 0)),
                format.number(before ?? 0),
              )}{' '}
              {authors ? (
                <span title={say('brief.textsAndAuthorsWhy', { error: authors.authorsError })}>
                  {say('brief.textsAndAuthors', { texts: figures.distinct, authors: told.value, about: told.about })}
                </span>
              ) : (
                say('brief.distinct', { count: format.number(figures.distinct) })
              )}
            </>
          }
        />
      )}
      {isOfProduct && !isNarrow && (
        <p className={css.group}>
          {say('brief.ofBrand', { brand })}{' '}
          <small>
            <Door to={{ ...mine, stage: 'important' }}>{format.number(figures.mentions)}</Door>{' '}
            {say('brief.mentionsSince', { count: figures.mentions })}
          </small>
        </p>
      )}
      <KeyFigure
        name={say('brief.net')}
        of={of}
        tone={!net || isGrey(net) ? 'neutral' : net.net > 0 ? 'positive' : 'negative'}
        figure={
          <Door to={{ ...mine, stage: 'important', opinions: ['positive', 'negative'] }} figure={2}>
            {net ? format.signed(net.net) : say('brief.tooFew')}
          </Door>
        }
        unit={net ? undefined : say('brief.toJudge')}
        spread={net ? format.netSpread(net) : undefined}
        strip={
          net && {
            now: { value: net.net, low: net.low, high: net.high },
            before: figures.netBefore && {
              value: figures.netBefore.net,
              label: say('brief.before', { value: format.signed(figures.netBefore.net) }),
            },
            from: -100,
            to: 100,
            color,
            label: `${say('brief.net')} ${format.signed(net.net)}`,
          }
        }
        comparison={
          net ? (
            <>
              {change(
                figures.netBefore ? figures.sentiment : 'unknown',
                pointsOf(net.net, figures.netBefore?.net ?? 0),
                sided(figures.sentiment, format.signed(figures.netBefore?.net ?? 0)),
                format.signed(figures.netBefore?.net ?? 0),
              )}{' '}
              {figures.neutralShare !== null && say('brief.neutral', { share: format.percent(figures.neutralShare) })}
            </>
          ) : (
            say('brief.tooFewWhy', { opinions: figures.opinions, needed: tooFewBelow })
          )
        }
      />
      <KeyFigure
        name={say('brief.share')}
        of={
          stage.set.name
            ? say('brief.ofSet', { name: stage.set.name })
            : say('brief.ofBrands', { count: stage.set.brands.length })
        }
        // Of so few mentions a share is as grey as an opinion is.
        tone={figures.setMentions < greyBelow ? 'neutral' : undefined}
        figure={
          figures.share === null ? (
            '–'
          ) : (
            <Door to={{ ...window.range, brands: stage.set.brands, stage: 'important' }} figure={3}>
              {format.percentDigits(figures.share)}
            </Door>
          )
        }
        unit={figures.share === null ? undefined : '%'}
        spread={figures.share === null ? undefined : format.shareSpread(figures.share, figures.shareRange)}
        strip={
          figures.share === null
            ? null
            : {
                now: { value: figures.share, ...figures.shareRange },
                before:
                  figures.shareBefore === null
                    ? null
                    : {
                        value: figures.shareBefore,
                        label: say('brief.before', { value: format.percent(figures.shareBefore) }),
                      },
                from: 0,
                to: shareTop,
                color,
                label: `${say('brief.share')} ${format.percent(figures.share)}`,
              }
        }
        comparison={
          figures.isAlone
            ? say('brief.alone')
            : change(
                figures.voice,
                pointsOf(100 * (figures.share ?? 0), 100 * (figures.shareBefore ?? 0)),
                sided(figures.voice, format.percent(figures.shareBefore ?? 0)),
                format.percent(figures.shareBefore ?? 0),
              )
        }
      />
      {mover ? (
        <KeyFigure
          name={stage.names.theme(mover.theme)}
          of={say('brief.shareOfMentions')}
          tone={figures.mentions < greyBelow ? 'neutral' : undefined}
          figure={
            <Door to={{ ...mine, themes: [mover.theme], stage: 'important' }} figure={4}>
              {format.percentDigits(mover.share)}
            </Door>
          }
          unit="%"
          spread={format.shareSpread(mover.share, mover.shareRange)}
          strip={{
            now: { value: mover.share, ...mover.shareRange },
            before:
              mover.shareBefore === null
                ? null
                : {
                    value: mover.shareBefore,
                    label: say('brief.before', { value: format.percent(mover.shareBefore) }),
                  },
            from: 0,
            to: Math.min(1, niceTop(100 * Math.max(mover.shareRange.high, mover.shareBefore ?? 0)) / 100),
            color,
            label: `${stage.names.theme(mover.theme)} ${format.percent(mover.share)}`,
          }}
          comparison={
            <>
              {change(
                mover.weight,
                ratioOf(mover.share, mover.shareBefore ?? 0),
                against(mover.share, mover.shareBefore ?? 0, format.percent(mover.shareBefore ?? 0)),
                format.percent(mover.shareBefore ?? 0),
              )}{' '}
              {say('brief.mentionsOf', {
                count: mover.mentions,
                part: format.number(mover.mentions),
                all: format.number(figures.mentions),
              })}
            </>
          }
        />
      ) : (
        <KeyFigure
          name={say('brief.noTheme')}
          of={say('brief.shareOfMentions')}
          figure="–"
          strip={null}
          comparison={stage.workspace.themes.length === 0 ? say('brief.noThemeWhy') : ''}
        />
      )}
    </div>
  );
}
