/** The kinds of things, as lists and types. Apart from `domain.ts`, so that a screen that needs a list does not load the schemas. */

/** Where people speak. One stream for all of them: an unhappy customer is not the web team's alone. */
export const channels = ['social', 'review', 'forum', 'news', 'video', 'store', 'app', 'support', 'survey'] as const;
export type Channel = (typeof channels)[number];

/** The second sort and the first sort set posts aside for one reason each, tested in this order. */
export const firstSortReasons = ['no-brand', 'excluded', 'language'] as const;
export const secondSortReasons = ['near-copy', 'spam', 'other-meaning', 'passing', 'no-opinion'] as const;
export const setAsideReasons = [...firstSortReasons, ...secondSortReasons] as const;
export type SetAsideReason = (typeof setAsideReasons)[number];

/** `set-aside`: failed the first sort. `important`: a mention that the second sort set aside. `significant`: kept by both. */
export const stages = ['set-aside', 'important', 'significant'] as const;
export type Stage = (typeof stages)[number];

export const sentimentLabels = ['negative', 'neutral', 'positive'] as const;
export type SentimentLabel = (typeof sentimentLabels)[number];
/** `unscored`: a language that is not scored yet. It is counted as a mention and in no opinion. */
export type Opinion = SentimentLabel | 'unscored';

export type Probabilities = { negative: number; neutral: number; positive: number };

/** What the writer of a message says of themselves and the product: that they want it, have it, or would like to know. */
export const stances = ['expects', 'owns', 'asks'] as const;
export type Stance = (typeof stances)[number];
