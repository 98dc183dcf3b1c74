import { countedThemes } from '../../shared/launchThemes.ts';
import { firstSort, outcomeCode } from './codes.ts';
import type { MentionsFilter, StoredPost } from './store.ts';

/** Where a list goes on: strictly older than this, by (at, seq). */
export type Place = { at: number; seq: number };

export function cursorOf(place: Place): string {
  return `${place.at.toString(36)}.${place.seq.toString(36)}`;
}

export class BadCursor extends Error {
  override name = 'BadCursor';
}

export function placeOf(cursor: string): Place {
  const found = /^(-?[0-9a-z]{1,12})\.([0-9a-z]{1,12})$/.exec(cursor);
  const at = Number.parseInt(found?.[1] ?? '', 36);
  const seq = Number.parseInt(found?.[2] ?? '', 36);
  if (!Number.isSafeInteger(at) || !Number.isSafeInteger(seq))
    throw new BadCursor(`not a cursor of this list: ${cursor}`);
  return { at, seq };
}

const some = (asked: readonly string[] | undefined, has: readonly string[]) =>
  !asked || asked.length === 0 || has.some((one) => asked.includes(one));

/**
 * The whole rule of `History.mentions`, but for order and cursor: indexes only narrow, this decides. Time comes first: where every
 * post is asked, most of them end there.
 */
export function isSelected(post: StoredPost, filter: MentionsFilter): boolean {
  if (filter.from !== undefined && post.at < filter.from) return false;
  if (filter.to !== undefined && post.at >= filter.to) return false;
  const { analysis } = post;
  if (filter.stage === 'significant' && analysis.reason !== null) return false;
  if (filter.stage === 'important' && outcomeCode(analysis.reason ?? 'significant') >= firstSort) return false;
  if (filter.stage === 'set-aside' && analysis.reason === null) return false;
  if (filter.copiesOf !== undefined && filter.copiesOf !== post.seq && filter.copiesOf !== analysis.copyOf)
    return false;
  if (filter.reasons?.length && (analysis.reason === null || !filter.reasons.includes(analysis.reason))) return false;
  if (!some(filter.sources, [post.source]) || !some(filter.channels, [post.channel])) return false;
  if (!some(filter.langs, [analysis.lang]) || !some(filter.countries, [post.country ?? ''])) return false;
  if (filter.themes?.length && !some(filter.themes, themesCounting(analysis))) return false;
  if (!hasOpinionTowards(post, filter)) return false;
  return filter.query ? filter.query.matches(post) : true;
}

function themesCounting({ themes, launches }: StoredPost['analysis']): readonly string[] {
  const counted = countedThemes(
    themes.map(({ id }) => id),
    launches,
  );
  return counted.length > 0 ? counted : ['none'];
}

/** With a brand asked for, its opinion is the one towards that brand; a post set aside belongs to what excluded it. */
function hasOpinionTowards(post: StoredPost, { brands, opinions }: MentionsFilter): boolean {
  const { analysis } = post;
  if (!brands?.length) return some(opinions, [analysis.sentiment.label]);
  const named = analysis.brands.filter((brand) => brands.includes(brand.id)).map((brand) => brand.opinion);
  if (named.length > 0) return some(opinions, named);
  return analysis.stage === 'set-aside' && analysis.excludedFrom.some((brand) => brands.includes(brand))
    ? some(opinions, [analysis.sentiment.label])
    : false;
}
