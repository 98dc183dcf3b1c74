import type { ExcessPart } from '../../../shared/alerts.ts';
import type { Names } from '../../history/useWorkspace.ts';
import type { Format } from '../../ui/format.ts';
import type { Say } from '../../ui/useWords.ts';

/** "Price, Review, English": theme, channel, language, and whether they are copies. */
export function sayPart(
  { theme, channel, lang, areCopies }: ExcessPart,
  names: Names,
  say: Say,
  format: Format,
): string {
  return [
    names.theme(theme),
    say(`channel.${channel}`),
    format.language(lang),
    ...(areCopies ? [say('autopsy.copies')] : []),
  ].join(', ');
}
