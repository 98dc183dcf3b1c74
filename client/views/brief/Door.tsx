import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { type ExploreState, exploreLink } from '../../select/exploreState.ts';
import { looksOf, useHere } from '../../ui/hrefs.ts';

type Props = { to: Partial<ExploreState>; children: ReactNode; className?: string; figure?: number };

/** A number, and the way to the messages behind it. `figure`: which number key opens it. */
export function Door({ to, children, className = '', figure }: Props) {
  const here = useHere();
  return (
    <Link className={`door ${className}`} href={exploreLink(to, looksOf(here))} data-figure={figure}>
      {children}
    </Link>
  );
}
