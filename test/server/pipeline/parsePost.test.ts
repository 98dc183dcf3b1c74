import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePost } from '../../../server/pipeline/parsePost.ts';

const now = Date.UTC(2026, 10, 22);
const said = '2026-11-21T10:00:00Z';
const parse = (value: unknown, defaults = {}) =>
  parsePost(value, { source: 'here', ...defaults }, now, (name) => `hash(${name})`);
const read = (more: Record<string, unknown> = {}) => {
  const parsed = parse({ id: 'a', at: said, text: 'hello', ...more });
  if (!parsed.ok) throw new Error(`refused: ${parsed.code}`);
  return parsed.post;
};
const codeOf = (more: Record<string, unknown>) => {
  const parsed = parse({ id: 'a', at: said, text: 'hello', ...more });
  return parsed.ok ? 'ok' : parsed.code;
};

describe('parsePost', () => {
  it('reads a whole post, hashes its author and ignores what it does not know', () => {
    expect(
      read({
        source: 'reviews',
        channel: 'review',
        title: 'Title',
        author: '@jane',
        lang: 'en-GB',
        country: 'gb',
        url: 'https://example.com/a?b=1',
        rating: 4.5,
        metrics: { likes: 3, views: 0, retweets: 9 },
        colour: 'blue',
      }),
    ).toEqual({
      id: 'a',
      source: 'reviews',
      channel: 'review',
      at: Date.parse(said),
      text: 'hello',
      title: 'Title',
      author: 'hash(@jane)',
      lang: 'en',
      country: 'GB',
      url: 'https://example.com/a?b=1',
      rating: 4.5,
      metrics: { likes: 3, views: 0 },
    });
  });

  it('takes source, channel, language and country from the door where the post names none', () => {
    const parsed = parse({ id: 7, at: said, text: 'x', channel: null }, { channel: 'news', lang: 'fr', country: 'fr' });
    expect(parsed).toMatchObject({
      ok: true,
      post: { id: '7', source: 'here', channel: 'news', lang: 'fr', country: 'FR' },
    });
    expect(read().channel).toBe('social');
  });

  it.each([
    [{ id: undefined }, 'id-missing'],
    [{ id: '' }, 'id-missing'],
    [{ id: 2 ** 53 }, 'id-imprecise'],
    [{ id: Number.NaN }, 'id-unreadable'],
    [{ id: {} }, 'id-unreadable'],
    [{ id: 'a\nb' }, 'id-unreadable'],
    [{ id: '\ud800' }, 'id-unreadable'],
    [{ id: 'x'.repeat(513) }, 'id-too-long'],
    [{ text: '' }, 'text-missing'],
    [{ text: ' \n\u0000' }, 'text-missing'],
    [{ text: '\u200b' }, 'text-missing'],
    [{ text: ' \u200b\u2060\ufeff\u00ad\u3164\u2800\u202e ' }, 'text-missing'],
    [{ id: '\u200b' }, 'id-unreadable'],
    [{ source: '\u2060' }, 'source-unreadable'],
    [{ text: 5 }, 'text-unreadable'],
    [{ text: 'x'.repeat(10_001) }, 'text-too-long'],
    [{ at: undefined }, 'at-missing'],
    [{ at: 'soon' }, 'at-unreadable'],
    [{ at: '2026-11-21T10:00:00' }, 'at-unreadable'],
    [{ at: {} }, 'at-unreadable'],
    [{ at: Number.POSITIVE_INFINITY }, 'at-unreadable'],
    [{ at: '1969-12-31T23:59:59Z' }, 'at-past'],
    [{ at: 1_795_000_000 }, 'at-past'],
    [{ at: '2099-01-01T00:00:00Z' }, 'at-future'],
    [{ at: now + 5 * 60_000 + 1 }, 'at-future'],
    [{ source: 'x'.repeat(81) }, 'source-too-long'],
    [{ source: 'a\u0007' }, 'source-unreadable'],
    [{ source: 'a\u202eb' }, 'source-unreadable'],
    [{ channel: 'telegraph' }, 'channel-unknown'],
    [{ channel: '__proto__' }, 'channel-unknown'],
    [{ title: 4 }, 'title-unreadable'],
    [{ author: {} }, 'author-unreadable'],
    [{ lang: 4 }, 'lang-unreadable'],
    [{ country: 'France' }, 'country-unreadable'],
    [{ rating: '5' }, 'rating-unreadable'],
    [{ metrics: [] }, 'metrics-unreadable'],
    [{ metrics: { likes: -1 } }, 'metrics-unreadable'],
    [{ metrics: { likes: 1.5 } }, 'metrics-unreadable'],
    [{ metrics: { views: 1e13 } }, 'metrics-unreadable'],
  ])('refuses %j as %s', (more, code) => expect(codeOf(more)).toBe(code));

  it('refuses what is no object', () => {
    for (const value of [null, 1, 'text', [], undefined]) expect(parse(value)).toMatchObject({ code: 'not-an-object' });
  });

  it('takes a text of emoji or of signs alone, and joiners between letters', () => {
    for (const text of ['👍🏽', '❤️', '?', 'a\u200db', '\u200b…']) expect(codeOf({ text })).toBe('ok');
    expect(read({ title: '\u200b' }).title).toBeUndefined();
  });

  it('counts characters, not their halves', () => {
    expect(codeOf({ text: '😀'.repeat(10_000) })).toBe('ok');
    expect(codeOf({ text: '😀'.repeat(10_001) })).toBe('text-too-long');
  });

  it('takes the first moment of 1970 written out, and five minutes ahead', () => {
    expect(read({ at: '1970-01-01T00:00:00Z' }).at).toBe(0);
    expect(read({ at: now + 5 * 60_000 }).at).toBe(now + 5 * 60_000);
  });

  it('drops links that are not of the web, and languages that are none', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'ftp://a', 'https://', 'http:/a', 4, ' https://a'])
      expect(read({ url }).url).toBeUndefined();
    for (const lang of ['und', 'zxx', 'english', '??', 'x', 'in the year']) expect(read({ lang }).lang).toBeUndefined();
    expect(read({ lang: 'FRA' }).lang).toBe('fr');
    expect(read({ lang: 'constructor' }).lang).toBeUndefined();
  });

  it('makes NUL and lone surrogates harmless', () => {
    expect(read({ text: 'a\u0000b\ud83dc' }).text).toBe('ab\ufffdc');
  });

  it('is not led astray by members named like the language’s own', () => {
    const value: unknown = JSON.parse(
      `{"__proto__": {"id": "evil", "channel": "news"}, "constructor": 1, "id": "a", "at": "${said}", "text": "t"}`,
    );
    expect(parse(value)).toMatchObject({ ok: true, post: { id: 'a', channel: 'social' } });
    expect(({} as Record<string, unknown>).channel).toBeUndefined();
  });

  it('answers every value with a post or a reason, and never throws (10,000 values)', () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, withObjectString: true });
    const member = fc.oneof(anything, fc.string({ unit: 'binary' }), fc.constantFrom(said, 'en', 'review', 1e12, 0));
    const keys = [
      'id',
      'text',
      'at',
      'source',
      'channel',
      'title',
      'author',
      'lang',
      'country',
      'url',
      'rating',
      'metrics',
    ];
    const postLike = fc.dictionary(fc.constantFrom(...keys), member);
    const nearlyRight = fc
      .record({ id: fc.constant('a'), text: fc.string({ minLength: 1 }), at: fc.constant(said) })
      .chain((right) => postLike.map((more) => ({ ...right, ...more })));
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(anything, postLike, nearlyRight), (value) => {
        const parsed = parse(value);
        if (parsed.ok) {
          accepted += 1;
          expect(parsed.post.text.isWellFormed()).toBe(true);
          expect(parsed.post.at).toBeLessThanOrEqual(now + 5 * 60_000);
        } else {
          expect(parsed.code).toMatch(/^[a-z-]+$/);
          expect(parsed.message).not.toBe('');
        }
      }),
      { seed: 20261122, numRuns: 10_000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});
