/** How glad and how sad the written faces of a text look: the strongest of each, 0..3. */
export type Faces = { glad: number; sad: number };

const allEyes = [':', ';', '='] as const;
const isLetterOrDigit = (unit: number) =>
  (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);

/** What a mouth says, by its UTF-16 unit. */
const mouths = new Map<number, number>(
  Object.entries({
    ')': 2,
    ']': 2,
    '*': 2,
    D: 2.5,
    P: 1.5,
    p: 1.5,
    '3': 1.5,
    '>': 1.5,
    '}': 1.5,
    '(': -2,
    '[': -2,
    '{': -2,
    '<': -1.5,
    '/': -1,
    '\\': -1,
    '|': -0.7,
    S: -1,
    s: -1,
    c: -1.5,
    C: -1.5,
  }).map(([mouth, value]) => [mouth.charCodeAt(0), value]),
);

function note(value: number, into: Faces): void {
  if (value > into.glad) into.glad = value;
  else if (-value > into.sad) into.sad = -value;
}

/** Reads ":)", ";-)", ":'(", "=/", "<3", "</3" and their relatives. `into` is overwritten and returned. */
export function readFaces(text: string, into: Faces): Faces {
  into.glad = 0;
  into.sad = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    if (text.charCodeAt(at + 1) === 51 && !isLetterOrDigit(text.charCodeAt(at + 2))) note(2.5, into);
    else if (text.charCodeAt(at + 1) === 47 && text.charCodeAt(at + 2) === 51) note(-2.5, into);
  }
  for (const eyes of allEyes)
    for (let at = text.indexOf(eyes); at >= 0; at = text.indexOf(eyes, at + 1)) readFace(text, at, eyes === ';', into);
  return into;
}

function readFace(text: string, eyes: number, winks: boolean, into: Faces): void {
  // "https://", "10:30", "a:b": a face stands apart from words.
  const before = eyes > 0 ? text.charCodeAt(eyes - 1) : 32;
  if (isLetterOrDigit(before)) return;
  let mouth = eyes + 1;
  let tear = 0;
  const nose = text.charCodeAt(mouth);
  if (nose === 45 || nose === 111 || nose === 94) mouth += 1;
  else if (nose === 39) {
    mouth += 1;
    tear = 0.5;
  }
  const value = mouths.get(text.charCodeAt(mouth));
  if (value === undefined || isLetterOrDigit(text.charCodeAt(mouth + 1))) return;
  if (text.charCodeAt(mouth) === 47 && text.charCodeAt(mouth + 1) === 47) return;
  const smile = winks ? value * 0.6 : value;
  note(smile > 0 ? smile + tear : smile - tear, into);
}
