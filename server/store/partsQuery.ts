import { firstSort } from './codes.ts';
import { brandList, mentionsList } from './lists.ts';
import type { Meta } from './meta.ts';
import type { Names } from './names.ts';
import { createPartsCount } from './partsCount.ts';
import { countedRow } from './rows.ts';
import type { MentionPart, PartsFilter } from './store.ts';
import type { PostReader } from './tail.ts';

/** Answers `parts` from the posts themselves: only they know which theme, channel and language go together with copies. */
export function createPartsQuery(posts: PostReader) {
  return function answer({ brand, themes, ranges }: PartsFilter, names: Names, meta: Meta): MentionPart[] {
    const count = createPartsCount({ ...(brand === undefined ? {} : { brand }), ...(themes ? { themes } : {}) });
    const nameId = brand === undefined ? undefined : names.find(brand);
    const list = brand === undefined ? mentionsList : nameId === undefined ? undefined : brandList(nameId);
    for (const { from, to } of list === undefined ? [] : ranges)
      for (const row of posts.inList(list!, from, to)) if (row.outcome < firstSort) count.add(countedRow(row, names));
    for (const row of posts.behind(meta.counted))
      if (row.outcome < firstSort && ranges.some(({ from, to }) => row.at >= from && row.at < to))
        count.add(countedRow(row, names));
    return count.parts();
  };
}
