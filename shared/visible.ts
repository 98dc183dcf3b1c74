import type { z } from 'zod';
import { fault } from './fault.ts';
import { unturned } from './unturned.ts';

/** NUL and other controls, and halves of surrogate pairs: other programs stumble over them, and nobody sees them. */
const unseen = /[\p{Cc}\p{Cs}]/u;
const unseenInLines = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;

function told(found: string): string {
  const code = `U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  return /\p{Cs}/u.test(found)
    ? `holds half of a surrogate pair (${code}), which is no character`
    : `holds a control character (${code}), which nobody can see`;
}

const without = (refused: RegExp) => (text: string, context: z.RefinementCtx) => {
  const found = refused.exec(text)?.[0];
  if (found !== undefined) context.addIssue({ code: 'custom', ...fault('unseen', told(found)) });
};

/** The first character of a query that nobody can see, as saving would refuse it. */
export function unseenIn(query: string): { position: number; message: string } | undefined {
  const found = unseenInLines.exec(query);
  return found ? { position: found.index, message: told(found[0]) } : undefined;
}

/** Not a space, nor one of those that fonts leave out: zero-width spaces, joiners, the blank of Braille. */
const seen = /[^\s\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u2800]/u;

/** Whether a reader would see anything of it. */
export const isSeen = (text: string): boolean => seen.test(text);

/** One line of characters that can be seen, of one at least, kept as it was given: for secrets. */
export const visibleAsGiven = (text: z.ZodString): z.ZodString =>
  text.superRefine((value, context) => {
    without(unseen)(value, context);
    if (value !== '' && !isSeen(value))
      context.addIssue({ code: 'custom', ...fault('nothing-seen', 'holds nothing that can be seen') });
  });

/** Names and words that people read: the same, without what would turn them or what stands beside them. */
export const visible = (text: z.ZodString): z.ZodString => visibleAsGiven(text).overwrite(unturned);

/** The same over several lines, for queries. */
export const visibleLines = (text: z.ZodString): z.ZodString =>
  text.superRefine(without(unseenInLines)).overwrite(unturned);
