import { z } from 'zod';
import { fault } from './fault.ts';

/** What names an item of the workspace: it stands in addresses and in packed columns. */
export const id = z
  .string()
  .min(1)
  .max(80)
  .refine(
    // An empty one is said to be empty, and that is enough.
    (text) => text === '' || /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(text),
    fault('bad-id', 'letters, digits, dot, dash and underscore only'),
  );
