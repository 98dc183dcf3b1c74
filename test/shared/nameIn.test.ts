import { expect, it } from 'vitest';
import { workspaceSchema } from '../../shared/domain.ts';
import type { ComparedLaunch } from '../../shared/launchComparison.ts';
import { comparisonNamed, namedIn, nameIn } from '../../shared/nameIn.ts';

const workspace = workspaceSchema.parse({
  version: 1,
  brands: [{ id: 'lumen', name: 'Lumen', query: 'lumen' }],
  themes: [
    { id: 'price', name: 'Price', names: { fr: 'Prix' }, query: 'price' },
    { id: 'scent', name: 'Scent', query: 'scent' },
  ],
  launches: [
    {
      ...{ id: 'balm', name: 'Lumen balm', names: { fr: 'Baume Lumen' }, brand: 'lumen', at: 1 },
      events: [{ at: 1, name: 'film out', names: { fr: 'sortie du film' }, kind: 'film' }],
      decisions: [{ at: 2, name: 'Price told', names: { fr: 'Prix annoncé' } }],
    },
  ],
  outcome: { name: 'market share', names: { fr: 'part de marché' } },
});

it('goes by its name in every language that has no other', () => {
  expect(nameIn({ name: 'Price', names: { fr: 'Prix' } }, 'fr')).toBe('Prix');
  expect(nameIn({ name: 'Price', names: { fr: 'Prix' } }, 'en')).toBe('Price');
  expect(nameIn({ name: 'Price' }, 'fr')).toBe('Price');
});

it('reads themes, launches, their events and decisions and the outcome in a language, and leaves the workspace as it was', () => {
  const read = namedIn(workspace, 'fr');
  expect(read.themes.map(({ name }) => name)).toEqual(['Prix', 'Scent']);
  expect(read.launches[0]).toMatchObject({ name: 'Baume Lumen', events: [{ name: 'sortie du film' }] });
  expect(read.launches[0]!.decisions.map(({ name }) => name)).toEqual(['Prix annoncé']);
  expect(read.outcome?.name).toBe('part de marché');
  expect(namedIn(workspace, 'en')).toEqual(workspace);
  expect(workspace.themes[0]!.name).toBe('Price');
});

it('names compared launches as that workspace does, and those that are gone as they were', () => {
  const [launch, past] = [
    { id: 'balm', name: 'Lumen balm' },
    { id: 'gone', name: 'Lumen oil' },
  ] as ComparedLaunch[];
  const named = comparisonNamed({ launch: launch!, past: [past!] }, namedIn(workspace, 'fr').launches);
  expect([named.launch.name, named.past[0]!.name]).toEqual(['Baume Lumen', 'Lumen oil']);
});

it('keeps old workspaces valid and knows no other language', () => {
  const theme = { id: 'price', name: 'Price', query: 'price' };
  expect(workspaceSchema.safeParse({ version: 1, themes: [theme] }).success).toBe(true);
  expect(workspaceSchema.safeParse({ version: 1, themes: [{ ...theme, names: { de: 'Preis' } }] }).success).toBe(false);
});
