import { Link } from 'wouter';
import { useDemoAction } from '../history/useSources.ts';
import { hrefTo, useHere } from './hrefs.ts';
import { useWords } from './useWords.ts';

/** The two ways on before a brand is named: name one, or look at the demo. */
export function FirstWays() {
  const { say } = useWords();
  const here = useHere();
  const demo = useDemoAction();
  return (
    <>
      <Link className="button primary" href={hrefTo(here, '/settings/start')}>
        {say('state.nameBrand')}
      </Link>
      <button type="button" className="button" disabled={demo.isPending} onClick={() => demo.mutate('open')}>
        {say('settings.openDemo')}
      </button>
      {demo.error && <p role="alert">{demo.error.message}</p>}
    </>
  );
}
