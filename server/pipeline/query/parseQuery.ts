import { channels } from '../../../shared/domain.ts';
import { asksForSomething, type ConditionField, type Node, type Query, queryLimits } from './ast.ts';
import { type Fault, nearestWord, type Warning } from './faults.ts';
import { type Lexeme, lexQuery } from './lexQuery.ts';
import { readTerms } from './readTerms.ts';

export type Parsed =
  | { ok: true; query: Query; warnings: Warning[] }
  | { ok: false; faults: Fault[]; warnings: Warning[] };

/** Where a word stands: inside title:, exact:, or a condition's brackets. */
type Context = { title: boolean; exact: boolean; field?: ConditionField };

/** comma list -> OR list -> AND list, kept apart until the closing NOTs are taken off. */
type List = Node[][][];

class TooMuch extends Error {}

/** Reads a query. All faults that can be told apart are named at once. */
export function parseQuery(text: string): Parsed {
  const faults: Fault[] = [];
  const warnings: Warning[] = [];
  const lexemes = joinLines(lexQuery(text, faults));
  let next = 0;
  let terms = 0;
  /** NOTs in brackets of their own never close the query. */
  const bracketed = new Set<Node>();

  const fault = (
    at: { position: number; length: number },
    code: Fault['code'],
    message: string,
    suggestion?: string,
  ) => {
    faults.push({ position: at.position, length: at.length, code, message, ...(suggestion ? { suggestion } : {}) });
  };
  const endOfText = { position: text.length, length: 0 };

  function giveUp(at: Lexeme, code: 'too-deep' | 'too-big', message: string): never {
    fault(at, code, message);
    throw new TooMuch();
  }

  function parseList(context: Context, depth: number): List {
    const list: List = [[[]]];
    for (;;) {
      const lexeme = lexemes[next];
      if (!lexeme || (lexeme.kind === ')' && depth > 0)) return list;
      const ors = list.at(-1) as Node[][];
      const ands = ors.at(-1) as Node[];
      if (lexeme.kind === ')') {
        fault(lexeme, 'close-parenthesis', 'this ) closes nothing');
        next++;
      } else if (lexeme.kind === 'comma') {
        next++;
        list.push([[]]);
      } else if (lexeme.kind === 'or') {
        next++;
        const sound = hasBefore(lexeme) && hasAfter(lexeme);
        if (sound) ors.push([]);
      } else if (lexeme.kind === 'and') {
        next++;
        if (hasBefore(lexeme)) hasAfter(lexeme);
      } else {
        const node = parseNear(context, depth);
        if (node) {
          const first = ands[0];
          if (ands.length === 1 && first?.kind === 'not' && first.part.kind === 'words' && node.kind === 'words')
            warnOfLooseNot(lexeme);
          ands.push(node);
        }
      }
    }
  }

  function warnOfLooseNot(at: Lexeme) {
    if (lexemes[next - 2]?.kind === 'and') return;
    const message = `${nameOf(at)} stands outside the NOT, which takes only the next word, phrase or group`;
    warnings.push({ position: at.position, length: at.length, code: 'not-one-word', message });
  }

  const startsOperand = (lexeme: Lexeme | undefined) =>
    lexeme !== undefined && ['(', 'not', 'field', 'word', 'phrase'].includes(lexeme.kind);

  function hasBefore(operator: Lexeme): boolean {
    // The operator was just read: it is the one before `next`.
    const before = lexemes[next - 2];
    if (before && (before.kind === ')' || before.kind === 'word' || before.kind === 'phrase')) return true;
    fault(operator, 'nothing-before', `${nameOf(operator)} has nothing before it`);
    return false;
  }

  function hasAfter(operator: Lexeme): boolean {
    if (startsOperand(lexemes[next])) return true;
    fault(operator, 'nothing-after', `${nameOf(operator)} has nothing after it`);
    return false;
  }

  const nameOf = (lexeme: Lexeme) => text.slice(lexeme.position, lexeme.position + lexeme.length);

  function parseNear(context: Context, depth: number): Node | null {
    const start = lexemes[next] as Lexeme;
    let left = start.kind === 'near' ? null : parseNot(context, depth);
    let operator = lexemes[next];
    while (operator?.kind === 'near') {
      next++;
      const distance = distanceOf(operator);
      const sound = hasBefore(operator) && hasAfter(operator);
      const right = sound ? parseNot(context, depth) : null;
      if (left && right) {
        for (const side of [left, right]) {
          const wrong = notForNear(side);
          if (wrong) fault(operator, 'near-operand', `NEAR takes words, phrases and groups of them, not ${wrong}`);
        }
        left = { kind: 'near', distance, left, right };
        const size = nearSize(left);
        if (size.words > queryLimits.nearWords || size.chain > queryLimits.nearChain)
          giveUp(
            operator,
            'too-big',
            `a NEAR takes ${queryLimits.nearWords} words and ${queryLimits.nearChain} NEARs in a row at most`,
          );
      } else left = right;
      operator = lexemes[next];
    }
    return left;
  }

  function distanceOf(operator: Lexeme & { kind: 'near' }): number {
    const distance = /^\d{1,4}$/.test(operator.distance) ? Number(operator.distance) : 0;
    if (distance >= queryLimits.nearest && distance <= queryLimits.farthest) return distance;
    const message = `NEAR needs a number of words from ${queryLimits.nearest} to ${queryLimits.farthest}`;
    fault(operator, 'near-number', message, 'NEAR/5');
    return queryLimits.nearest;
  }

  function parseNot(context: Context, depth: number): Node | null {
    const lexeme = lexemes[next] as Lexeme;
    if (depth > queryLimits.depth)
      giveUp(lexeme, 'too-deep', `brackets and NOTs may be ${queryLimits.depth} deep at most`);
    if (lexeme.kind !== 'not') return parsePrimary(context, depth);
    next++;
    if (!hasAfter(lexeme)) return null;
    const part = parseNot(context, depth + 1);
    if (!part) return null;
    return part.kind === 'not' ? part.part : { kind: 'not', part };
  }

  function parsePrimary(context: Context, depth: number): Node | null {
    const lexeme = lexemes[next] as Lexeme;
    next++;
    if (lexeme.kind === '(') return parseGroup(lexeme, context, depth);
    if (lexeme.kind === 'field') return parseField(lexeme, context, depth);
    if (lexeme.kind !== 'word' && lexeme.kind !== 'phrase') return null;
    if (++terms > queryLimits.terms) giveUp(lexeme, 'too-big', `at most ${queryLimits.terms} words in a query`);
    return context.field ? readCondition(lexeme, context.field) : readWords(lexeme, context);
  }

  function parseGroup(open: Lexeme, context: Context, depth: number): Node | null {
    if (depth >= queryLimits.depth)
      giveUp(open, 'too-deep', `brackets and NOTs may be ${queryLimits.depth} deep at most`);
    const inside = parseList(context, depth + 1);
    const close = lexemes[next];
    if (close?.kind === ')') next++;
    else {
      const { position } = open;
      const rest = { position, length: text.length - position };
      fault(rest, 'open-parenthesis', 'this ( is never closed', closed(text.slice(position)));
    }
    const node = collapse(inside);
    if (node?.kind === 'not') bracketed.add(node);
    if (!node && close && lexemes[next - 2] === open)
      fault(open, 'empty-parentheses', 'there is nothing in these brackets');
    return node;
  }

  function parseField(field: Lexeme & { kind: 'field' }, context: Context, depth: number): Node | null {
    const value = lexemes[next];
    if (!value || !['(', 'field', 'word', 'phrase'].includes(value.kind)) {
      fault(field, 'field-without-value', `${field.name}: has no value`);
      return null;
    }
    if (depth > queryLimits.depth)
      giveUp(field, 'too-deep', `brackets and NOTs may be ${queryLimits.depth} deep at most`);
    if (field.name === 'title') return parsePrimary({ ...context, title: true }, depth + 1);
    if (field.name === 'exact') return parsePrimary({ ...context, exact: true }, depth + 1);
    return parsePrimary({ ...context, field: field.name }, depth + 1);
  }

  function readCondition(lexeme: Lexeme & { kind: 'word' | 'phrase' }, field: ConditionField): Node | null {
    const written = lexeme.text.trim();
    const prefix = lexeme.kind === 'word' && field === 'source' && written.endsWith('*');
    let value = prefix ? written.slice(0, -1) : written;
    if (field === 'lang') value = value.toLowerCase();
    if (field === 'channel') value = value.toLowerCase();
    if (field === 'country') value = value.toUpperCase();
    if (field === 'author') value = value.replace(/^@/, '');
    if (value === '') {
      fault(lexeme, 'field-without-value', `${field}: has no value`);
      return null;
    }
    if (field === 'channel' && !channels.some((channel) => channel === value))
      fault(
        lexeme,
        'unknown-value',
        `no channel ${value}: there are ${channels.join(', ')}`,
        nearestWord(value, channels),
      );
    if (field === 'lang' && !/^[a-z]{2,3}$/.test(value))
      fault(lexeme, 'unknown-value', 'a language is written with two letters, such as fr', twoLetters(value, 'lang'));
    if (field === 'country' && !/^[A-Z]{2}$/.test(value))
      fault(lexeme, 'unknown-value', 'a country is written with two letters, such as FR', twoLetters(value, 'country'));
    return { kind: 'condition', field, value, prefix };
  }

  function readWords(lexeme: Lexeme & { kind: 'word' | 'phrase' }, context: Context): Node | null {
    const known = faults.length;
    const quoted = lexeme.kind === 'phrase';
    if (!quoted && /^[-\u2212\u2013!]+[^\s]/.test(lexeme.text)) {
      const rest = lexeme.text.replace(/^[-\u2212\u2013!]+/, '');
      fault(lexeme, 'minus', 'to exclude a word write NOT before it', `NOT ${rest}`);
      return null;
    }
    const read = readTerms(lexeme.text, lexeme.position + (quoted ? 1 : 0), faults, warnings);
    terms += Math.max(0, read.length - 1);
    if (terms > queryLimits.terms) giveUp(lexeme, 'too-big', `at most ${queryLimits.terms} words in a query`);
    if (read.length === 0) {
      if (faults.length > known) return null;
      if (quoted && lexeme.text.trim() === '') fault(lexeme, 'empty-quotes', 'there is nothing in these quotes');
      else fault(lexeme, 'no-word', 'there is no word in this to search for', operatorFor[lexeme.text]);
      return null;
    }
    if (!quoted) hintAtOperator(lexeme);
    return { kind: 'words', terms: read, title: context.title, exact: context.exact };
  }

  function hintAtOperator(lexeme: Lexeme & { kind: 'word' | 'phrase' }) {
    if (!/^(and|or|not|near\/\d+)$/i.test(lexeme.text)) return;
    const capitals = lexeme.text.toUpperCase();
    const message = `"${lexeme.text}" is searched for as a word; the operator is written ${capitals}`;
    const place = { position: lexeme.position, length: lexeme.length };
    warnings.push({ ...place, code: 'lower-case-operator', message, suggestion: capitals });
  }

  const failed = (): Parsed => ({
    ok: false,
    faults: faults.sort((a, b) => a.position - b.position).slice(0, queryLimits.faults),
    warnings,
  });
  let list: List;
  try {
    list = parseList({ title: false, exact: false }, 0);
  } catch (error) {
    if (error instanceof TooMuch) return failed();
    throw error;
  }
  if (faults.length > 0) return failed();
  if (lexemes.every((lexeme) => lexeme.kind === 'comma')) {
    fault(endOfText, 'empty', 'the query is empty');
    return failed();
  }
  const excluded = takeClosingNots(list, bracketed);
  let include = collapse(list);
  if (include?.kind === 'and') {
    // "NOT b a" excludes as "a NOT b" does.
    const wanted: Node[] = [];
    for (const part of include.parts) {
      if (part.kind === 'not') excluded.push(part.part);
      else wanted.push(part);
    }
    include = wanted.length > 1 ? { kind: 'and', parts: wanted } : (wanted[0] ?? null);
  }
  if (!include || !asksForSomething(include)) {
    const not = lexemes.find((lexeme) => lexeme.kind === 'not') ?? endOfText;
    const message = 'the query only says what it does not want: nearly every post would match';
    fault(not, 'only-not', message, 'put what you want first and NOT at the end');
    return failed();
  }
  const exclude: Node | null = excluded.length > 1 ? { kind: 'or', parts: excluded } : (excluded[0] ?? null);
  return { ok: true, query: { include, exclude }, warnings };
}

const operatorFor: Record<string, string> = { '&': 'AND', '&&': 'AND', '+': 'AND', '|': 'OR', '||': 'OR', '/': 'OR' };

function twoLetters(value: string, kind: 'lang' | 'country'): string | undefined {
  const short = value.slice(0, 2);
  if (!/^[a-z]{2}$/i.test(short) || !/^[a-z]{2}[-_]/i.test(value)) return undefined;
  return kind === 'lang' ? short.toLowerCase() : short.toUpperCase();
}

/** A line break beside an operator or inside an opening bracket only wraps the line. */
function joinLines(lexemes: Lexeme[]): Lexeme[] {
  const wraps = (lexeme: Lexeme | undefined) =>
    lexeme !== undefined && (lexeme.kind === 'and' || lexeme.kind === 'or' || lexeme.kind === 'near');
  const joined: Lexeme[] = [];
  for (let at = 0; at < lexemes.length; at++) {
    const lexeme = lexemes[at] as Lexeme;
    if (lexeme.kind === 'comma' && lexeme.line) {
      let after = at;
      while (lexemes[after]?.kind === 'comma' && (lexemes[after] as { line?: boolean }).line) after++;
      const before = joined.at(-1);
      const nextOne = lexemes[after];
      if (wraps(before) || wraps(nextOne) || before?.kind === 'not' || before?.kind === 'field') continue;
    }
    joined.push(lexeme);
  }
  return joined;
}

/** Takes the NOTs that close the whole query off the list, over line breaks, and returns what they exclude. */
function takeClosingNots(list: List, bracketed: ReadonlySet<Node>): Node[] {
  const excluded: Node[] = [];
  for (;;) {
    const ors = list.at(-1);
    const ands = ors?.at(-1);
    const last = ands?.at(-1);
    if (!ors || !ands) return excluded.reverse();
    if (last?.kind === 'not' && !bracketed.has(last)) {
      excluded.push(last.part);
      ands.pop();
    } else if (last) return excluded.reverse();
    if (ands.length === 0) {
      ors.pop();
      if (ors.length === 0) list.pop();
    }
  }
}

function collapse(list: List): Node | null {
  const parts = list.map((ors) => joined('or', compact(ors.map((ands) => joined('and', ands)))));
  return joined('or', compact(parts));
}

const compact = (nodes: (Node | null)[]) => nodes.filter((node) => node !== null);

/** ORs within ORs become one; ANDs stay apart, because a NOT in brackets belongs to its own part. */
function joined(kind: 'and' | 'or', nodes: Node[]): Node | null {
  const parts = kind === 'or' ? nodes.flatMap((node) => (node.kind === 'or' ? node.parts : [node])) : nodes;
  return parts.length > 1 ? { kind, parts } : (parts[0] ?? null);
}

function nearSize(node: Node): { words: number; chain: number } {
  if (node.kind === 'words') return { words: 1, chain: 0 };
  if (node.kind === 'condition') return { words: 0, chain: 0 };
  const parts = node.kind === 'near' ? [node.left, node.right] : node.kind === 'not' ? [node.part] : node.parts;
  const sizes = parts.map(nearSize);
  return {
    words: sizes.reduce((sum, size) => sum + size.words, 0),
    chain: Math.max(...sizes.map((size) => size.chain)) + (node.kind === 'near' ? 1 : 0),
  };
}

function notForNear(node: Node): string | null {
  if (node.kind === 'not') return 'NOT';
  if (node.kind === 'condition') return `${node.field}:`;
  if (node.kind === 'words') return null;
  const parts = node.kind === 'near' ? [node.left, node.right] : node.parts;
  for (const part of parts) {
    const wrong = notForNear(part);
    if (wrong) return wrong;
  }
  return null;
}

/** With its last bracket closed, and without an operator that waits for more; nothing where nothing stands in the bracket. */
function closed(text: string): string | undefined {
  let begun = text.trimEnd();
  for (let before = ''; before !== begun; ) {
    before = begun;
    begun = begun.replace(/(?:\s(?:AND|OR|NOT|NEAR(?:\/\d+)?)|,)$/, '').trimEnd();
  }
  return begun.endsWith('(') ? undefined : `${begun})`;
}
