import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPersonal } from '../../shared/mask.ts';

const shown = (text: string, keep?: ReadonlySet<string>) => maskPersonal(text, keep).text;

describe('maskPersonal', () => {
  it.each([
    ['write to jane.doe+shop@mail.example.com, thanks', 'write to …@…, thanks'],
    ['@jane_doe and @paul.bsky.social: look', '@… and @…: look'],
    ['by @ana@server.example.', 'by @….'],
    ['merci @Élodie!', 'merci @…!'],
    ['＠taro さん', '@… さん'],
    ['RT @a: RT @b: hi', 'RT @…: RT @…: hi'],
    ['call +33 6 12 34 56 78 now', 'call phone … now'],
    ['06.12.34.56.78', 'phone …'],
    ['ring 555-123-4567 or 0612345678', 'ring phone … or phone …'],
    ['(020) 7946 0958', '(phone …'],
    ['06 12 34 56 78 06 98 76 54 32 call', 'phone … call'],
    ['555-123-4567 555-987-6543 555-000-1111', 'phone …'],
    ['see https://twitter.com/jane_doe/status/12 ok', 'see https://twitter.com/…/status/12 ok'],
    ['instagram.com/jane.doe. and www.x.com/jane', 'instagram.com/…. and www.x.com/…'],
    ['bsky.app/profile/jane.example.org t.me/jane', 'bsky.app/profile/… t.me/…'],
    ['https://www.linkedin.com/in/jane-doe-123456789/', 'https://www.linkedin.com/in/…/'],
    ['tiktok.com/@jane', 'tiktok.com/@…'],
    ['facebook.com/profile.php?id=100012345678901 ok', 'facebook.com/profile.php?id=… ok'],
    ['https://www.facebook.com/people/Jane-Doe/100012345678901/', 'https://www.facebook.com/people/…/'],
    ['instagram.com/stories/jane_doe/ x.com/i/user/jane', 'instagram.com/stories/…/ x.com/i/user/…'],
    ['bsky.app/profile/did:plc:janedoe', 'bsky.app/profile/…'],
    ['https://wa.me/33612345678 or tel:0612345678', 'https://wa.me/… or tel:…'],
    ['write to jane (at) mail (dot) com, thanks', 'write to …@…, thanks'],
    ['jane.doe[at]mail.example or paul(AT)mail(DOT)co(DOT)uk', '…@… or …@…'],
    ['jane dot doe at mail dot com please', '…@… please'],
    ['élodie (arobase) laposte (point) net', '…@…'],
    ['élodie arobase orange point fr', '…@…'],
    ['jane @ mail.example.com and paul {at} gmail', '…@… and …@…'],
    ['０６１２３４５６７８ and ＋３３ ６ １２ ３４ ５６ ７８', 'phone … and phone …'],
    ['٠٦١٢٣٤٥٦٧٨', 'phone …'],
    ['call 0 6 1 2 3 4 5 6 7 8 now', 'call phone … now'],
    ['+3 3 6 1 2 3 4 5 6 7 8', 'phone …'],
    ['06–12–34–56–78 or 06\u201112\u201134\u201156\u201178', 'phone … or phone …'],
    ['commande 0612345678, order +33612345678', 'commande phone …, order phone …'],
    ['to order 555-123-4567, number 5551234567', 'to order phone …, number phone …'],
    ['01 02 03 04 05', 'phone …'],
    ['https://example.com/?mail=jane%40example.com&x=1', 'https://example.com/?mail=…&x=1'],
  ])('hides what is personal: %s', (text, expected) => expect(shown(text)).toBe(expected));

  it.each([
    'it costs 1.299,00 euros, was 1 299 000 last year',
    'on 2026-11-22 10:30 and 22/11/2026 10:30',
    'order 123456789012345678',
    'https://example.com/status/1234567890',
    'iPhone 5 5 6 6 7 7 8 8 9 9',
    'the years 2012 2013 2014',
    'a @ b, 3 @ 5',
    'room 12345678',
    'order 12345678, order no. 123456789 and order #1234567890',
    'commande n° 123456789 ; Réf. : 4006381333931 ; tracking number 12345678901',
    'sizes 36 37 38 39 40 41 and 36 38 40 42 44 46, also 36/37/38/39/40/41/42/43/44',
    '10 9 8 7 6 5 4 3 2 1 go, 1 2 3 4 5 6 7 8 9',
    'look at amazon.com, at this point we stop, at the dot of noon',
    'meet (at) home, room 3 @ 5.99, see you at mail dot',
    '１ ２ ３ ４ ５ ６ ７ ８ ９',
    'https://x.com/hashtag/serum and https://www.instagram.com/p/Cabc123/',
    'facebook.com/events/1 twitter.com/search?q=serum',
    'serials 12345678901 12345678902 12345678903',
    'and.facebook.com/ me.com/jane',
    'https://apnews.com/x.com/story and https://phys.org/news/2014-12-facebook.com/john',
    '€1299999999 or 0.123456789 or 192.168.100.200',
  ])('leaves the rest: %s', (text) => expect(shown(text)).toBe(text));

  it('keeps the handles that it is told to keep', () => {
    expect(shown('@Solenne_FR thanks, says @jane', new Set(['solenne_fr']))).toBe('@Solenne_FR thanks, says @…');
  });

  it('tells where every place went', () => {
    const text = 'hi @jane, the serum (jane@mail.example) burns';
    const masked = maskPersonal(text);
    const from = text.indexOf('burns');
    expect(masked.text.slice(masked.at(from), masked.at(from + 5))).toBe('burns');
    const serum = text.indexOf('serum');
    expect(masked.text.slice(masked.at(serum), masked.at(serum + 5))).toBe('serum');
    expect(masked.at(4)).toBe(masked.at(5));
    expect(masked.at(text.length)).toBe(masked.text.length);
  });

  it('never shows a name and keeps places in order, whatever stands around (2,000 texts)', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        ' @secretname ',
        ' secretname@mail.example ',
        ' secretname (at) mail (dot) com ',
        '@',
        '+',
        '12 34 56 78 90',
        '\ud83d',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const masked = maskPersonal(text);
        expect(masked.text).not.toContain('secretname');
        let before = 0;
        for (let offset = 0; offset <= text.length; offset++) {
          const place = masked.at(offset);
          expect(place).toBeGreaterThanOrEqual(before);
          before = place;
        }
        expect(before).toBe(masked.text.length);
      }),
      { seed: 20261122, numRuns: 2000 },
    );
  });

  it('takes away what turns a text, and finds people behind it', () => {
    expect(shown('\u202egnp.exe\u202c \u2067ok\u2069 \u200f.')).toBe('gnp.exe ok \u200f.');
    expect(shown('ring 06 12\u202e 34 56\u2066 78 or ja\u202dne@mail.exa\u202cmple.com')).toBe('ring phone … or …@…');
    const { text, at } = maskPersonal('\u202e@jane says \u2066glow\u2069!');
    expect(text).toBe('@… says glow!');
    const from = '\u202e@jane says \u2066'.length;
    expect(text.slice(at(from), at(from + 4))).toBe('glow');
  });

  it('gets through texts made to be slow', () => {
    for (const unit of [
      '@',
      'a@',
      '1 ',
      '+1',
      '1.',
      'a.',
      '@a.',
      '９',
      ' at ',
      'a at a dot ',
      'a(at)',
      '1 2 ',
      '(dot)a',
      '\u202e1',
    ]) {
      const masked = maskPersonal(unit.repeat(50_000));
      expect(masked.text.length).toBeLessThanOrEqual(unit.length * 50_000);
    }
  });
});
