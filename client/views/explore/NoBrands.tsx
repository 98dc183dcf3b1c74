import { Link } from 'wouter';
import { useDemoAction } from '../../history/useSources.ts';
import { hrefTo } from '../../ui/hrefs.ts';
import { StateBlock } from '../../ui/StateBlock.tsx';
import css from './NoBrands.module.css';
import type { Explored } from './useExplore.ts';

/** Explore before a brand is named: the two ways on, and what will stand where. */
export function NoBrands({ say, here }: Pick<Explored, 'say' | 'here'>) {
  const demo = useDemoAction();
  return (
    <>
      <StateBlock shape="lost" title={say('state.noBrands')} why={say('explore.noBrandsWhy')} isPage>
        <Link className="button primary" href={hrefTo(here, '/settings/start')}>
          {say('state.nameBrand')}
        </Link>
        <button type="button" className="button" disabled={demo.isPending} onClick={() => demo.mutate('open')}>
          {say('settings.openDemo')}
        </button>
        {demo.error && <p role="alert">{demo.error.message}</p>}
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
