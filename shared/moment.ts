import { z } from 'zod';

/** Epoch milliseconds, or ISO 8601 with an offset. */
export const moment = z.union([
  z.number().int().min(0).max(8.64e15),
  z.iso.datetime({ offset: true }).transform((iso) => Date.parse(iso)),
]);
