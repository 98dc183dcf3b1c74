import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { byClass } from '../../../../bench/accuracy/measures.ts';
import { serviceLessons } from '../../../../server/training/serviceLessons.ts';
import type { SentimentLabel } from '../../../../shared/domain.ts';
import { analysed, makeWorkspace } from '../../../support/analysed.ts';

/** 240 invented messages to five trades that serve people; the models never learn from them. */
const messages = readFileSync(new URL('../../../fixtures/serviceMessages.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [trade, lang, label, text] = line.split('\t');
    return { trade: trade!, lang: lang!, label: label as SentimentLabel, text: text! };
  });

const workspace = makeWorkspace({ brands: [{ id: 'any', name: 'Any', query: 'anybrand' }] });
const labelOf = (text: string, lang: string) => analysed(`${text} anybrand`, { lang }, workspace).sentiment.label;
const withoutNames = (text: string) => text.replaceAll(/@\w+/g, '').replaceAll(/\W+/g, ' ').trim().toLowerCase();

describe('messages to service companies', () => {
  it.each([
    ['en', 0.72],
    ['fr', 0.8],
  ])('are told apart without words of feeling (%s, macro-F1 above %d)', (lang, least) => {
    const own = messages.filter((message) => message.lang === lang);
    const said = own.map(({ text }) => labelOf(text, lang) as SentimentLabel);
    expect(
      byClass(
        own.map(({ label }) => label),
        said,
      ).macroF1,
    ).toBeGreaterThan(least);
  });

  it('never blame or praise by asking', () => {
    const asked = messages.filter(
      ({ label, lang, text }) => lang === 'en' && label === 'neutral' && text.endsWith('?'),
    );
    expect(asked.length).toBeGreaterThan(25);
    expect(asked.filter(({ text, lang }) => labelOf(text, lang) !== 'neutral')).toEqual([]);
  });

  it('are in no lesson', () => {
    const taught = new Set([...serviceLessons('en'), ...serviceLessons('fr')].map(({ text }) => withoutNames(text)));
    expect(messages.filter(({ text }) => taught.has(withoutNames(text)))).toEqual([]);
  });

  it.each([
    ['on hold for 2 hours', 'negative'],
    ['they cancelled my booking and kept the money', 'negative'],
    ['you lost my bag', 'negative'],
    ['never had an issue in six years', 'positive'],
    ['thanks for fixing it so quickly', 'positive'],
    ['do you deliver on Sundays?', 'neutral'],
  ])('reads "%s" as %s', (text, label) => {
    expect(labelOf(text, 'en')).toBe(label);
  });

  it.each([
    ['une heure d’attente et toujours aucune réponse', 'negative'],
    ['colis jamais reçu, personne ne répond', 'negative'],
    ['aucun problème en dix ans', 'positive'],
    ['livrez-vous le dimanche ?', 'neutral'],
  ])('reads "%s" as %s', (text, label) => {
    expect(labelOf(text, 'fr')).toBe(label);
  });
});
