import type { Opinion, Sentiment, SetAsideReason, Stage } from '../../shared/domain.ts';

/** What `analyze` returns for one post: the part that is stored and counted. Its reasons come from `explain`. */
export type Analysis = {
  stage: Stage;
  /** null exactly when the stage is `significant`. */
  reason: SetAsideReason | null;
  /** ISO 639-1, or '' when unknown. */
  lang: string;
  /** Brands that matched, strongest first; empty exactly when the first sort set the post aside. */
  brands: readonly { readonly id: string; readonly opinion: Opinion; readonly score: number }[];
  /** Brands whose words matched but whose NOT excluded the post. */
  excludedFrom: readonly string[];
  themes: readonly { readonly id: string; readonly opinion?: Opinion }[];
  /** Launches of these brands whose product query holds, in the order of the workspace; absent where there is none. */
  launches?: readonly string[];
  /** Both 0..1. */
  significance: number;
  spam: number;
  /** Of the whole text. */
  sentiment: Sentiment;
  /** Commit number of the original when this is a near-copy. */
  copyOf?: number;
};
