import type { DeliveryReason } from '../../../shared/receivers.ts';
import type { Say } from '../../ui/useWords.ts';

/** Why a message did not arrive, or not at once; '' where there is no reason. */
export function sayReason(say: Say, reason: DeliveryReason | undefined): string {
  return reason === undefined ? '' : say(`reason.${reason.code}`, { detail: reason.detail ?? '' });
}
