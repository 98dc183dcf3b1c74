import { asEstimate } from '../../select/asEstimate.ts';
import { exploreHeadline } from '../../select/exploreHeadline.ts';
import type { Picture } from '../../select/explorePicture.ts';
import { knownUntil } from '../../select/exploreRange.ts';
import { totalsByKey } from '../../select/timeSeries.ts';
import { Dot } from '../../ui/Dot.tsx';
import { useMissing } from '../../ui/useMissing.ts';
import { useUnheardNote } from '../../ui/useUnheardNote.ts';
import css from './Explore.module.css';
import type { Explored } from './useExplore.ts';

/** More names than these make no sentence: they are counted. */
const mostNamed = 3;

/** What happened, in a sentence; beside it what it was counted from. */
export function Headline({ picture, explored }: { picture: Picture; explored: Explored }) {
  const { state, change, say, names, format, workspace } = explored;
  const { window } = picture;
  const to = knownUntil(picture);
  const totals = totalsByKey(picture.brands);
  const watched = (workspace?.brands ?? []).map(({ id }) => id);
  const brands = state.brands.length > 0 ? state.brands : watched;
  const missing = useMissing(window.live ? window : undefined, format);
  const { unheard, unheardBefore } = picture;
  const authors = picture.authors && asEstimate(picture.authors.authors, picture.authors.authorsError);
  const unheardNote = useUnheardNote(unheard, unheardBefore, picture.at, format);
  const totalsBefore = picture.brandsBefore && totalsByKey(picture.brandsBefore);
  const headline = exploreHeadline(totals, totalsBefore ?? null, brands, missing !== null || unheardNote !== null);
  const list = new Intl.ListFormat(explored.locale, { type: 'conjunction' });
  /** With how far it moved, where there was something before to say so. */
  const movedName = (brand: string) => {
    const before = totalsBefore?.get(brand)?.mentions ?? 0;
    if (before === 0) return names.brand(brand);
    const times = format.times((totals.get(brand)?.mentions ?? 0) / before);
    return `${names.brand(brand)} (${say('explore.changeTimes', { times })})`;
  };
  const alsoMoved = (up: string[], down: string[]) =>
    [
      { way: 'up', moved: up },
      { way: 'down', moved: down },
    ]
      .filter(({ moved }) => moved.length > 0)
      .map(({ way, moved }) =>
        say('explore.headline.also', {
          way,
          count: moved.length,
          names: moved.length > mostNamed ? '' : list.format(moved.map(movedName)),
          isNamed: moved.length > mostNamed ? 'no' : 'yes',
        }),
      )
      .join(', ');
  const span =
    state.range === '1h' || state.range === '24h' || state.range === '7d' || state.range === '28d'
      ? say(`explore.range.${state.range}`)
      : format.duration(to - window.from);
  const sentence =
    headline.key === 'none'
      ? say('explore.headline.none', { span })
      : headline.key === 'noBefore' || headline.key === 'unjudged'
        ? say(`explore.headline.${headline.key}`, {
            brand: names.brand(headline.leader),
            mentions: headline.mentions,
            others: headline.others,
            least: missing || unheard.length > 0 ? 'yes' : 'no',
          })
        : headline.key === 'steady'
          ? say('explore.headline.steady', { span, brands: headline.brands })
          : headline.key === 'new'
            ? say('explore.headline.new', { brand: names.brand(headline.brand), mentions: headline.mentions, span })
            : say(headline.times >= 2 ? 'explore.headline.times' : `explore.headline.${headline.key}`, {
                brand: names.brand(headline.brand),
                percent: headline.percent,
                times: format.times(headline.times),
                span,
                steady: headline.steady,
                moved: headline.up.length + headline.down.length,
                also: alsoMoved(headline.up, headline.down),
              });
  const unscored = picture.all.mentions - picture.all.positive - picture.all.neutral - picture.all.negative;
  return (
    <div className={css.say}>
      <h1>{sentence}</h1>
      <p>
        <button
          type="button"
          className="door"
          data-total
          onClick={() => change({ stage: 'important', reasons: [], opinions: [], q: '', mention: undefined })}
        >
          {format.number(picture.all.mentions)}
        </button>{' '}
        {say('explore.countedFrom', {
          mentions: picture.all.mentions,
          brands: brands.length,
          from: format.moment(window.from),
          to: format.moment(to),
        })}
        {picture.all.distinct < picture.all.mentions &&
          `, ${say('explore.distinct', { distinct: format.number(picture.all.distinct) })}`}
        {authors && `, ${say('explore.fromAuthors', { authors: authors.value, about: authors.about })}`}
        {unscored > 0 && (
          <>
            {', '}
            <button
              type="button"
              className="door"
              onClick={() =>
                change({ stage: 'important', reasons: [], opinions: ['unscored'], q: '', mention: undefined })
              }
            >
              {format.number(unscored)}
            </button>{' '}
            {say('explore.unscored', { count: unscored })}
          </>
        )}
      </p>
      {missing && (
        <p className="strong" data-missing>
          <Dot shape="slow" /> {say('state.sourceLost', { ...missing, moment: format.moment(missing.since) })}
        </p>
      )}
      {unheardNote && (
        <p className="strong" data-unheard-note>
          <Dot shape="slow" /> {unheardNote}
        </p>
      )}
      {(state.q.trim() !== '' || state.opinions.length > 0) && <p>{say('explore.narrowed')}</p>}
    </div>
  );
}
