import { describe, expect, it } from 'vitest';
import { adjectiveForms, nounForms, verbForms } from '../../../../server/pipeline/words/frenchInflection.ts';

describe('frenchInflection', () => {
  it.each([
    ['joli', 'joli jolie jolis jolies'],
    ['facile', 'facile facile faciles faciles'],
    ['heureux', 'heureux heureuse heureux heureuses'],
    ['créatif', 'créatif créative créatifs créatives'],
    ['naturel', 'naturel naturelle naturels naturelles'],
    ['nul', 'nul nulle nuls nulles'],
    ['bon', 'bon bonne bons bonnes'],
    ['coquet', 'coquet coquette coquets coquettes'],
    ['discret', 'discret discrete discrets discretes'],
    ['trompeur', 'trompeur trompeuse trompeurs trompeuses'],
    ['destructeur/destructrice', 'destructeur destructrice destructeurs destructrices'],
    ['génial', 'génial géniale géniaux géniales'],
    ['banal', 'banal banale banals banales'],
    ['beau/belle', 'beau belle beaux belles'],
    ['doux/douce', 'doux douce doux douces'],
    ['mauvais', 'mauvais mauvaise mauvais mauvaises'],
    ['raté', 'raté ratée ratés ratées'],
  ])('declines the adjective %s', (lemma, forms) => {
    expect(adjectiveForms(lemma).join(' ')).toBe(forms);
  });

  it.each([
    ['arnaque', 'arnaque arnaques'],
    ['cadeau', 'cadeau cadeaux'],
    ['régal', 'régal régals'],
    ['succès', 'succès succès'],
  ])('puts the noun %s into the plural', (lemma, forms) => {
    expect(nounForms(lemma).join(' ')).toBe(forms);
  });

  it.each([
    ['adorer', 'adorer adore adorent adorons adorais adorera adorerait adorant adorees adorerent'],
    ['gager', 'gageons gageait gageant gagez'],
    ['ennuyer', 'ennuie ennuient ennuyons ennuyait ennuiera ennuyant ennuyee'],
    ['réussir', 'réussit réussissent réussissait réussira réussie réussis réussissant'],
    ['perdre', 'perd perds perdent perdais perdra perdue perdant'],
    ['rompre|romp|romp|romp|rompr|rompu', 'rompt rompent rompait rompra rompue'],
    ['craindre|crain|craign|craign|craindr|craint', 'craint crains craignent craignait craindra crainte'],
    ['décevoir|déçoi|déçoiv|décev|décevr|déçu', 'décevoir déçoit déçoivent décevait décevra déçue déçus décevant'],
    ['souffrir|souffre|souffr|souffr|souffrir|souffert', 'souffre souffres souffrent souffrait souffrira soufferte'],
    ['rejeter|rejette|rejett|rejet|rejetter|rejeté', 'rejette rejettent rejetait rejettera rejetée'],
  ])('conjugates %s', (lemma, forms) => {
    expect(verbForms(lemma)).toEqual(expect.arrayContaining(forms.split(' ')));
  });
});
