import { describe, expect, it } from 'vitest';
import { correctionWhere } from '../../../client/select/correctionWhere.ts';
import { defaultExplore } from '../../../client/select/exploreState.ts';
import { dropCorrection, forgetLearned, setOverrides, takeProposal } from '../../../client/select/ruleEdits.ts';
import { workspaceSchema } from '../../../shared/domain.ts';
import type { RetrainAnswer } from '../../../shared/protocol.ts';

const learned = {
  bias: { negative: 0, positive: 0.2 },
  words: [{ word: 'sick', negative: 0, positive: 1 }],
  measured: { corrections: 40, shipped: 0.6, learned: 0.7 },
};
const themes = [
  { id: 'price', name: 'Price', query: 'price' },
  { id: 'scent', name: 'Scent', query: 'scent' },
];
const workspace = workspaceSchema.parse({
  version: 1,
  themes,
  corrections: ['c1', 'c2'].map((id) => ({ id, where: { query: id }, say: { relevant: false } })),
});

describe('edits of the rules', () => {
  it('change what they are about and nothing else, on whatever version is newest', () => {
    const overrides = [{ word: 'sick', sentiment: 'positive' as const }];
    expect(setOverrides(overrides)(workspace)).toEqual({ ...workspace, overrides });
    const left = dropCorrection('c1')({ ...workspace, name: 'Newer' });
    expect(left).toEqual({ ...workspace, name: 'Newer', corrections: [workspace.corrections![1]] });
    expect(forgetLearned({ ...workspace, learned })).toEqual(workspace);
  });

  it('take from a proposal what was learned, not the settings it was learned under', () => {
    const examples = [{ text: 'smells of roses', is: true }];
    const proposed = { ...workspace, name: 'Older', learned, themes: [themes[0]!, { ...themes[1]!, examples }] };
    const taken = takeProposal({ workspace: proposed } as RetrainAnswer)({
      ...workspace,
      name: 'Newer',
      themes: [...themes, { id: 'pump', name: 'Pump', query: 'pump' }],
    });
    expect(taken).toMatchObject({ name: 'Newer', learned });
    expect(taken.themes.map(({ id, examples: own }) => [id, own?.length])).toEqual([
      ['price', undefined],
      ['scent', 1],
      ['pump', undefined],
    ]);
    const nothing = takeProposal({ workspace } as RetrainAnswer)({ ...workspace, learned });
    expect(nothing).not.toHaveProperty('learned');
  });
});

describe('correctionWhere', () => {
  const window = { from: 10, to: 20 };
  it('is what the filters say, and null where they narrow nothing', () => {
    expect(correctionWhere(defaultExplore, window)).toBeNull();
    expect(correctionWhere({ ...defaultExplore, q: '  ' }, null)).toBeNull();
    const state = { ...defaultExplore, q: ' lamp ', brands: ['lumen'], langs: ['fr'] };
    expect(correctionWhere(state, null)).toEqual({ query: 'lamp', brands: ['lumen'], langs: ['fr'] });
    expect(correctionWhere({ ...defaultExplore, opinions: ['negative'] }, window)).toEqual({
      opinions: ['negative'],
      from: 10,
      to: 20,
    });
  });
});
