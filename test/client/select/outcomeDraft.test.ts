import { describe, expect, it } from 'vitest';
import { lacksOutcomeName, outcomeDraftOf, withOutcome } from '../../../client/select/outcomeDraft.ts';
import { workspaceSchema } from '../../../shared/domain.ts';

const bare = workspaceSchema.parse({ version: 1 });

describe('what outcomes of launches are called', () => {
  it('is written down without blanks around it, with or without a unit, and taken away again', () => {
    const share = withOutcome(bare, { name: ' market share ', unit: ' % ' });
    expect(share.outcome).toEqual({ name: 'market share', unit: '%' });
    expect(outcomeDraftOf(share)).toEqual({ name: 'market share', unit: '%' });
    expect(workspaceSchema.parse(share)).toEqual(share);
    expect(withOutcome(share, { name: 'downloads', unit: '' }).outcome).toEqual({ name: 'downloads' });
    expect(withOutcome(share, { name: ' ', unit: '' })).toEqual(bare);
    expect(outcomeDraftOf(bare)).toEqual({ name: '', unit: '' });
  });

  it('has a name wherever it has a unit', () => {
    expect(lacksOutcomeName({ name: '', unit: '%' })).toBe(true);
    expect(lacksOutcomeName({ name: 'share', unit: '%' })).toBe(false);
    expect(lacksOutcomeName({ name: '', unit: ' ' })).toBe(false);
  });

  it('keeps its name in another language while its own name stays', () => {
    const share = { ...bare, outcome: { name: 'market share', names: { fr: 'part de marché' }, unit: '%' } };
    expect(withOutcome(share, { name: 'market share', unit: 'points' }).outcome).toEqual({
      ...share.outcome,
      unit: 'points',
    });
    expect(withOutcome(share, { name: 'downloads', unit: '' }).outcome).toEqual({ name: 'downloads' });
  });
});
