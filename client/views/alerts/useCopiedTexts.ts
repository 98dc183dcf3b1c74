import type { UseQueryResult } from '@tanstack/react-query';
import type { Alert, Autopsy } from '../../../shared/alerts.ts';
import type { CopiesAnswer } from '../../../shared/protocol.ts';
import { useCopies } from '../../history/useCopies.ts';

const most = 8;

/** The most copied texts of an alert's own time. */
export function useCopiedTexts(
  { brand }: Pick<Alert, 'brand'>,
  { from, to }: Pick<Autopsy, 'from' | 'to'>,
  data: string,
): UseQueryResult<CopiesAnswer> {
  return useCopies({ from, to }, brand === undefined ? [] : [brand], data, most);
}
