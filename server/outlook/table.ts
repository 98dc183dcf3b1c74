/** A launch as the outlook reads it. `outcome` null: still to come. A column that is not there is not known. */
export type OutlookRow = { name: string; outcome: number | null; columns: Readonly<Record<string, number>> };

/** A past launch: its outcome is known. */
export type PastRow = OutlookRow & { outcome: number };

/** What the outcome is. `auto`: a share where all lie in 0..1, else a number. `percent`: a share times a hundred. */
export const outcomeKinds = ['auto', 'number', 'share', 'percent'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

export const isPast = (row: OutlookRow): row is PastRow => row.outcome !== null;
