import { Link, useLocation, useSearch } from 'wouter';
import { hrefTo } from './hrefs.ts';
import { StateBlock } from './StateBlock.tsx';
import { useWords } from './useWords.ts';

export function NotFound() {
  const { say } = useWords();
  const [path] = useLocation();
  const search = useSearch();
  return (
    <StateBlock shape="lost" title={say('state.notFound')} why={say('state.notFoundWhy', { path })}>
      <Link className="button" href={hrefTo('/', search)}>
        {say('state.home')}
      </Link>
    </StateBlock>
  );
}
