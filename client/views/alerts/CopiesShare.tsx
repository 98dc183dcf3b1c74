import type { Alert, Autopsy } from '../../../shared/alerts.ts';
import { copiesAmong } from '../../select/copiesAmong.ts';
import { useWords } from '../../ui/useWords.ts';
import type { AlertsPage } from './useAlertsPage.ts';
import { useCopiedTexts } from './useCopiedTexts.ts';

/** How much of all that was said are copies, and how many of those come from the few texts that are listed. */
export function CopiesShare({ alert, autopsy, page }: { alert: Alert; autopsy: Autopsy; page: AlertsPage }) {
  const { say } = useWords();
  const { format, data } = page;
  const items = useCopiedTexts(alert, autopsy, data).data?.items ?? [];
  const copies = alert.current.value;
  if (copies <= 0 || autopsy.value < copies) return say('autopsy.nature.copies');
  const listed = copiesAmong(items, autopsy.from, autopsy.to);
  return say('autopsy.copiesShare', {
    share: format.percent(copies / autopsy.value),
    whole: format.number(autopsy.value),
    texts: items.length,
    listed: format.percent(Math.min(1, listed / copies)),
  });
}
