import { unturned } from '../../../shared/unturned.ts';

/** Control signs that XML 1.0 does not know. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away.
const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

/** A text as every file may hold it: whole characters, none of which breaks a document or hides what is written. */
export const readableText = (text: string): string => unturned(text.toWellFormed()).replaceAll(unwanted, '').trim();
