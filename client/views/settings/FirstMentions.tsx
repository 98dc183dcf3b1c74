import { Link } from 'wouter';
import type { Brand } from '../../../shared/domain.ts';
import type { FiguresState } from '../../../shared/protocol.ts';
import { useFirstMentions } from '../../history/useFirstMentions.ts';
import { useFrame } from '../../live/useFrame.ts';
import { mentionsOf } from '../../select/cells.ts';
import { exploreLink } from '../../select/exploreState.ts';
import type { Format } from '../../ui/format.ts';
import { useHere } from '../../ui/hrefs.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Settings.module.css';

const now = (state: FiguresState) => state.now;

type Props = { brand: Brand; accepted: number; format: Format };

/** What came of the posts so far: the proof that name and source fit together, or a hint that they do not. */
export function FirstMentions({ brand, accepted, format }: Props) {
  const { say } = useWords();
  const here = useHere();
  const cells = useFrame('figures/24h', now)?.[brand.id];
  const { data, error } = useFirstMentions(brand.id, brand.query, accepted);
  const newest = data?.items ?? [];
  const mentions = cells?.['*'] ? mentionsOf(cells['*']) : 0;
  if (accepted === 0) return <p className="ink-2">{say('settings.waiting')}</p>;
  return (
    <div aria-live="polite" data-first-mentions={mentions}>
      <p>
        {say('settings.firstMentions', { count: mentions, shown: format.number(mentions), brand: brand.name })}{' '}
        <Link className="door" href={exploreLink({ range: 'all', stage: 'important' }, here.search)}>
          {say('settings.allPosts', { count: accepted, shown: format.number(accepted) })}
        </Link>
      </p>
      <ul className={css.said}>
        {newest.map((card) => (
          <li key={card.seq}>
            <span lang={card.lang}>{card.text}</span> <small>{say(`opinion.${card.opinion}`)}</small>
          </li>
        ))}
      </ul>
      {error && <p role="alert">{error.message}</p>}
      {mentions === 0 && <p className="ink-2">{say('settings.noMentions', { brand: brand.name })}</p>}
    </div>
  );
}
