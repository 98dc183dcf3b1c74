import type { Condition, Facts, Node, Words } from './ast.ts';
import { areNear, mergeSpans, noSpans, type Spans, spansNear } from './spans.ts';

/** Where a node's words stand; asked only for nodes whose words were found, or for explanations. */
export type Finder = {
  found(words: Words): boolean;
  spans(words: Words): Spans;
  /** First token after the title. */
  fieldEnd: number;
  facts: Facts;
};

export type QueryOptions = {
  /** The keyed hash that posts carry as `author`; without it `author:` compares with the value itself. */
  hashAuthor?: (name: string) => string;
};

/** True when the node holds for the post behind `finder`. */
export function holds(node: Node, finder: Finder, options: QueryOptions): boolean {
  switch (node.kind) {
    case 'words':
      return finder.found(node);
    case 'condition':
      return conditionHolds(node, finder.facts, options);
    case 'not':
      return !holds(node.part, finder, options);
    case 'and':
      for (const part of node.parts) if (!holds(part, finder, options)) return false;
      return true;
    case 'or':
      for (const part of node.parts) if (holds(part, finder, options)) return true;
      return false;
    case 'near':
      return nearHolds(node, finder);
  }
}

function conditionHolds(condition: Condition, facts: Facts, options: QueryOptions): boolean {
  const { field, value } = condition;
  switch (field) {
    case 'lang':
    case 'channel':
    case 'country':
      return facts[field] === value;
    case 'source': {
      const source = facts.source?.toLowerCase();
      if (source === undefined) return false;
      const asked = value.toLowerCase();
      return condition.prefix ? source.startsWith(asked) : source === asked;
    }
    case 'author':
      return facts.author === (options.hashAuthor ? options.hashAuthor(value) : value);
  }
}

/** Whether `nearSpans` would find any: a post is only asked for yes or no, which needs none of the lists. */
const nearHolds = ({ left, right, distance }: Node & { kind: 'near' }, finder: Finder): boolean =>
  eachIsNear(left, right, distance, finder);

function eachIsNear(left: Node, right: Node, distance: number, finder: Finder): boolean {
  if (left.kind === 'and') {
    for (const part of left.parts) if (!eachIsNear(part, right, distance, finder)) return false;
    return true;
  }
  if (right.kind === 'and') {
    for (const part of right.parts) if (!eachIsNear(left, part, distance, finder)) return false;
    return true;
  }
  return oneIsNear(left, right, distance, finder);
}

function oneIsNear(left: Node, right: Node, distance: number, finder: Finder): boolean {
  if (left.kind === 'or') {
    for (const part of left.parts) if (oneIsNear(part, right, distance, finder)) return true;
    return false;
  }
  const spans = spansOf(left, finder);
  return spans.count > 0 && isNearOne(spans, right, distance, finder);
}

function isNearOne(spans: Spans, right: Node, distance: number, finder: Finder): boolean {
  if (right.kind === 'or') {
    for (const part of right.parts) if (isNearOne(spans, part, distance, finder)) return true;
    return false;
  }
  const others = spansOf(right, finder);
  return others.count > 0 && areNear(spans, others, distance, finder.fieldEnd);
}

/**
 * The words that take part: those left that have a partner right, and those right that have one left. A further NEAR then
 * measures from any of them. A group joined by AND is near when each of its parts is.
 */
function nearSpans(node: Node & { kind: 'near' }, finder: Finder): Spans {
  const left = partsOf(node.left);
  const right = partsOf(node.right);
  const taking: Spans[] = [];
  for (const one of left)
    for (const other of right) {
      const a = spansOf(one, finder);
      const b = a.count > 0 ? spansOf(other, finder) : noSpans;
      const near = b.count > 0 ? spansNear(a, b, node.distance, finder.fieldEnd) : noSpans;
      if (near.count === 0) return noSpans;
      taking.push(near, spansNear(b, a, node.distance, finder.fieldEnd));
    }
  return mergeSpans(taking);
}

function partsOf(node: Node): Node[] {
  return node.kind === 'and' ? node.parts.flatMap(partsOf) : [node];
}

/** Spans of everything in the node that holds; none when it does not hold. */
export function spansOf(node: Node, finder: Finder): Spans {
  switch (node.kind) {
    case 'words':
      return finder.spans(node);
    case 'condition':
    case 'not':
      return noSpans;
    case 'near':
      return nearSpans(node, finder);
    case 'or':
      return mergeSpans(node.parts.map((part) => spansOf(part, finder)));
    case 'and': {
      const parts = node.parts.map((part) => spansOf(part, finder));
      return parts.some((part) => part.count === 0) ? noSpans : mergeSpans(parts);
    }
  }
}
