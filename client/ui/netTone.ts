import { isGrey, type NetSentiment } from '../../shared/uncertainty.ts';

/** The class of a figure of net sentiment: grey wherever its interval holds zero or few opinions stand behind it. */
export const netTone = (net: NetSentiment | null): string =>
  !net || isGrey(net) ? 'ink-3' : net.net > 0 ? 'positive' : 'negative';
