import { describe, expect, it } from 'vitest';
import { apartWords } from '../../../../server/pipeline/terms/apartWords.ts';
import { type CountedText, createRisingTerms } from '../../../../server/pipeline/terms/risingTerms.ts';
import { spellTerm } from '../../../../server/pipeline/terms/spellTerm.ts';

const hour = 3_600_000;
const filler = (k: number) => `serum bottle smells fine number${k % 7}`;

function texts(count: number, text: (k: number) => string, more: Partial<CountedText> = {}): CountedText[] {
  return Array.from({ length: count }, (_, k) => ({
    ...{ seq: k + 1, at: k * 60_000, lang: 'en', author: `a${k}`, title: null, text: text(k) },
    ...more,
  }));
}

function rise(now: CountedText[], before: CountedText[], apart: string[] = []) {
  const counted = createRisingTerms(apartWords(apart));
  const numbered = now.map((one, k) => ({ ...one, seq: k + 1 }));
  for (const one of numbered) counted.addNow(one);
  for (const one of before) counted.addBefore(one);
  return counted.rising(10).map((term) => {
    const holding = term.places.map((place) => numbered[counted.seqAt(place) - 1]!);
    const shown = holding.map(({ text, lang }) => ({ text, lang, title: '' }));
    return { ...term, spelled: spellTerm(term.hash, shown, apartWords(apart)) };
  });
}
const names = (rising: ReturnType<typeof rise>) => rising.map(({ spelled }) => spelled?.term);

describe('createRisingTerms', () => {
  it('finds what is suddenly said, with its lift and its start', () => {
    const late = texts(12, (k) => `the Pump leaks ${k}`).map((one) => ({ ...one, at: one.at + 20 * hour }));
    const [first, ...rest] = rise([...texts(200, filler), ...late], texts(800, filler));
    expect(first).toMatchObject({ texts: 12, before: 0, startedAt: 20 * hour });
    expect(first?.spelled).toEqual({ term: 'Pump leaks', kind: 'pair' });
    expect(first?.lift).toBeGreaterThan(5);
    expect(first?.probability).toBeGreaterThan(0.99);
    expect(rest).toEqual([]);
  });

  it('finds nothing where as much was said before, or nothing at all', () => {
    const pump = (k: number) => (k % 10 === 0 ? 'pump leaks' : filler(k));
    expect(rise(texts(200, pump), texts(800, pump))).toEqual([]);
    expect(rise(texts(200, pump), [])).toEqual([]);
  });

  it('asks for five texts of three people', () => {
    const before = texts(2_000, filler);
    expect(rise([...texts(400, filler), ...texts(4, () => 'pump leaks')], before)).toEqual([]);
    const alone = texts(12, () => 'pump leaks', { author: 'one' });
    expect(rise([...texts(400, filler), ...alone], before)).toEqual([]);
    const nobodyKnows = texts(12, () => 'pump leaks', { author: null });
    expect(names(rise([...texts(400, filler), ...nobodyKnows], before))).toEqual(['pump leaks']);
  });

  it('calls a word a hashtag where most write it so, and leaves the words of the brand out', () => {
    const tagged = texts(12, (k) => (k < 9 ? 'so good #GlowUp lumen' : 'a glowup by lumen'));
    const rising = rise([...texts(400, filler), ...tagged], texts(2_000, filler), ['lumen']);
    expect(rising.map(({ spelled }) => spelled)).toContainEqual({ term: '#GlowUp', kind: 'hashtag' });
    expect(names(rising).join()).not.toMatch(/lumen/i);
  });

  it('tells a word apart from its pair where it is said without it', () => {
    const both = [...texts(12, () => 'the pump leaks'), ...texts(40, (k) => `pump, thing${k}`)];
    expect(names(rise([...texts(400, filler), ...both], texts(2_000, filler)))).toEqual(['pump', 'leaks']);
  });

  it('gives the same answer in whatever order the texts come', () => {
    const now = [...texts(200, filler), ...texts(12, (k) => `pump leaks ${k}`)].map((one, k) => ({
      ...one,
      seq: k + 1,
    }));
    const sorted = (list: CountedText[]) => {
      const counted = createRisingTerms(apartWords([]));
      for (const one of list) counted.addNow(one);
      for (const one of texts(800, filler)) counted.addBefore(one);
      return counted.rising(5);
    };
    expect(sorted([...now].reverse())).toEqual(sorted(now));
  });
});
