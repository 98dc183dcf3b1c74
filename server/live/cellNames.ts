import type { FunnelRow } from '../store/store.ts';

/** What a counted cell is about. Channels, unscored languages and funnel outcomes are counted like themes. */
export type CellName =
  | { kind: 'theme'; brand: string; theme: string }
  | { kind: 'channel' | 'unscored'; name: string }
  | { kind: 'outcome'; name: FunnelRow['outcome'] };

/** Numbers for cells, given in the order in which they first appear; never taken back (there are few). */
export type CellNames = {
  theme(brand: string, theme: string): number;
  other(kind: 'channel' | 'unscored' | 'outcome', name: string): number;
  name(cell: number): CellName;
  all(kind: 'channel' | 'unscored' | 'outcome'): readonly number[];
};

export function createCellNames(): CellNames {
  const names: CellName[] = [];
  const themes = new Map<string, Map<string, number>>();
  const others = { channel: new Map(), unscored: new Map(), outcome: new Map() } satisfies Record<
    string,
    Map<string, number>
  >;
  const numberIn = (map: Map<string, number>, key: string, name: () => CellName): number => {
    let cell = map.get(key);
    if (cell === undefined) {
      cell = names.push(name()) - 1;
      map.set(key, cell);
    }
    return cell;
  };
  return {
    theme(brand, theme) {
      let ofBrand = themes.get(brand);
      if (!ofBrand) {
        ofBrand = new Map();
        themes.set(brand, ofBrand);
      }
      return numberIn(ofBrand, theme, () => ({ kind: 'theme', brand, theme }));
    },
    other: (kind, name) => numberIn(others[kind], name, () => ({ kind, name }) as CellName),
    name: (cell) => names[cell]!,
    all: (kind) => [...(others[kind].values() as Iterable<number>)],
  };
}
