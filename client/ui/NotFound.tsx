import { Link } from 'wouter';
import { hrefTo, useHere } from './hrefs.ts';
import { StateBlock } from './StateBlock.tsx';
import { useWords } from './useWords.ts';

export function NotFound() {
  const { say } = useWords();
  const here = useHere();
  return (
    <StateBlock shape="lost" title={say('state.notFound')} why={say('state.notFoundWhy', { path: here.path })}>
      <Link className="button" href={hrefTo(here, '/')}>
        {say('state.home')}
      </Link>
    </StateBlock>
  );
}
