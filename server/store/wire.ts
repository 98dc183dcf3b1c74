import type { History, MentionsFilter } from './store.ts';

/** What travels between the main thread and the history thread: plain values only. */
export type HistoryMethod = Exclude<keyof History, 'close'>;
export type HistoryWorkerData = { path: string; authorKey?: Uint8Array };
/** A compiled query is a function and cannot travel: its text does, and is compiled again over there. */
export type WireQuery = { text: string };
export type WireMentionsFilter = Omit<MentionsFilter, 'query'> & { query?: WireQuery };
export type HistoryCall = { id: number; method: HistoryMethod; args: unknown[] };
export type HistoryReply = { id: number; answer: unknown } | { id: number; error: { name: string; message: string } };
