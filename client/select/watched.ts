import type { Brand, Launch, Theme, Workspace } from '../../shared/domain.ts';

export type WatchedKind = 'brands' | 'themes';
export type Watched = Brand | Theme;
/** Lists of the workspace whose items have ids. */
type Lists = { brands: Brand; themes: Theme; launches: Launch };

/** An id made of a name: letters and digits with dashes, unlike any that is taken. "none" means no theme, so it is never one. */
export function idFor(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  const base = plain === '' || plain === 'none' ? 'watched' : plain;
  let id = base;
  for (let count = 2; taken.includes(id); count++) id = `${base}-${count}`;
  return id;
}

/** An item as it is written anew; under another name it goes by that in all languages. */
export function renamed(item: Watched | undefined, written: Pick<Watched, 'id' | 'name' | 'query'>): Watched {
  const { names, ...rest } = (item ?? {}) as Partial<Theme>;
  return { ...rest, ...(names && written.name === item?.name ? { names } : {}), ...written };
}

/** The workspace with an item replaced by id, or put at `index` (the end without one). */
export function withItem<Kind extends keyof Lists>(
  workspace: Workspace,
  kind: Kind,
  item: Lists[Kind],
  index?: number,
): Workspace {
  const items = [...workspace[kind]] as Lists[Kind][];
  const at = items.findIndex((one) => one.id === item.id);
  if (at >= 0) items[at] = item;
  else items.splice(index ?? items.length, 0, item);
  return { ...workspace, [kind]: items };
}

const without = (ids: readonly string[] | undefined, id: string) => ids?.filter((one) => one !== id);

/** Rules that named what is gone; one that watched nothing else is switched off, for without a list it would watch everything. */
function rulesWithout(alerts: Workspace['alerts'], list: 'brands' | 'themes', id: string): Workspace['alerts'] {
  if (!alerts) return undefined;
  const rules = alerts.rules.map((rule) => {
    const named = rule[list];
    if (!named?.includes(id)) return rule;
    const left = named.filter((one) => one !== id);
    if (left.length > 0) return { ...rule, [list]: left };
    const { [list]: _, ...everything } = rule;
    return { ...everything, isOff: true };
  });
  return { ...alerts, rules };
}

/**
 * The workspace without an item; a brand leaves its sets too, and a set without brands goes. Launches and rules of alerts name neither any
 * more.
 */
export function withoutItem(workspace: Workspace, kind: keyof Lists, id: string): Workspace {
  const items = (workspace[kind] as Lists[typeof kind][]).filter((one) => one.id !== id);
  if (kind === 'launches') {
    const launches = (items as Launch[]).map((launch) =>
      launch.compareWith ? { ...launch, compareWith: without(launch.compareWith, id) } : launch,
    );
    return { ...workspace, launches };
  }
  const alerts = rulesWithout(workspace.alerts, kind, id);
  const kept = alerts ? { ...workspace, alerts } : workspace;
  if (kind === 'themes') return { ...kept, themes: items as Theme[] };
  const launches = workspace.launches.map((launch) =>
    launch.competitors ? { ...launch, competitors: without(launch.competitors, id) } : launch,
  );
  const brandSets = workspace.brandSets
    .map((set) => ({ ...set, brands: set.brands.filter((brand) => brand !== id) }))
    .filter((set) => set.brands.length > 0);
  return { ...kept, brands: items as Brand[], brandSets, launches };
}

/** A first query for a name: the name as a phrase, and its words run together as a tag is written. */
export function queryFor(name: string): string {
  const words = name.trim().replaceAll('"', '').split(/\s+/).filter(Boolean);
  if (words.length === 0) return '';
  const [first] = words;
  if (words.length === 1) return /^[\p{L}\p{N}]+$/u.test(first!) ? first! : `"${first}"`;
  const joined = words.join('').replaceAll(/[^\p{L}\p{N}]/gu, '');
  return joined === '' ? `"${words.join(' ')}"` : `"${words.join(' ')}" OR ${joined}`;
}
