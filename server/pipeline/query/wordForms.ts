import type { Node, Query, Term, Words } from './ast.ts';

/**
 * A theme described by a few words means their other forms too: "delay" also "delays", "delayed", "delaying"; "cancel" also
 * "cancellation", "sad" also "sadness", "colour" also "color". Regular forms of English and French, from a folded word; a form
 * that is no word is never found, so too many cost nothing. Adverbs and doers are not among them: "smoothly" and "printer" are
 * said of other things than "smooth" and "print".
 */
const leastLetters = 4;
const vowel = /[aeiouy]/;
const doubles = /[^aeiouy][aeiou][bdfglmnprt]$/;

/** They only look as if they were made of "found", "apart", "busy" ... */
const apart = new Set(
  `foundation foundations apartment apartments department departments statement statements basement basements question
  questions affection business witness`.split(/\s+/),
);

/** What a word may be a form of, itself included. */
function bases(word: string): string[] {
  const found = [word];
  const add = (base: string) => {
    if (base.length >= leastLetters - 1 && vowel.test(base)) found.push(base);
  };
  for (const ending of ['ing', 'ed', 'es', 's', ...(apart.has(word) ? [] : ['ation', 'ations', 'ement', 'ements'])])
    if (word.endsWith(ending)) {
      const stem = word.slice(0, -ending.length);
      add(stem);
      if (ending !== 's' && ending !== 'es') add(`${stem}e`);
      if (/(.)\1$/.test(stem)) add(stem.slice(0, -1));
    }
  if (word.endsWith('ies')) add(`${word.slice(0, -3)}y`);
  if (word.endsWith('aux')) add(`${word.slice(0, -3)}al`);
  return found;
}

function formsOfBase(base: string): string[] {
  const forms = [base, `${base}s`];
  if (/(s|x|z|ch|sh|eau|eu)$/.test(base)) forms.push(`${base}es`, `${base}x`);
  if (base.endsWith('y')) forms.push(`${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`);
  if (base.endsWith('al')) forms.push(`${base.slice(0, -2)}aux`);
  const stem = base.endsWith('e') ? base.slice(0, -1) : base;
  forms.push(`${stem}ed`, `${stem}ing`);
  // French: feminine and plural, and what "-er" verbs do.
  if (base.endsWith('er')) {
    const root = base.slice(0, -2);
    forms.push(`${root}e`, `${root}es`, `${root}ent`, `${root}ee`, `${root}ees`);
  }
  if (!base.endsWith('e')) forms.push(`${base}e`, `${base}es`);
  const last = base.at(-1)!;
  if (doubles.test(base)) forms.push(`${base}${last}ed`, `${base}${last}ing`);
  return forms;
}

/** Of fewer letters "-ion" makes other words: "miss" has nothing to do with a mission. */
const lettersBeforeIon = 5;

/** What is made of a verb: "hydration" of "hydrate", "cancellation" of "cancel". */
function nounsOf(verb: string): string[] {
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
  const nouns = [`${verb}ment`, `${verb}ments`, `${stem}ation`, `${stem}ations`];
  if (/[^l]l$/.test(stem)) nouns.push(`${stem}lation`, `${stem}lations`);
  if (/[st]$/.test(stem) && stem.length >= lettersBeforeIon) nouns.push(`${stem}ion`, `${stem}ions`);
  return nouns;
}

const spellings: readonly (readonly [string, string])[] = [
  ...['e', 'ed', 'es', 'ing', 'er', 'ers', 'ation', 'ations'].map((end) => [`iz${end}`, `is${end}`] as const),
  ...['', 's', 'ed', 'ing'].map((end) => [`our${end}`, `or${end}`] as const),
  ['yze', 'yse'],
  ['ter', 'tre'],
];

/** The word as it is spelled on the other side of the Atlantic. */
function otherSpellings(word: string): string[] {
  const others: string[] = [];
  for (const [one, other] of spellings)
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      if (word.endsWith(from) && word.length > from.length + 2) others.push(word.slice(0, -from.length) + to);
  return others;
}

/** All forms of a folded word, itself first. */
export function wordForms(word: string): string[] {
  if (!/^[a-z]{3,}$/.test(word)) return [word];
  const qualities = [`${word}ness`];
  if (word.endsWith('y')) qualities.push(`${word.slice(0, -1)}iness`);
  if (word.length < leastLetters) return [word, `${word}s`, ...qualities];
  const roots = bases(word);
  const verbs = roots.filter(({ length }) => length >= leastLetters);
  const made = [...verbs.flatMap(nounsOf), ...qualities].filter((form) => !apart.has(form));
  const forms = [word, ...roots.flatMap(formsOfBase), ...made];
  return [...new Set([...forms, ...forms.flatMap(otherSpellings)])];
}

const isPlain = ({ prefix, sigil }: Term) => !prefix && sigil === 0;

/** The words of a query that is nothing but a list: no AND, NOT, NEAR and no condition; else undefined. */
function listOf({ include, exclude }: Query): Words[] | undefined {
  if (exclude !== null) return undefined;
  const parts = include.kind === 'or' ? include.parts : [include];
  const flat = parts.flatMap((part) => (part.kind === 'or' ? part.parts : [part]));
  return flat.every((part): part is Words => part.kind === 'words' && !part.exact && !part.title) ? flat : undefined;
}

const fewestWords = 3;

/** The same query with every single word's other forms beside it, where it is a plain list of at least three entries. */
export function withForms(query: Query): Query {
  const list = listOf(query);
  if (!list || list.length < fewestWords) return query;
  const known = new Set(list.filter(({ terms }) => terms.length === 1).map(({ terms }) => terms[0]!.folded));
  const added: Node[] = [];
  for (const { terms } of list) {
    const [term] = terms;
    if (terms.length !== 1 || !term || !isPlain(term)) continue;
    for (const folded of wordForms(term.folded)) {
      if (known.has(folded)) continue;
      known.add(folded);
      added.push({ kind: 'words', terms: [{ ...term, folded, written: folded }], title: false, exact: false });
    }
  }
  return added.length === 0 ? query : { include: { kind: 'or', parts: [...list, ...added] }, exclude: null };
}
