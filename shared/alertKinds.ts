/** Kinds and states of alerts as lists, apart from `alerts.ts`: a screen that needs a list does not load the schemas. */

/**
 * What can stand out. `volume`: distinct texts. `complaints`: distinct negative ones. The three shares: negative of
 * all mentions, net sentiment (negative of all opinions), a theme's mentions of its brand's. `term`: a word suddenly talked
 * about. `copies`: mentions that repeat a text. `silent-source`: nothing comes where something always did.
 */
export const alertKinds = [
  'volume',
  'complaints',
  'negative-share',
  'net-sentiment',
  'theme-share',
  'term',
  'copies',
  'silent-source',
] as const;
export type AlertKind = (typeof alertKinds)[number];

export const alertStates = ['open', 'acknowledged', 'snoozed', 'resolved'] as const;
export type AlertState = (typeof alertStates)[number];
