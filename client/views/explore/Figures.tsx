import { memo } from 'react';
import type { SetAsideReason } from '../../../shared/domain.ts';
import { BrandThemeMatrix } from '../../charts/BrandThemeMatrix.tsx';
import { FunnelLine } from '../../charts/FunnelLine.tsx';
import { matrixOf, matrixThemes, type Picture, setAsideOf } from '../../select/explorePicture.ts';
import { strongestKeys, totalsByKey } from '../../select/timeSeries.ts';
import { Charts } from './Charts.tsx';
import css from './Explore.module.css';
import type { Explored } from './useExplore.ts';

const sameOne = (list: readonly string[], id: string) => list.length === 1 && list[0] === id;

/**
 * Charts, matrix and funnel of one window; every number is a door to its messages. Drawn again only for new figures or
 * another choice: the charts are the dear part of the screen.
 */
export const Figures = memo(function Figures({ picture, explored }: { picture: Picture; explored: Explored }) {
  const { state, change, say, names, doubtful, errors, format } = explored;
  const brands = strongestKeys(totalsByKey(picture.matrixBrands), 50).filter((brand) => brand in picture.themesOf);
  const matrix = matrixOf(picture, { brands, themes: matrixThemes(picture) }, errors);
  const hidden = Math.max(0, totalsByKey(picture.matrixBrands).size - brands.length);
  const { funnel } = picture;
  const aside = setAsideOf(funnel, state.brands);
  const list = (posts: number, stage: 'significant' | 'important' | 'set-aside', only: SetAsideReason[] = []) => (
    <button
      type="button"
      className="door"
      data-funnel={only[0] ?? stage}
      onClick={() =>
        change({ stage, reasons: only, themes: [], channels: [], langs: [], opinions: [], q: '', mention: undefined })
      }
    >
      {format.number(posts)}
    </button>
  );
  return (
    <>
      <Charts picture={picture} explored={explored} />
      <header className={css.head}>
        <h2>
          {say('explore.matrix')} <small>{say('explore.matrixNote')}</small>
        </h2>
        {state.brands.length + state.themes.length > 0 && (
          <button
            type="button"
            className="door t12 ink-3"
            onClick={() => change({ brands: [], themes: [], mention: undefined })}
          >
            {say('explore.wholeMatrix')}
          </button>
        )}
      </header>
      <div className={css.scroll}>
        <BrandThemeMatrix
          matrix={matrix}
          caption={say('explore.matrix')}
          brandName={names.brand}
          themeName={names.theme}
          themeDoubt={(theme) => {
            const right = doubtful.get(theme);
            if (right === undefined) return undefined;
            const share = format.percent(right);
            return { note: say('score.right', { share }), why: say('score.doubtful', { share }) };
          }}
          color={names.color}
          words={{ all: say('explore.allThemes'), tooFew: say('explore.tooFew'), brand: say('explore.brands') }}
          formatCount={format.number}
          formatNet={(net) => [
            format.signed(net.net),
            format.netSpread(net),
            `${format.signed(net.low)}…${format.signed(net.high)}`,
          ]}
          describe={(brand, theme, cell) => [
            say('explore.cell', {
              brand: names.brand(brand),
              theme: theme === null ? say('explore.allThemes') : names.theme(theme),
            }),
            say('explore.cellMentions', { mentions: cell.counts.mentions }),
          ]}
          isChosen={(brand, theme) =>
            sameOne(state.brands, brand) && (theme === null ? state.themes.length === 0 : sameOne(state.themes, theme))
          }
          onChoose={(brand, theme) => {
            const isOn =
              sameOne(state.brands, brand) &&
              (theme === null ? state.themes.length === 0 : sameOne(state.themes, theme));
            change(
              isOn
                ? { brands: [], themes: [], mention: undefined }
                : {
                    brands: [brand],
                    themes: theme === null ? [] : [theme],
                    stage: 'important',
                    reasons: [],
                    opinions: [],
                    q: '',
                    mention: undefined,
                  },
            );
          }}
        />
      </div>
      {hidden > 0 && <p className="t12 ink-3">{say('explore.moreBrands', { count: hidden })}</p>}
      <FunnelLine
        label={say('explore.funnel')}
        steps={[
          { key: 'collected', name: say('explore.collected'), posts: format.number(funnel.collected) },
          // A NOT of its query is what parts naming a brand from being important; without one they are the same number.
          ...(aside.notAbout > 0 && funnel.collected - aside.notAbout > funnel.important
            ? [
                {
                  key: 'about',
                  name: say('explore.aboutThese', {
                    brands: state.brands.length,
                    brand: names.brand(state.brands[0]!),
                  }),
                  posts: format.number(funnel.collected - aside.notAbout),
                },
              ]
            : []),
          { key: 'important', name: say('explore.important'), posts: list(funnel.important, 'important') },
          { key: 'significant', name: say('explore.significantPosts'), posts: list(funnel.significant, 'significant') },
        ]}
      >
        {say('explore.setAside')} {list(aside.posts, 'set-aside')}
        {aside.reasons.length > 0 && say('stop.colon')}
        {aside.reasons.map(({ reason, posts }, index) => (
          <span key={reason} title={say(`reason.${reason}.why`)}>
            {index > 0 && ', '}
            {say(`reason.${reason}`)} {list(posts, 'set-aside', [reason])}
          </span>
        ))}
        .
        {aside.notAbout > 0 &&
          ` ${say('explore.notAbout', {
            brands: state.brands.length,
            brand: names.brand(state.brands[0]!),
            posts: aside.notAbout,
          })}`}
      </FunnelLine>
      {(state.channels.length > 0 || state.langs.length > 0 || state.themes.length > 0) && (
        <p className="t12 ink-3">{say('explore.funnelUnfiltered')}</p>
      )}
    </>
  );
});
