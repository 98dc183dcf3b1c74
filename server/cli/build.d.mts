export type Built = { id: string; version: string; builtAt: number };
/** The content of everything that the bundles are made of, as a short hash: also the build id. */
export function sourceStamp(): string;
/** Builds when the sources changed since the last build; processes that find a build going on wait for it. */
export function buildIfStale(): Promise<Built>;
