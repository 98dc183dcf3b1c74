import type { Say } from './useWords.ts';

const known = ['film', 'sale', 'stock', 'press', 'posts', 'price', 'event', 'campaign', 'store', 'talk'] as const;

/** The kind of an event as a word of the reader's language; one that people made up themselves stays as it is written. */
export function sayEventKind(kind: string, say: Say): string {
  const found = known.find((one) => one === kind.toLowerCase());
  return found ? say(`event.kind.${found}`) : kind;
}
