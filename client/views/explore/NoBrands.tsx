import { FirstWays } from '../../ui/FirstWays.tsx';
import { StateBlock } from '../../ui/StateBlock.tsx';
import css from './NoBrands.module.css';
import type { Explored } from './useExplore.ts';

/** Explore before a brand is named: the two ways on, and what will stand where. */
export function NoBrands({ say }: Pick<Explored, 'say'>) {
  return (
    <>
      <StateBlock shape="lost" title={say('state.noBrands')} why={say('explore.noBrandsWhy')} isPage>
        <FirstWays />
      </StateBlock>
      <dl className={css.outline}>
        {(['volume', 'netSentiment', 'matrix', 'messages'] as const).map((part) => (
          <div key={part} className={css[part]}>
            <dt>{say(`explore.${part}`)}</dt>
            <dd>{say(`explore.will.${part}`)}</dd>
            <dd className={css.room} aria-hidden="true" />
          </div>
        ))}
      </dl>
    </>
  );
}
