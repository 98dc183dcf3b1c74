import { describe, expect, it } from 'vitest';
import { beautyLexicon } from '../../../../server/pipeline/words/beautyLexicon.ts';
import { service, serviceLexicon } from '../../../../server/pipeline/words/serviceLexicon.ts';
import { socialLexicon } from '../../../../server/pipeline/words/socialLexicon.ts';
import { commaed, foldEntry, valuedEntries } from '../../../../server/pipeline/words/valuedEntries.ts';

describe('serviceLexicon', () => {
  it.each([
    ['never had an issue', 2],
    ['hold music', -2],
    ['can’t log in', -2],
    ['thanks for nothing', -3],
  ])('values "%s" with %d', (entry, value) => {
    expect(serviceLexicon().get(foldEntry(entry))).toBe(value);
  });

  it('is folded as tokens are and lists nothing twice', () => {
    const entries = [...valuedEntries(service, commaed)].map(([entry]) => foldEntry(entry));
    expect(entries.filter((entry, index) => entries.indexOf(entry) !== index)).toEqual([]);
    expect([...serviceLexicon().keys()].filter((entry) => foldEntry(entry) !== entry)).toEqual([]);
  });

  it('holds nothing whose value a later list would replace', () => {
    const entries = [...serviceLexicon().keys()];
    const others = [socialLexicon(), beautyLexicon('en')];
    expect(entries.filter((entry) => others.some((list) => list.has(entry)))).toEqual([]);
  });
});
