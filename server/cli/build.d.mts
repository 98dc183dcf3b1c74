export type Half = 'server' | 'client';
/** The content of everything that a bundle is made of, as a short hash. */
export function sourceStamp(half: Half): string;
/** Bundles what changed since it was last built; processes that find a build going on wait for it. */
export function buildIfStale(wanted?: readonly Half[]): Promise<void>;
/** Bundles the client for production into a folder. */
export function buildClient(outDir: string): Promise<void>;
/** Whether a bundle is missing or made of something else than what stands here. */
export function isStale(half: Half): boolean;
/** Runs `work` while no other process does what the same lock guards; a lock whose holder ended is taken over. */
export function withLock<Result>(work: () => Promise<Result>, lock?: string): Promise<Result>;
