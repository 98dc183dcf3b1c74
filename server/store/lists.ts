import { firstSort, opinionCode } from './codes.ts';
import { noneId } from './names.ts';
import { type CountRow, unpackCountedThemes, unpackIds, unpackOpinions } from './rows.ts';

/**
 * The listing index holds, for each list, its posts by time. A list is a number: a name's number and a kind, because a
 * brand and a theme may share a name.
 */
const kinds = 4;
export const mentionsList = 0;
export const setAsideList = kinds;
export const significantList = 2 * kinds;
/** Posts with several brands or themes: where sums over brands or themes count twice. */
export const severalList = 3 * kinds;
export const brandList = (nameId: number): number => nameId * kinds + 1;
export const themeList = (nameId: number): number => nameId * kinds + 2;

export type ListEntry = { list: number; opinion: number };

/** Every list that a post stands in, with the opinion it shows there: on a brand's list the one towards the brand. */
export function listsOf(row: CountRow, idOf: (name: string) => number): ListEntry[] {
  const isMention = row.outcome < firstSort;
  const brands = unpackOpinions(row);
  const excluded = unpackIds(row.excluded);
  const entries: ListEntry[] = [{ list: isMention ? mentionsList : setAsideList, opinion: row.opinion }];
  if (row.outcome === 0) entries.push({ list: significantList, opinion: row.opinion });
  for (const brand of brands) entries.push({ list: brandList(idOf(brand.id)), opinion: opinionCode(brand.opinion) });
  if (!isMention) for (const brand of excluded) entries.push({ list: brandList(idOf(brand)), opinion: row.opinion });
  const themes = unpackCountedThemes(row.themes);
  for (const theme of themes) entries.push({ list: themeList(idOf(theme)), opinion: row.opinion });
  if (themes.length === 0) entries.push({ list: themeList(noneId), opinion: row.opinion });
  if (brands.length + excluded.length > 1 || themes.length > 1)
    entries.push({ list: severalList, opinion: row.opinion });
  return entries;
}
