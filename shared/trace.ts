import type { KeptCorrection } from './correction.ts';
import type { Opinion, SetAsideReason, Stage } from './domain.ts';
import type { Probabilities, Stance } from './kinds.ts';
import type { TransformerIdentity } from './transformer.ts';

/** A stretch of the shown text (UTF-16 offsets, `to` exclusive) that a step of the pipeline used. */
export type Mark = {
  field: 'text' | 'title';
  from: number;
  to: number;
  kind: 'brand' | 'excluded' | 'theme' | 'positive' | 'negative' | 'negation' | 'turn' | 'question' | 'spam';
  /** Brand or theme id, where the kind is one of those. */
  id?: string;
  /** Signed contribution to the score, where there is one. */
  value?: number;
};

/** One summand of a score. `name` is a key the screens have words for; `because` quotes words of the text. */
export type Part = { name: string; value: number; because?: string };

/**
 * What a transformer says of the whole text: its probabilities are what counts, and no words explain them. `said` is null where
 * it has not been heard yet, or a correction by query stands in the place of what it said.
 */
export type SecondLook = {
  by: Pick<TransformerIdentity, 'name' | 'hash' | 'runtime'>;
  said: Probabilities | null;
  first: { label: Opinion; score: number };
};

/** Why a post stands where it stands. Scores are the plain sums of their parts, clamped to their range. */
export type Trace = {
  ruleSet: number;
  stage: Stage;
  reason: SetAsideReason | null;
  language: { lang: string; from: 'source' | 'stop-words' | 'model' | 'unknown' };
  /** Every brand with its query; `matched` and `excluded` quote the text. */
  brands: { id: string; query: string; matched: string[]; excluded: string[] }[];
  significance: { score: number; threshold: number; parts: Part[] };
  spam: { score: number; threshold: number; parts: Part[] };
  /** `learned`: where examples that people labelled decide; `precision` is of their cross-validation. */
  themes: { id: string; matched: string[]; learned?: { probability: number; examples: number; precision: number } }[];
  /** Where there is a second look, the parts are of what the first one said. */
  sentiment: {
    label: Opinion;
    score: number;
    parts: Part[];
    brands: { id: string; label: Opinion; score: number }[];
    secondLook?: SecondLook;
  };
  /** The post this is a near-copy of, and how many copies the original has. */
  copy: { of: { source: string; id: string } | null; copies: number };
  marks: Mark[];
  /** What people said of it, oldest first; `stage` and `reason` follow from it, everything else is the machine's. */
  corrections?: KeptCorrection[];
  /** Corrections by query that are about it, and what the machine says without them; near-copies are told in `copy`. */
  ruled?: {
    ids: string[];
    machine: { stage: Stage; reason: SetAsideReason | null; opinion: Opinion; themes: string[] };
  };
  /** Of the writer, as the words say; never counted. */
  stances: Stance[];
  /** Absent while this program, asked again, finds what was counted; else what it would find otherwise now. */
  differs?: ('stage' | 'reason' | 'lang' | 'brands' | 'themes' | 'significance' | 'spam' | 'sentiment')[];
};
