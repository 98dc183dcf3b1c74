/**
 * Inflected forms of French words, written with or without accents as the lemma is. Meant for look-up after folding, where
 * "é", "è" and "e" are one letter: changes of accent ("gère", "espère") need no rule.
 */

/** Words in -al that take an s. */
const plainPlurals = new Set(['banal', 'bancal', 'fatal', 'glacial', 'régal', 'festival']);
/** Adjectives in -et that do not double the t. */
const singleT = /(?:pl|qui|scr|cr|ncr|su)et$/;

function pluralOf(singular: string): string {
  if (/[sxz]$/.test(singular)) return singular;
  if (/eau$/.test(singular)) return `${singular}x`;
  if (/al$/.test(singular) && !plainPlurals.has(singular)) return `${singular.slice(0, -1)}ux`;
  return `${singular}s`;
}

function feminineOf(masculine: string): string {
  if (/e$/.test(masculine)) return masculine;
  if (/eux$/.test(masculine)) return masculine.replace(/x$/, 'se');
  if (/eur$/.test(masculine)) return masculine.replace(/r$/, 'se');
  if (/f$/.test(masculine)) return masculine.replace(/f$/, 've');
  if (/(?:el|eil|ul|ien|on)$/.test(masculine)) return `${masculine}${masculine.at(-1)}e`;
  if (/et$/.test(masculine) && !singleT.test(masculine)) return `${masculine}te`;
  return `${masculine}e`;
}

/** "heureux", or with its feminine where no rule gives it: "doux/douce". */
export function adjectiveForms(lemma: string): string[] {
  const [masculine = '', feminine = feminineOf(masculine)] = lemma.split('/');
  return [masculine, feminine, pluralOf(masculine), pluralOf(feminine)];
}

export function nounForms(lemma: string): string[] {
  return [lemma, pluralOf(lemma)];
}

/** Without the rare "nous" and "vous" of imperfect, conditional and subjunctive. */
const imperfectEndings = ['ais', 'ait', 'aient'];
const futureEndings = ['ai', 'as', 'a', 'ons', 'ez', 'ont', 'ais', 'ait', 'aient'];

function formsInEr(infinitive: string): string[] {
  const stem = infinitive.slice(0, -2);
  // "mangeons", "dérangeait"; a cedilla folds away.
  const soft = stem.endsWith('g') ? `${stem}e` : stem;
  // "ennuie" beside "ennuyons".
  const silent = stem.endsWith('y') ? [stem, `${stem.slice(0, -1)}i`] : [stem];
  return [
    infinitive,
    ...silent.flatMap((own) => ['e', 'es', 'ent', ...futureEndings.map((end) => `er${end}`)].map((end) => own + end)),
    ...['ez', 'ee', 'ees', 'erent'].map((end) => stem + end),
    ...['ons', 'ant', 'a', 'ais', 'ait', 'aient'].map((end) => soft + end),
  ];
}

function formsInIr(infinitive: string): string[] {
  const stem = infinitive.slice(0, -1);
  return [
    ...['s', 't', 'ssons', 'ssez', 'ssent', 'sse', 'sses', 'ssant', 'rent'].map((end) => stem + end),
    ...imperfectEndings.map((end) => `${stem}ss${end}`),
    infinitive,
    ...futureEndings.map((end) => infinitive + end),
    ...adjectiveForms(stem),
  ];
}

/** The five stems of an irregular verb: "craindre|crain|craign|craign|craindr|craint" (je, ils, nous, future, participle). */
function formsOfStems([infinitive, single, plural, we, future, participle]: string[]): string[] {
  const singles = single!.endsWith('e')
    ? [single!, `${single}s`]
    : /[dtc]$/.test(single!)
      ? [single!, `${single}s`]
      : [`${single}s`, `${single}t`];
  return [
    infinitive!,
    ...singles,
    ...['e', 'es', 'ent'].map((end) => plural + end),
    ...['ons', 'ez', 'ant', ...imperfectEndings].map((end) => we + end),
    ...futureEndings.map((end) => future + end),
    ...adjectiveForms(participle!),
  ];
}

/**
 * Infinitive, present, imperfect, future, conditional, subjunctive, simple past in the third person, both participles with
 * their agreement. Verbs in -er, -ir ("finir") and -re ("perdre") by rule, others by the stems they are listed with.
 */
export function verbForms(lemma: string): string[] {
  const stems = lemma.split('|');
  if (stems.length > 1) return formsOfStems(stems);
  if (lemma.endsWith('er')) return formsInEr(lemma);
  if (lemma.endsWith('ir')) return formsInIr(lemma);
  const stem = lemma.slice(0, -2);
  return formsOfStems([lemma, stem, stem, stem, `${stem}r`, `${stem}u`]);
}
