/**
 * Beginnings of words that speak of harm to people, English and French, folded. A theme is of safety where its name begins a
 * word with one of them, or its query with three different ones: one alone ("burn") may be figurative.
 */
const beginnings = [
  ...[
    'allerg',
    'irritat',
    'irritant',
    'irrit',
    'rash',
    'redness',
    'rougeur',
    'burn',
    'brul',
    'itch',
    'demange',
    'sting',
  ],
  ...['swell', 'swollen', 'gonfle', 'blister', 'cloque', 'eczema', 'urticaire', 'hives', 'reaction', 'side effect'],
  ...[
    'effet secondaire',
    'effets secondaires',
    'injur',
    'blessure',
    'blesse',
    'hospital',
    'hopital',
    'poison',
    'intoxic',
  ],
  ...['toxic', 'toxique', 'contamin', 'choking', 'etouff', 'electrocut', 'explos', 'explod', 'overheat', 'surchauff'],
  ...['danger', 'hazard', 'unsafe', 'safety', 'securite', 'recall', 'rappel'],
];
const enoughInQuery = 3;

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');

function foundIn(text: string): number {
  const words = ` ${fold(text)}`;
  return beginnings.filter((beginning) => words.includes(` ${beginning}`)).length;
}

/** Whether a theme is about people being harmed: what it says of itself decides, no setting does. */
export function isSafetyTheme({ name, query }: { name: string; query: string }): boolean {
  return foundIn(name) > 0 || foundIn(query) >= enoughInQuery;
}
