import { z } from 'zod';

/** What names an item of the workspace: it stands in addresses and in packed columns. */
export const id = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, 'letters, digits, dot, dash and underscore only');
