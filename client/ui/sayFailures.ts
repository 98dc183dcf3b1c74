import { createIntl } from 'react-intl';
import type { FailureSentences } from '../history/fetchJson.ts';
import { failuresFr, statusFr } from './failures.fr.ts';

const messages: Record<string, string> = failuresFr;
const intl = createIntl({ locale: 'fr', messages });

/** What the server refuses, in French. A sentence that needs values is said only where there are some. */
export const frenchFailures: FailureSentences = {
  say(code, values) {
    const withValues = `${code}+`;
    if (values && withValues in messages) return intl.formatMessage({ id: withValues }, values);
    return code in messages ? intl.formatMessage({ id: code }) : undefined;
  },
  ofStatus: (status) => statusFr[status],
};
