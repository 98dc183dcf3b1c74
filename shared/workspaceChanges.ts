import type { Workspace } from './domain.ts';

/** The lists of a workspace whose items have an id and a name. */
export const namedLists = ['brands', 'themes', 'launches', 'brandSets', 'views'] as const;
export const changedLists = [...namedLists, 'overrides', 'corrections'] as const;
export type ChangedList = (typeof changedLists)[number];

/** Values that are told as they are; lists of words are told with commas, what has a name and a unit by these. */
export type Plain = string | number | boolean;

/**
 * A member that differs. Where both values are plain they are told, absent ones as null; of lists of things `items` says how
 * many there were and are.
 */
export type MemberChange = {
  member: string;
  from?: Plain | null;
  to?: Plain | null;
  items?: { from: number; to: number };
};

/** What differs between two versions: an item by its id, with the members that differ, or a member of the workspace itself. */
export type WorkspaceChange =
  | { list: ChangedList; id: string; name: string; is: 'added' | 'removed' }
  | { list: ChangedList; id: string; name: string; is: 'changed'; members: MemberChange[] }
  | ({ list: null } & MemberChange);

type Item = { id: string; name: string };

/** As JSON writes it: members in their order, absent ones left out. */
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function plainOf(value: unknown): Plain | null | undefined {
  if (value === undefined) return null;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ');
  if (typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string')
    return 'unit' in value && value.unit ? `${value.name}, ${String(value.unit)}` : value.name;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

/** How many things a value holds: the rows of a list, the words that were learned. */
function countOf(value: unknown): number | undefined {
  if (value === undefined) return 0;
  if (Array.isArray(value)) return value.length;
  if (typeof value === 'object' && value !== null && 'words' in value) return countOf(value.words);
  return undefined;
}

function memberChange(member: string, from: unknown, to: unknown): MemberChange {
  const [before, after] = [plainOf(from), plainOf(to)];
  // Of what goes by the same name something else changed.
  if (before !== undefined && after !== undefined && before !== after) return { member, from: before, to: after };
  const [held, holds] = [countOf(from), countOf(to)];
  return held === undefined || holds === undefined ? { member } : { member, items: { from: held, to: holds } };
}

function membersOf<Value extends object>(before: Value, after: Value, apart: readonly string[] = []): MemberChange[] {
  const members = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Value & string>;
  return [...members].flatMap((member): MemberChange[] => {
    const [from, to] = [before[member], after[member]];
    return apart.includes(member) || same(from, to) ? [] : [memberChange(member, from, to)];
  });
}

function changesOf(list: ChangedList, before: readonly Item[], after: readonly Item[]): WorkspaceChange[] {
  const old = new Map(before.map((item) => [item.id, item]));
  const kept = new Set(after.map(({ id }) => id));
  const isNamed = (namedLists as readonly string[]).includes(list);
  const changes: WorkspaceChange[] = [];
  for (const item of after) {
    const earlier = old.get(item.id);
    const { id, name } = item;
    if (!earlier) changes.push({ list, id, name, is: 'added' });
    else if (!same(earlier, item)) {
      const members = membersOf(earlier, item, isNamed ? [] : ['name']);
      changes.push({ list, id, name, is: 'changed', members });
    }
  }
  for (const { id, name } of before) if (!kept.has(id)) changes.push({ list, id, name, is: 'removed' });
  return changes;
}

/** Rules have no names of their own: a word is one, and of a correction its query tells most. */
function itemsOf(list: ChangedList, workspace: Workspace): readonly Item[] {
  if (list === 'overrides')
    return (workspace.overrides ?? []).map(({ word, ...one }) => ({
      id: one.brand === undefined ? word : `${word} ${one.brand}`,
      name: word,
      ...one,
    }));
  if (list === 'corrections')
    return (workspace.corrections ?? []).map(({ id, where, say }) => ({
      id,
      name: where.query === undefined ? id : `${id} (${where.query})`,
      ...where,
      ...say,
    }));
  return workspace[list] ?? [];
}

/** Everything that differs, lists first, and of `significance` its own members. An order that changed alone is told as a change of the list's member. */
export function workspaceChanges(before: Workspace, after: Workspace): WorkspaceChange[] {
  const changes = changedLists.flatMap((list) => changesOf(list, itemsOf(list, before), itemsOf(list, after)));
  const listed: readonly string[] = changedLists;
  for (const { member, ...rest } of membersOf(before, after)) {
    if (listed.includes(member)) {
      if (!changes.some(({ list }) => list === member)) changes.push({ list: null, member });
    } else if (member !== 'significance') changes.push({ list: null, member, ...rest });
    else for (const part of membersOf(before.significance, after.significance)) changes.push({ list: null, ...part });
  }
  return changes;
}
