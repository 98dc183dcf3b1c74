import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { RequestFailed } from '../history/fetchJson.ts';
import { knownZone } from '../history/useWorkspace.ts';
import { useLiveness } from '../live/useFrame.ts';
import { StateBlock } from './StateBlock.tsx';
import css from './Unread.module.css';
import { useFormat } from './useFormat.ts';
import { type Say, useWords } from './useWords.ts';
import type { WordKey } from './words/en.ts';

const againMs = 10_000;

type Props = {
  /** What cannot be read, as a sentence. */
  what: Extract<WordKey, `state.unread.${string}`>;
  error: Error;
  /** It stands in for a whole screen. */
  isPage?: boolean;
  retry: () => void;
};

/** Figures that the server does not give: which, since when, why, and what still works. Asks again by itself. */
export function Unread({ what, error, isPage = false, retry }: Props) {
  const { say } = useWords();
  const zone = knownZone(useQueryClient());
  const format = useFormat(zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const { state } = useLiveness();
  const [since] = useState(Date.now);
  const again = useRef(retry);
  again.current = retry;
  useEffect(() => {
    const timer = setInterval(() => again.current(), againMs);
    return () => clearInterval(timer);
  }, []);
  const isUp = state === 'live';
  return (
    <StateBlock
      shape="fault"
      title={isUp ? say(what) : say('state.connecting')}
      why={[
        say('state.unreadSince', {
          time: format.seconds(since),
          zone: zone ? format.city : 'none',
          why: sayWhy(error, say),
        }),
        say(isUp ? 'state.unreadWorks' : 'state.unreadDown'),
      ].join(' ')}
      isPage={isPage}
    >
      <button type="button" className="button" onClick={retry}>
        {say('state.retry')}
      </button>
      <details className={css.said}>
        <summary>{say('state.unreadSaid')}</summary>
        <p lang="en">{error.message}</p>
      </details>
    </StateBlock>
  );
}

/** The server speaks English: its reason is said in the language on screen, its own words stand behind a fold. */
function sayWhy(error: Error, say: Say): string {
  const status = error instanceof RequestFailed ? error.problem.status : undefined;
  if (status === 0) return say('state.unreachable');
  if (status === 503 || status === 429) return say('state.busy');
  return status === undefined ? say('state.brokeOff') : say('state.answered', { status });
}
