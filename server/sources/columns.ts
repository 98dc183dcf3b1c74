import { createHash } from 'node:crypto';
import { type RowField, rowFields } from '../../shared/rowFields.ts';
import { parseRowMoment } from './rowMoment.ts';

/** Which column feeds which field; fields that no column feeds are absent. */
export type ColumnMap = Partial<Record<RowField, string>>;
export type Row = Readonly<Record<string, unknown>>;

export type RowDefaults = {
  source: string;
  channel?: string;
  lang?: string;
  country?: string;
  /** The moment of rows whose file knows none, epoch ms. */
  at?: number;
};

/** What was assumed while reading, to be said to whoever imports. */
export type RowNote = 'naive-time' | 'made-id' | 'given-time';
export type RowRead =
  | { post: Record<string, unknown>; notes: RowNote[] }
  | { error: { code: string; message: string } };

/** Names seen in files of the trade, likeliest first, written without case, blanks, dashes and underscores. */
const names: Record<RowField, readonly string[]> = {
  id: [
    'id',
    'postid',
    'tweetid',
    'statusid',
    'commentid',
    'reviewid',
    'messageid',
    'unitid',
    'guid',
    'uuid',
    'row',
    'no',
  ],
  at: [
    'at',
    'createdat',
    'publishedat',
    'postedat',
    'published',
    'created',
    'timestamp',
    'unixreviewtime',
    'unixtime',
    'datetime',
    'dateiso',
    'date',
    'time',
    'reviewtime',
    'day',
  ],
  text: [
    'text',
    'fulltext',
    'tweettext',
    'tweet',
    'reviewtext',
    'content',
    'body',
    'message',
    'comment',
    'review',
    'caption',
  ],
  title: ['title', 'headline', 'summary', 'reviewtitle', 'subject'],
  author: [
    'author',
    'username',
    'screenname',
    'user',
    'authorid',
    'userid',
    'reviewerid',
    'reviewerusername',
    'reviewername',
  ],
  lang: ['lang', 'language'],
  country: ['country', 'countrycode'],
  url: ['url', 'link', 'permalink'],
  rating: ['rating', 'overall', 'stars'],
  channel: ['channel'],
  source: [],
  likes: ['likes', 'likecount', 'favoritecount', 'favouritecount', 'favorites'],
  replies: ['replies', 'replycount', 'commentcount'],
  shares: ['shares', 'sharecount', 'retweets', 'retweetcount', 'reposts'],
  views: ['views', 'viewcount', 'impressions'],
  followers: ['followers', 'followercount', 'followerscount'],
};
const metricFields = ['likes', 'replies', 'shares', 'views', 'followers'] as const;

function plain(column: string): string {
  return column.toLowerCase().replace(/[\s_.-]+/g, '');
}

function cellOf(row: Row, column: string): unknown {
  return Object.hasOwn(row, column) ? row[column] : undefined;
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** Whether what the sample holds could be meant: a column called "date" full of names is no date. */
function isPlausible(field: RowField, values: readonly unknown[]): boolean {
  const given = values.filter((value) => !isBlank(value));
  if (given.length === 0) return false;
  switch (field) {
    case 'id':
      return given.length === values.length && new Set(given).size === given.length;
    case 'at':
      return given.every((value) => parseRowMoment(value) !== undefined);
    case 'lang':
      return given.every((value) => typeof value === 'string' && /^[A-Za-z]{2,3}([-_].*)?$/.test(value));
    case 'country':
      return given.every((value) => typeof value === 'string' && /^[A-Za-z]{2}$/.test(value));
    case 'rating':
    case 'likes':
    case 'replies':
    case 'shares':
    case 'views':
    case 'followers':
      return given.every((value) => Number.isFinite(Number(value)));
    default:
      return given.every((value) => typeof value === 'string' || typeof value === 'number');
  }
}

/** Guesses which column feeds which field, by name and by what the first rows hold. Each column feeds one field at most. */
export function guessMap(columns: readonly string[], sampleRows: readonly Row[]): ColumnMap {
  const map: ColumnMap = {};
  const used = new Set<string>();
  for (const field of rowFields) {
    const found = names[field]
      .flatMap((name) => columns.filter((column) => plain(column) === name))
      .find(
        (column) =>
          !used.has(column) &&
          (sampleRows.length === 0 ||
            isPlausible(
              field,
              sampleRows.map((row) => cellOf(row, column)),
            )),
      );
    if (found === undefined) continue;
    map[field] = found;
    used.add(found);
  }
  return map;
}

/** Names what a chosen map has wrong, or null. */
export function mapFault(map: Readonly<Record<string, string>>, columns: readonly string[]): string | null {
  for (const [field, column] of Object.entries(map)) {
    if (!rowFields.includes(field as RowField)) return `no field "${field}"; there are ${rowFields.join(', ')}`;
    if (!columns.includes(column))
      return `no column "${column}"; there are ${columns.map((one) => `"${one}"`).join(', ')}`;
  }
  return map.text === undefined ? 'no column feeds the text' : null;
}

/** A row without an id of its own is known again by what it says: the same row twice is a duplicate. */
function contentId(parts: readonly unknown[]): string {
  return `row-${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)}`;
}

function numberOf(value: unknown): number | undefined {
  const number =
    typeof value === 'number' ? value : Number(typeof value === 'string' && value.trim() !== '' ? value : Number.NaN);
  return Number.isFinite(number) ? number : undefined;
}

/**
 * One row as a post of the ingest door, still unchecked but for what only a file can have wrong: its time and the lack of an
 * id. Values that are already what the door takes (NDJSON) pass as they are.
 */
export function rowToPost(row: Row, map: ColumnMap, defaults: RowDefaults): RowRead {
  const notes: RowNote[] = [];
  const read = (field: RowField): unknown => {
    const column = map[field];
    if (column === undefined) return undefined;
    const value = cellOf(row, column);
    return isBlank(value) ? undefined : value;
  };

  const written = read('at');
  let at: number;
  if (written === undefined) {
    if (defaults.at === undefined)
      return { error: { code: 'at-missing', message: 'the row has no time, and none is given for such rows' } };
    at = defaults.at;
    notes.push('given-time');
  } else {
    const moment = parseRowMoment(written);
    if (moment === undefined)
      return { error: { code: 'at-unreadable', message: `"${String(written).slice(0, 40)}" is no time` } };
    at = moment.at;
    if (moment.naive) notes.push('naive-time');
  }

  const post: Record<string, unknown> = { source: defaults.source, at };
  if (defaults.channel !== undefined) post.channel = defaults.channel;
  if (defaults.lang !== undefined) post.lang = defaults.lang;
  if (defaults.country !== undefined) post.country = defaults.country;
  for (const field of ['source', 'channel', 'text', 'title', 'author', 'lang', 'country', 'url'] as const) {
    const value = read(field);
    if (value !== undefined) post[field] = typeof value === 'number' ? String(value) : value;
  }
  const rating = numberOf(read('rating'));
  if (rating !== undefined) post.rating = rating;

  const metrics: Record<string, number> = {};
  for (const field of metricFields) {
    const value = numberOf(read(field));
    if (value !== undefined) metrics[field] = value;
  }
  if (Object.keys(metrics).length > 0) post.metrics = metrics;
  else if (typeof cellOf(row, 'metrics') === 'object' && cellOf(row, 'metrics') !== null) post.metrics = row.metrics;

  const id = read('id');
  if (id === undefined) {
    post.id = contentId([written ?? null, post.author ?? null, post.title ?? null, post.text ?? null]);
    notes.push('made-id');
  } else post.id = typeof id === 'string' ? id.trim() : id;
  return { post, notes };
}
