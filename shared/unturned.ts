/**
 * Signs that turn the direction of all that follows them, or shut it in: embeddings, overrides and isolates (UAX 9). "\u202Egnp.exe"
 * reads "exe.png". Marks of direction (U+200E, U+200F, U+061C) turn nothing but the blank beside them, and stay.
 */
const turns = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text of other people as screens, files and messages may show it: each character stands where it was written. */
export const unturned = (text: string): string => text.replaceAll(turns, '');

/** The places of those signs, ascending. */
export const turnsIn = (text: string): number[] => Array.from(text.matchAll(turns), ({ index }) => index);
