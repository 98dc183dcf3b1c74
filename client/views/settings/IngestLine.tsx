import { useState } from 'react';
import { useSession } from '../../history/useSession.ts';
import { ingestLine } from '../../select/ingestLine.ts';
import { useWords } from '../../ui/useWords.ts';
import { CopyLine } from './CopyLine.tsx';

/** The line that sends one post to this server, and where its key goes if it asks for one. */
export function IngestLine({ brand }: { brand?: string }) {
  const { say } = useWords();
  const needsKey = useSession().data?.signInNeeded ?? false;
  // It must not change under the hand that copies it.
  const [now] = useState(() => Date.now());
  return (
    <>
      <CopyLine text={ingestLine({ origin: location.origin, brand, needsKey, now })} />
      {needsKey && <small>{say('settings.doorKey')}</small>}
    </>
  );
}
