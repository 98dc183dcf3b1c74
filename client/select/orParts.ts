/** Words, phrases, brackets and commas of a query, and where each stands. */
const tokens = /"[^"]*"|[(),]|[^\s(),"]+/gu;

/**
 * The parts of a query of which each by itself finds something: what stands between its outermost ORs and commas, without the NOTs
 * that close it, which hold for all of them. One part alone, or none: there is nothing to tell apart.
 */
export function orParts(query: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  /** Where a NOT outside of all brackets began in this part. */
  let notAt: number | null = null;
  const close = (to: number) => parts.push(query.slice(from, to).trim());
  for (const { 0: token, index } of query.matchAll(tokens)) {
    if (token === '(') depth += 1;
    else if (token === ')') depth -= 1;
    else if (depth === 0 && token === 'NOT') notAt ??= index;
    else if (depth === 0 && (token === 'OR' || token === ',')) {
      close(index);
      from = index + token.length;
      notAt = null;
    }
  }
  close(notAt ?? query.length);
  return parts.filter((part) => part !== '');
}
