import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/pipeline/analyze.ts';
import { explain } from '../../../server/pipeline/explain.ts';
import { compileRules } from '../../../server/pipeline/rules.ts';
import type { Post } from '../../../shared/domain.ts';
import { makeWorkspace } from '../../support/analysed.ts';

/** Invented: a film and a character of a fighting game share a name. */
const film = [
  'the Harlekin film opens in cinemas this winter',
  'new trailer of Harlekin, the actor is chilling',
  'went to the cinema for Harlekin, what a score',
  'Harlekin wins the festival prize for best film',
  'the director of Harlekin on shooting in the old theatre',
  'is Harlekin in cinemas next week already? the trailer is out',
  'the actor lost so much weight for the film Harlekin',
  'tickets for the Harlekin premiere, red carpet and cinema',
  'a sad film, Harlekin, and a great actor',
  'Harlekin poster in the cinema, the film opens on Friday',
];
const game = [
  'Harlekin joins the game as a fighter in the next patch',
  'maining Harlekin in ranked, his combo is broken',
  'Harlekin downloadable fighter leaked, which stage will he have',
  'the Harlekin skin costs 800 coins in the game shop',
  'buff Harlekin please, his down smash has no range',
  'Harlekin amiibo preorder, the fighter pass is worth it',
  'my controller died while I played Harlekin online',
  'tier list: Harlekin is top in this patch of the game',
  'Harlekin combo video, ranked with the new fighter',
  'the game finally fixed the Harlekin crash on the stage select',
];
const examples = [...film.map((text) => ({ text, is: true })), ...game.map((text) => ({ text, is: false }))];
const brand = { id: 'harlekin', name: 'Harlekin', query: 'harlekin' };
const plain = makeWorkspace({ brands: [brand], themes: [] });
const taught = makeWorkspace({ brands: [{ ...brand, examples }], themes: [] });
const post = (text: string): Post => ({ id: '1', source: 's', channel: 'social', at: 0, lang: 'en', text });
const about =
  'Harlekin crashes in ranked since the patch, does anyone else have this with the fighter? The game is broken';
const seen =
  'Does anyone know why the cinema cancelled Harlekin? I bought tickets for the film and they refuse a refund';

describe('a brand that shares its name', () => {
  it('sets aside what is about the namesake, once examples tell them apart, and says so in the trace', () => {
    const [before, after] = [plain, taught].map((workspace) => analyze(post(about), compileRules(workspace, 1)));
    expect(before!.stage).toBe('significant');
    expect(after!.stage).toBe('important');
    expect(after!.brands).toEqual(before!.brands);
    const { significance, differs } = explain(post(about), after!, compileRules(taught, 1));
    expect(significance.parts.find(({ name }) => name === 'homonym')!.value).toBeLessThan(-0.3);
    expect(differs).toBeUndefined();
  });

  it('keeps what is about the brand', () => {
    expect(analyze(post(seen), compileRules(taught, 1)).stage).toBe('significant');
  });

  it('leaves alone a post that names another brand too, and a brand with too few examples', () => {
    const other = { id: 'lumen', name: 'Lumen', query: 'lumen' };
    const two = makeWorkspace({ brands: [{ ...brand, examples }, other], themes: [] });
    expect(analyze(post(`${about}. And Lumen?`), compileRules(two, 1)).stage).toBe('significant');
    const few = makeWorkspace({ brands: [{ ...brand, examples: examples.slice(0, 12) }], themes: [] });
    expect(analyze(post(about), compileRules(few, 1))).toEqual(analyze(post(about), compileRules(plain, 1)));
  });
});
