import type { Doc } from '../normalize.ts';
import { type Facts, type Node, type Query, queryLimits, type Words } from './ast.ts';
import { type Finder, holds, type QueryOptions, spansOf } from './evaluate.ts';
import { addSpan, newSpans, type Spans } from './spans.ts';
import { wordsMatchAt } from './termMatches.ts';

/** A stretch of a field that a query's words matched (UTF-16, `to` exclusive). */
export type Found = { field: 'title' | 'text'; from: number; to: number; written: string };
export type Explanation = { outcome: 'matched' | 'excluded' | 'none'; matched: Found[]; excluded: Found[] };

/** Whether a query holds for a post, with the words that decided. */
export function explainQuery(doc: Doc, facts: Facts, { include, exclude }: Query, options: QueryOptions): Explanation {
  const patient = patientFinder(doc, facts);
  const included = holds(include, patient, options);
  const out = exclude !== null && holds(exclude, patient, options);
  return {
    outcome: !included ? 'none' : out ? 'excluded' : 'matched',
    matched: foundIn(doc, include, patient, options),
    excluded: exclude ? foundIn(doc, exclude, patient, options) : [],
  };
}

/** Tries every token for each words node. */
function patientFinder(doc: Doc, facts: Facts): Finder {
  const spans = (words: Words): Spans => {
    const found = newSpans();
    for (let token = 0; token < doc.count && found.count < queryLimits.nearPlaces; token++)
      if (wordsMatchAt(doc, token, words)) addSpan(found, token, token + words.terms.length);
    return found;
  };
  return { found: (words) => spans(words).count > 0, spans, fieldEnd: doc.titleCount, facts };
}

/** The words that made the parts of `node` hold: where each stretch begins, and behind its last token. */
function stretchesIn(node: Node, finder: Finder, options: QueryOptions): Map<number, number> {
  const seen = new Map<number, number>();
  const collect = (part: Node): void => {
    if (!holds(part, finder, options)) return;
    if (part.kind === 'and' || part.kind === 'or') for (const inner of part.parts) collect(inner);
    else {
      const spans = spansOf(part, finder);
      for (let k = 0; k < spans.count; k++) {
        const from = spans.from[k]!;
        seen.set(from, Math.max(seen.get(from) ?? 0, spans.to[k]!));
      }
    }
  };
  collect(node);
  return seen;
}

/** The same as stretches of the fields, each once, in reading order. */
function foundIn(doc: Doc, node: Node, finder: Finder, options: QueryOptions): Found[] {
  return [...stretchesIn(node, finder, options)]
    .sort((a, b) => a[0] - b[0])
    .map(([first, end]) => {
      const field = first < doc.titleCount ? 'title' : 'text';
      const from = doc.from[first] as number;
      const to = doc.to[end - 1] as number;
      return { field, from, to, written: doc[field].slice(from, to) };
    });
}
