import { dayMs } from './rollup.ts';

/** What is looked at of an outside series around T0. */
export const signalsAround = { beforeMs: 14 * dayMs, afterMs: 42 * dayMs };

export const buzzKinds = ['mentions', 'net'] as const;
export type BuzzKind = (typeof buzzKinds)[number];
