import type { Channel } from '../../../shared/domain.ts';

/** One token that a query asks for, in the spelling that `normalize` gives it. */
export type Term = {
  folded: string;
  /** Written with a `*`: every word that begins so. */
  prefix: boolean;
  /** A bit of `tokenFlags`; 0: with or without a sigil. */
  sigil: number;
  /** As typed, without the sigil: what `exact:` compares. */
  written: string;
  /** What stood between the term before and this one, white space as one space: also compared by `exact:`. */
  before: string;
};

/** A word (one term) or a phrase. */
export type Words = { kind: 'words'; terms: Term[]; title: boolean; exact: boolean };

export const conditionFields = ['lang', 'channel', 'country', 'source', 'author'] as const;
export type ConditionField = (typeof conditionFields)[number];
export type Condition = { kind: 'condition'; field: ConditionField; value: string; prefix: boolean };

export type Node =
  | Words
  | Condition
  | { kind: 'and'; parts: Node[] }
  | { kind: 'or'; parts: Node[] }
  | { kind: 'not'; part: Node }
  /** At most `distance` tokens further, in either order; neighbours are 1 apart. */
  | { kind: 'near'; distance: number; left: Node; right: Node };

/** What a query takes in, and what its closing NOTs exclude. */
export type Query = { include: Node; exclude: Node | null };

/** The facts of a post that conditions ask about. `author` is already a keyed hash. */
export type Facts = { lang?: string; channel?: Channel; country?: string; source?: string; author?: string };

/**
 * Never so deep that evaluating could exhaust the stack, never so long that a hostile post takes noticeable time.
 * `nearWords` and `nearChain` bound one NEAR with its groups and the NEARs within it; `nearPlaces` is how many places of a
 * word in one post NEAR looks at.
 */
export const queryLimits = {
  depth: 40,
  terms: 2_000,
  nearest: 1,
  farthest: 100,
  nearWords: 200,
  nearChain: 8,
  nearPlaces: 200,
  faults: 20,
} as const;

/** True where the node can only hold if some word of the text matched, or some condition did. */
export function asksForSomething(node: Node): boolean {
  switch (node.kind) {
    case 'words':
    case 'condition':
    case 'near':
      return true;
    case 'not':
      return false;
    case 'and':
      return node.parts.some(asksForSomething);
    case 'or':
      return node.parts.every(asksForSomething);
  }
}
