import { describe, expect, it } from 'vitest';
import { guessMap, mapFault, rowToPost } from '../../../server/sources/columns.ts';

describe('guessMap', () => {
  it.each([
    ['tweets', ['tweetID', 'created_at', 'search_topic', 'tweet'], { id: 'tweetID', at: 'created_at', text: 'tweet' }],
    ['crowd labels', ['_unit_id', 'created_at', 'query', 'text'], { id: '_unit_id', at: 'created_at', text: 'text' }],
    [
      'comments',
      ['video', 'COMMENT_ID', 'AUTHOR', 'DATE', 'CONTENT', 'CLASS'],
      { id: 'COMMENT_ID', author: 'AUTHOR', at: 'DATE', text: 'CONTENT' },
    ],
    [
      'reviews',
      ['', 'overall', 'reviewTime', 'reviewerID', 'reviewerName', 'reviewText', 'summary', 'unixReviewTime'],
      { at: 'unixReviewTime', text: 'reviewText', title: 'summary', author: 'reviewerID', rating: 'overall' },
    ],
    ['numbered rows', ['row', 'tweet_text'], { id: 'row', text: 'tweet_text' }],
  ])('knows the columns of %s', (_, columns, expected) => {
    expect(guessMap(columns, [])).toEqual(expected);
  });

  it('believes the rows more than the names', () => {
    const columns = ['id', 'date', 'published', 'text', 'rating'];
    const rows = [
      { id: 'a', date: 'Anna', published: '2024-01-01', text: 'x', rating: 'good' },
      { id: 'a', date: 'Paul', published: '2024-01-02', text: 'y', rating: 'bad' },
    ];
    expect(guessMap(columns, rows)).toEqual({ at: 'published', text: 'text' });
  });
});

describe('mapFault', () => {
  it('names fields and columns that do not exist, and a missing text', () => {
    expect(mapFault({ body: 'a' }, ['a'])).toContain('no field "body"');
    expect(mapFault({ text: 'b' }, ['a'])).toContain('no column "b"');
    expect(mapFault({ id: 'a' }, ['a'])).toContain('text');
    expect(mapFault({ text: 'a' }, ['a'])).toBeNull();
  });
});

describe('rowToPost', () => {
  const map = { id: 'id', at: 'at', text: 'text' };
  const row = { id: '1', at: '2024-05-01T10:00:00+02:00', text: 'hello' };

  it('reads a moment with its offset', () => {
    expect(rowToPost(row, map, { source: 's' })).toEqual({
      post: { id: '1', source: 's', at: Date.UTC(2024, 4, 1, 8), text: 'hello' },
      notes: [],
    });
  });

  it('takes a time without a zone for UTC and says so', () => {
    expect(rowToPost({ ...row, at: '2024-05-01 10:00:00' }, map, { source: 's' })).toMatchObject({
      post: { at: Date.UTC(2024, 4, 1, 10) },
      notes: ['naive-time'],
    });
  });

  it('rejects a row without a time unless one is given for such rows', () => {
    expect(rowToPost({ ...row, at: ' ' }, map, { source: 's' })).toMatchObject({ error: { code: 'at-missing' } });
    expect(rowToPost({ ...row, at: '' }, map, { source: 's', at: 5 })).toMatchObject({
      post: { at: 5 },
      notes: ['given-time'],
    });
    expect(rowToPost({ ...row, at: 'soon' }, map, { source: 's', at: 5 })).toMatchObject({
      error: { code: 'at-unreadable' },
    });
  });

  it('makes the same id for the same row and another for another', () => {
    const made = (text: string) => {
      const read = rowToPost({ at: row.at, text }, { at: 'at', text: 'text' }, { source: 's' });
      return 'post' in read ? read.post.id : undefined;
    };
    expect(made('a')).toBe(made('a'));
    expect(made('a')).not.toBe(made('b'));
    expect(made('a')).toMatch(/^row-/);
  });

  it('gathers metrics, rating and defaults, and lets the row win', () => {
    const read = rowToPost(
      { ...row, stars: '4', hearts: '12', tongue: 'fr' },
      { ...map, rating: 'stars', likes: 'hearts', lang: 'tongue' },
      { source: 's', channel: 'review', lang: 'en', country: 'FR' },
    );
    expect(read).toMatchObject({
      post: { rating: 4, metrics: { likes: 12 }, lang: 'fr', country: 'FR', channel: 'review', source: 's' },
    });
  });

  it('reads no inherited members', () => {
    expect(rowToPost(row, { ...map, title: 'constructor' }, { source: 's' })).toMatchObject({ post: { id: '1' } });
    expect(rowToPost(row, { ...map, title: 'constructor' }, { source: 's' })).not.toHaveProperty('post.title');
  });
});
