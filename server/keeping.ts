import type { Keeping } from './store/store.ts';

/** Texts for 400 days, what failed the first sort for a week, ids longer than any text. */
export const keeping: Keeping = { textDays: 400, setAsideDays: 7, idDays: 800 };
