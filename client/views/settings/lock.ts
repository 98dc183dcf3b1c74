/** Why what is shown cannot be saved; null: it can. */
export type Lock = 'demo' | 'viewer' | null;
