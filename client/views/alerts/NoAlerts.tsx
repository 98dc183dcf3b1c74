import { Link } from 'wouter';
import type { FiguresState } from '../../../shared/protocol.ts';
import { useFrame } from '../../live/useFrame.ts';
import { hrefTo, useHere } from '../../ui/hrefs.ts';
import { StateBlock } from '../../ui/StateBlock.tsx';
import { useNow } from '../../ui/useNow.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Alerts.module.css';
import { sayWatched } from './sayWatched.ts';
import type { AlertsPage } from './useAlertsPage.ts';

const selectKnownFrom = (state: FiguresState) => state.knownFrom;
/** Until this much was heard, nobody knows what is usual. */
const knownAfterMs = 3 * 86_400_000;

type Props = {
  page: AlertsPage;
  /** Since when nothing is heard of the server, epoch ms; null: it is. */
  lostSince: number | null;
};

/** Nothing yet is an answer too: since when somebody listens, and to what. */
export function NoAlerts({ page: { workspace, format }, lostSince }: Props) {
  const { say } = useWords();
  const here = useHere();
  const now = useNow(60_000);
  const knownFrom = useFrame('figures/24h', selectKnownFrom) ?? 0;
  const since =
    knownFrom === 0
      ? say('alerts.notHeard')
      : say(now - knownFrom < knownAfterMs ? 'alerts.heardFew' : 'alerts.heardSince', {
          moment: format.moment(knownFrom),
        });
  if (lostSince !== null)
    return (
      <div className={css.lastHeard}>
        <StateBlock
          shape="lost"
          title={say('alerts.noneHeard', { moment: format.moment(lostSince) })}
          why={say('alerts.noneHeardWhy')}
          isPage
        >
          <Link className="button" href={hrefTo(here, '/settings/alerts')}>
            {say('alerts.seeRules')}
          </Link>
        </StateBlock>
      </div>
    );
  return (
    <StateBlock shape="lost" title={say('alerts.none')} why={`${since} ${sayWatched(workspace, say)}`} frame="rows">
      {workspace?.brands.length === 0 && (
        <Link className="button primary" href={hrefTo(here, '/settings/start')}>
          {say('state.nameBrand')}
        </Link>
      )}
      <Link className="button" href={hrefTo(here, '/settings/alerts')}>
        {say('alerts.seeRules')}
      </Link>
    </StateBlock>
  );
}
