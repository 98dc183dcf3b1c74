import { describe, expect, it } from 'vitest';
import { workspaceSchema } from '../../shared/domain.ts';
import { workspaceChanges } from '../../shared/workspaceChanges.ts';

const brand = (id: string, query = id) => ({ id, name: id.toUpperCase(), query });
const make = (more: object) => workspaceSchema.parse({ version: 1, brands: [brand('a'), brand('b')], ...more });

describe('workspaceChanges', () => {
  it('says nothing of equal documents', () => {
    expect(workspaceChanges(make({}), make({}))).toEqual([]);
  });

  it('names what was added, removed and changed, with its members', () => {
    const after = make({
      brands: [brand('b', 'b OR bb'), brand('c')],
      themes: [{ id: 'price', name: 'Price', query: 'price' }],
      significance: { threshold: 0.4 },
    });
    expect(workspaceChanges(make({}), after)).toEqual([
      { list: 'brands', id: 'b', name: 'B', is: 'changed', members: [{ member: 'query', from: 'b', to: 'b OR bb' }] },
      { list: 'brands', id: 'c', name: 'C', is: 'added' },
      { list: 'brands', id: 'a', name: 'A', is: 'removed' },
      { list: 'themes', id: 'price', name: 'Price', is: 'added' },
      { list: null, member: 'threshold', from: 0.5, to: 0.4 },
    ]);
  });

  it('tells what is measured of launches by its name and unit', () => {
    const share = { name: 'market share', unit: '%' };
    const measured = (outcome: object) => make({ outcome });
    expect(workspaceChanges(make({}), measured(share))).toEqual([
      { list: null, member: 'outcome', from: null, to: 'market share, %' },
    ]);
    expect(workspaceChanges(measured(share), measured({ name: 'sales' }))).toEqual([
      { list: null, member: 'outcome', from: 'market share, %', to: 'sales' },
    ]);
    expect(workspaceChanges(measured(share), measured({ ...share, names: { fr: 'part' } }))).toEqual([
      { list: null, member: 'outcome' },
    ]);
  });

  it('tells a change of order alone, and a member that came', () => {
    expect(workspaceChanges(make({}), make({ brands: [brand('b'), brand('a')] }))).toEqual([
      { list: null, member: 'brands' },
    ]);
    const coloured = make({ brands: [{ ...brand('a'), color: 3 }, brand('b')] });
    expect(workspaceChanges(make({}), coloured)).toMatchObject([
      { id: 'a', members: [{ member: 'color', from: null, to: 3 }] },
    ]);
    const learning = make({ themes: [{ id: 'p', name: 'P', query: 'p', examples: [{ text: 'x', is: true }] }] });
    const more = make({ themes: [{ id: 'p', name: 'P', query: 'p', examples: [{ text: 'y', is: true }] }] });
    expect(workspaceChanges(learning, more)).toMatchObject([
      { id: 'p', members: [{ member: 'examples', items: { from: 1, to: 1 } }] },
    ]);
  });

  it('tells rules one by one, so that a change and its undoing read differently', () => {
    const rule = { id: 'c1', where: { query: 'lamp', brands: ['a'] }, say: { relevant: false } };
    const ruled = make({
      overrides: [{ word: 'sick', sentiment: 'positive' }],
      corrections: [rule],
      languages: ['en'],
    });
    expect(workspaceChanges(make({}), ruled)).toEqual([
      { list: 'overrides', id: 'sick', name: 'sick', is: 'added' },
      { list: 'corrections', id: 'c1', name: 'c1 (lamp)', is: 'added' },
      { list: null, member: 'languages', from: '', to: 'en' },
    ]);
    expect(workspaceChanges(ruled, make({}))).toEqual([
      { list: 'overrides', id: 'sick', name: 'sick', is: 'removed' },
      { list: 'corrections', id: 'c1', name: 'c1 (lamp)', is: 'removed' },
      { list: null, member: 'languages', from: 'en', to: '' },
    ]);
    const other = make({
      overrides: [{ word: 'sick', sentiment: 'negative' }],
      corrections: [{ ...rule, where: { query: 'desk' } }],
      languages: ['en'],
    });
    expect(workspaceChanges(ruled, other)).toEqual([
      {
        list: 'overrides',
        id: 'sick',
        name: 'sick',
        is: 'changed',
        members: [{ member: 'sentiment', from: 'positive', to: 'negative' }],
      },
      {
        list: 'corrections',
        id: 'c1',
        name: 'c1 (desk)',
        is: 'changed',
        members: [
          { member: 'query', from: 'lamp', to: 'desk' },
          { member: 'brands', from: 'a', to: null },
        ],
      },
    ]);
  });
});
