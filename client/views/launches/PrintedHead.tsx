import type { Launch } from '../../../shared/domain.ts';
import type { StatusState } from '../../../shared/protocol.ts';
import { useFrame } from '../../live/useFrame.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useNow } from '../../ui/useNow.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './LaunchPage.module.css';

const selectRuleSet = (status: StatusState) => status.history.ruleSet;

/** The address as somebody else would open it: how it looks is theirs. */
function addressWithoutLooks(href: string): string {
  const address = new URL(href);
  for (const look of ['theme', 'ui']) address.searchParams.delete(look);
  address.hash = '';
  return address.href;
}

/** What paper has to say for itself: when it was printed, in which zone, under which rules, and where the page is. */
export function PrintedHead({ launch, name }: { launch: Launch; name: string }) {
  const { say } = useWords();
  const now = useNow(1_000);
  const ruleSet = useFrame('status', selectRuleSet);
  const format = useFormat(launch.timeZone);
  return (
    <p className={css.printed}>
      {say('launches.printed', {
        name,
        moment: `${format.date(now)}, ${format.time(now)}`,
        zone: launch.timeZone,
        ruleSet: ruleSet ?? 0,
      })}{' '}
      {addressWithoutLooks(location.href)}
    </p>
  );
}
