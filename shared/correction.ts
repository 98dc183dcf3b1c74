import type { SentimentLabel } from './kinds.ts';

/** What a person says of a message. Without a brand: of the whole message. `null` takes earlier words back. */
export type Correction =
  | { what: 'sentiment'; brand?: string; value: SentimentLabel | null }
  | { what: 'relevant'; brand?: string; value: boolean | null }
  | { what: 'themes'; brand?: undefined; value: string[] | null };

/** As it is kept: `number` counts corrections up, over all messages. */
export type KeptCorrection = Correction & { number: number; at: number };

/**
 * The corrections that hold, oldest first: a newer one of the same kind replaces an older one of the same brand, and one of
 * the whole message those of every brand.
 */
export function standingCorrections(kept: readonly KeptCorrection[]): KeptCorrection[] {
  let standing: KeptCorrection[] = [];
  for (const one of kept) {
    standing = standing.filter(
      (older) => older.what !== one.what || (one.brand !== undefined && older.brand !== one.brand),
    );
    if (one.value !== null) standing.push(one);
  }
  return standing;
}
