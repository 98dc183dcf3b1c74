import type { Workspace } from './domain.ts';

/** The colour index (1..12) of each brand: its own choice, else its place in the list; the same on every screen. */
export function colorOf(workspace: Pick<Workspace, 'brands'>, brandId: string): number {
  const index = workspace.brands.findIndex((brand) => brand.id === brandId);
  return workspace.brands[index]?.color ?? (index < 0 ? 12 : (index % 12) + 1);
}
