/** Control signs that XML 1.0 does not know, and signs that turn the direction of what stands beside them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away.
const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff\u202a-\u202e\u2066-\u2069]/g;

/** A text as every file may hold it: whole characters, none of which breaks a document or hides what is written. */
export const readableText = (text: string): string => text.toWellFormed().replaceAll(unwanted, '').trim();
