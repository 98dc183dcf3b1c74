import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fr } from '../../../client/ui/words/fr.ts';
import { setFrench } from '../../../client/ui/words/frenchSpacing.ts';

const folder = new URL('../../../client/ui/words/', import.meta.url);

/** Where nothing is said to a person but written for a machine: a search, a query, an address, a time. */
const machineSigns = /lang:fr|\d:\d/g;

/** Every place where a sign stands without its narrow space before it, or a quotation mark without its own within. */
const faultsOf = (text: string) =>
  [...text.replaceAll(machineSigns, '').matchAll(/.{0,12}(?<!\u202f)[;:!?»%]|.{0,12}«(?!\u202f)/gu)].map(
    ([fault]) => fault,
  );

describe('French words', () => {
  it('have a narrow space that does not break before high punctuation and within quotation marks, all of them', () => {
    const faults = Object.entries(fr).flatMap(([key, text]) => faultsOf(text).map((fault) => `${key}: ${fault}`));
    expect(faults).toEqual([]);
    // The check itself finds what it looks for.
    for (const wrong of ['un thème ;', 'là !', 'quoi?', 'ceci\u00a0:', '« non\u202f»', '«\u202fnon »', '5 %'])
      expect(faultsOf(wrong), wrong).toHaveLength(1);
    expect(faultsOf('un thème\u202f; «\u202fnon\u202f»\u202f: à 12:30')).toEqual([]);
  });

  it('are all among those that are set: every file of them', async () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.fr.ts'));
    expect(files.length).toBeGreaterThan(8);
    for (const file of files) {
      const words = Object.values((await import(new URL(file, folder).href)) as Record<string, object>);
      for (const key of words.flatMap((one) => Object.keys(one))) expect(fr, `${file} ${key}`).toHaveProperty([key]);
    }
  });

  it('keep times and what is written for machines', () => {
    expect(setFrench({ a: 'à 12:30 : lang:fr « x » ?' })).toEqual({
      a: 'à 12:30\u202f: lang:fr «\u202fx\u202f»\u202f?',
    });
  });
});
