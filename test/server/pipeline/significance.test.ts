import { describe, expect, it } from 'vitest';
import { judgeSecondSort } from '../../../bench/accuracy/secondSort.ts';
import { analysed, makeWorkspace } from '../../support/analysed.ts';
import { sharedData } from '../../support/sharedData.ts';

describe('scoreSignificance', () => {
  it.each([
    'The Solenne pump broke after two days and nobody answers',
    'My skin is burning since I used the Solenne serum, red patches everywhere',
    'Does anyone know if the Solenne serum is safe for sensitive skin?',
    'Ma pompe Solenne ne marche plus, je suis déçue',
    'Quelqu’un sait où trouver la recharge Solenne ?',
    'Plaques rouges sur le visage depuis le sérum Solenne',
    'Alguém sabe quando sai o refil da Solenne?',
    'Weiß jemand, wann die Solenne wieder kommt?',
    'La bomba de mi Solenne no funciona, ¿dónde puedo cambiarla?',
  ])('keeps: %s', (text) => expect(analysed(text)).toMatchObject({ stage: 'significant', reason: null }));

  it.each([
    ['Solenne opens a shop in Austin, shares rise 3 percent https://news.example', 'no-opinion'],
    ['Will Solenne Finally Open Its Shop In Austin? https://news.example', 'passing'],
    ['Solenne', 'no-opinion'],
    ['watching a film with solenne on the table', 'no-opinion'],
    ['Solenne is nice', 'passing'],
  ])('sets aside: %s', (text, reason) => expect(analysed(text)).toMatchObject({ stage: 'important', reason }));

  it('moves with the threshold of the workspace', () => {
    const strict = makeWorkspace({ significance: { threshold: 1 } });
    const open = makeWorkspace({ significance: { threshold: 0 } });
    expect(analysed('The Solenne pump broke', {}, strict).stage).toBe('important');
    expect(analysed('Solenne', {}, open).stage).toBe('significant');
  });

  it('keeps 90 % of the complaints, questions and safety among 300 judged mentions in at most 15 % of all', async () => {
    const folder = sharedData('');
    if (!folder) return;
    const { posts, kept, wanted, wantedKept } = await judgeSecondSort(folder);
    expect(posts).toBe(300);
    expect(kept / posts).toBeLessThanOrEqual(0.15);
    expect(wantedKept / wanted).toBeGreaterThanOrEqual(0.9);
  });
});
