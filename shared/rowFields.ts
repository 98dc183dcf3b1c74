/**
 * What a column of a file may feed. The first three decide whether a file can be read well; `text` is the only one that it
 * must have.
 */
export const rowFields = [
  'text',
  'at',
  'id',
  'title',
  'author',
  'lang',
  'country',
  'url',
  'rating',
  'channel',
  'source',
  'likes',
  'replies',
  'shares',
  'views',
  'followers',
] as const;
export type RowField = (typeof rowFields)[number];
