import type { DemoBrand, DemoTheme, Tone } from './story.ts';

/** What invented customers say, in pieces. `{slots}` are filled at random, so that few messages are alike. */
export type Phrases = {
  products: Record<DemoBrand, readonly string[]>;
  openings: Record<Tone, readonly string[]>;
  themes: Record<DemoTheme, Record<Tone, readonly string[]>>;
  endings: readonly string[];
  /** How a message begins to say the contrary: "But". */
  turn: string;
  slots: Record<string, readonly string[]>;
  complaint: string;
  spam: readonly string[];
  news: readonly string[];
  noise: readonly string[];
};
