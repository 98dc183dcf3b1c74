import { describe, expect, it } from 'vitest';
import { idFor, queryFor, renamed, withItem, withoutItem } from '../../../client/select/watched.ts';
import { parseQuery } from '../../../server/pipeline/query/parseQuery.ts';
import { workspaceSchema } from '../../../shared/domain.ts';

const workspace = workspaceSchema.parse({
  version: 1,
  brands: [
    { id: 'solenne', name: 'Solenne', query: 'solenne' },
    { id: 'kaoline', name: 'Kaoline', query: 'kaoline' },
  ],
  brandSets: [
    { id: 'all', name: 'All', brands: ['solenne', 'kaoline'] },
    { id: 'one', name: 'One', brands: ['kaoline'] },
  ],
});

describe('watched brands and themes', () => {
  it('makes ids that the workspace takes, from any name', () => {
    for (const name of ['Maison Aurée', 'none', '!!!', '名前', 'Solenne', `${'long '.repeat(20)}`]) {
      const next = withItem(workspace, 'brands', { id: idFor(name, ['solenne', 'kaoline']), name, query: 'x' });
      expect(workspaceSchema.safeParse(next).success, name).toBe(true);
    }
    expect(idFor('Maison Aurée', [])).toBe('maison-auree');
    expect(idFor('Solenne', ['solenne'])).toBe('solenne-2');
  });

  it('keeps the names that a form does not show, until the item gets another name', () => {
    const price = { id: 'price', name: 'Price', names: { fr: 'Prix' }, query: 'price' };
    expect(renamed(price, { id: 'price', name: 'Price', query: 'price, cost' })).toEqual({
      ...price,
      query: 'price, cost',
    });
    expect(renamed(price, { id: 'price', name: 'Value', query: 'price' })).toEqual({
      ...{ id: 'price', name: 'Value', query: 'price' },
    });
    expect(renamed(undefined, { id: 'new', name: 'New', query: 'x' })).toEqual({ id: 'new', name: 'New', query: 'x' });
  });

  it('replaces in place, removes from its sets, and comes back where it stood', () => {
    const renamed = withItem(workspace, 'brands', { id: 'solenne', name: 'Solenne Paris', query: 'solenne' });
    expect(renamed.brands.map(({ name }) => name)).toEqual(['Solenne Paris', 'Kaoline']);
    const without = withoutItem(workspace, 'brands', 'kaoline');
    expect(without.brandSets).toEqual([{ id: 'all', name: 'All', brands: ['solenne'] }]);
    expect(workspaceSchema.safeParse(without).success).toBe(true);
    expect({ ...withItem(without, 'brands', workspace.brands[1]!, 1), brandSets: workspace.brandSets }).toEqual(
      workspace,
    );
  });

  it('keeps launches the same way', () => {
    const launch = { id: 'glow', name: 'Glow', brand: 'solenne', at: 1e12, timeZone: 'UTC', events: [], decisions: [] };
    const planned = withItem(workspace, 'launches', launch);
    expect(workspaceSchema.parse(planned).launches).toEqual([launch]);
    expect(withItem(planned, 'launches', { ...launch, name: 'Glow 2' }).launches).toMatchObject([{ name: 'Glow 2' }]);
    expect(withoutItem(planned, 'launches', 'glow')).toEqual(workspace);
  });

  it('lets launches name nobody that is gone', () => {
    const launch = { id: 'glow', name: 'Glow', brand: 'solenne', at: 1e12, timeZone: 'UTC', events: [], decisions: [] };
    const later = { ...launch, id: 'later', competitors: ['kaoline'], compareWith: ['glow'] };
    const planned = { ...workspace, launches: [launch, later] };
    const gone = withoutItem(withoutItem(planned, 'launches', 'glow'), 'brands', 'kaoline');
    expect(gone.launches).toEqual([{ ...later, competitors: [], compareWith: [] }]);
    expect(workspaceSchema.safeParse(gone).success).toBe(true);
  });

  it('lets rules of alerts name nobody that is gone, and switches off what would watch everything then', () => {
    const rule = { id: 'a', name: 'A', kinds: ['volume'], brands: ['solenne', 'kaoline'] };
    const planned = workspaceSchema.parse({
      ...workspace,
      alerts: {
        rules: [rule, { ...rule, id: 'b', brands: ['kaoline'] }, { ...rule, id: 'c', brands: undefined }],
        quietHours: null,
      },
    });
    const gone = withoutItem(planned, 'brands', 'kaoline');
    const left = gone.alerts!.rules.map(({ brands, isOff }) => ({ brands, isOff }));
    expect(left).toEqual([
      { brands: ['solenne'], isOff: false },
      { brands: undefined, isOff: true },
      { brands: undefined, isOff: false },
    ]);
    expect(workspaceSchema.safeParse(gone).success).toBe(true);
    // What names somebody that is not there is refused: nobody would notice that it watches nothing.
    expect(workspaceSchema.safeParse({ ...planned, brands: gone.brands, brandSets: [] }).success).toBe(false);
  });

  it('proposes a query that the compiler takes', () => {
    for (const name of ['Solenne', 'Maison Aurée', 'L’Atelier "Brume"', 'C+', 'a b c'])
      expect(parseQuery(queryFor(name)).ok, queryFor(name)).toBe(true);
    expect(queryFor('Atelier Brume')).toBe('"Atelier Brume" OR AtelierBrume');
  });
});
