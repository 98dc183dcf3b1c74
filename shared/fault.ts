/** What a sentence about a refusal says in particular: ids, limits. Screens put it into a sentence of their own language. */
export type FaultValues = Record<string, string | number>;

/**
 * What a check of a schema says of what it refuses, for `refine` and `addIssue`: a sentence, and a stable code (with what the
 * sentence says in particular) by which a screen can say it in another language.
 */
export const fault = (code: string, message: string, values?: FaultValues) => ({
  message,
  params: { fault: code, ...(values ? { values } : {}) },
});
