import { useLocation } from 'wouter';
import { useDemoAction } from '../../history/useSources.ts';
import { useIsLost } from '../../live/useFrame.ts';
import { hrefTo, useHere } from '../../ui/hrefs.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Settings.module.css';

/** Whose settings these are: the demo's invented ones, with the way to one's own and back. */
export function DemoNote({ isDemo, isStart }: { isDemo: boolean; isStart: boolean }) {
  const { say } = useWords();
  const here = useHere();
  const [, navigate] = useLocation();
  const act = useDemoAction();
  const isLost = useIsLost();
  // The first steps say themselves that this is the demo, and lead out of it.
  if (isDemo === isStart) return null;
  return (
    <div className={css.strip}>
      <p>{say(isDemo ? 'settings.demoHere' : 'settings.demoBeside')}</p>
      {isDemo ? (
        <button
          type="button"
          className="button primary"
          disabled={act.isPending || isLost}
          onClick={() => act.mutate('leave', { onSuccess: () => navigate(hrefTo(here, '/settings/start')) })}
        >
          {say('settings.startOwn')}
        </button>
      ) : (
        <>
          <button
            type="button"
            className="button"
            disabled={act.isPending || isLost}
            onClick={() => act.mutate('open')}
          >
            {say('settings.backToDemo')}
          </button>
          <button
            type="button"
            className="button"
            disabled={act.isPending || isLost}
            onClick={() => act.mutate('remove')}
          >
            {say('settings.removeDemo')}
          </button>
        </>
      )}
      {act.error && <p role="alert">{act.error.message}</p>}
      {act.isSuccess && act.variables === 'remove' && <p role="status">{say('settings.demoRemoved')}</p>}
    </div>
  );
}
