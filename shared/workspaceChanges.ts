import type { Workspace } from './domain.ts';

/** The lists of a workspace whose items have an id and a name. */
export const changedLists = ['brands', 'themes', 'launches', 'brandSets'] as const;
export type ChangedList = (typeof changedLists)[number];

/** What differs between two versions: an item by its id, with the members that differ, or a member of the workspace itself. */
export type WorkspaceChange =
  | { list: ChangedList; id: string; name: string; is: 'added' | 'removed' }
  | { list: ChangedList; id: string; name: string; is: 'changed'; members: string[] }
  | { list: null; member: string };

type Item = { id: string; name: string };

/** As JSON writes it: members in their order, absent ones left out. */
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function membersOf<Value extends object>(before: Value, after: Value): string[] {
  const members = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Value & string>;
  return [...members].filter((member) => !same(before[member], after[member]));
}

function changesOf(list: ChangedList, before: readonly Item[], after: readonly Item[]): WorkspaceChange[] {
  const old = new Map(before.map((item) => [item.id, item]));
  const kept = new Set(after.map(({ id }) => id));
  const changes: WorkspaceChange[] = [];
  for (const item of after) {
    const earlier = old.get(item.id);
    if (!earlier) changes.push({ list, id: item.id, name: item.name, is: 'added' });
    else if (!same(earlier, item))
      changes.push({ list, id: item.id, name: item.name, is: 'changed', members: membersOf(earlier, item) });
  }
  for (const { id, name } of before) if (!kept.has(id)) changes.push({ list, id, name, is: 'removed' });
  return changes;
}

/** Everything that differs, lists first. An order that changed alone is told as a change of the list's member. */
export function workspaceChanges(before: Workspace, after: Workspace): WorkspaceChange[] {
  const changes = changedLists.flatMap((list) => changesOf(list, before[list], after[list]));
  const listed: readonly string[] = changedLists;
  for (const member of membersOf(before, after))
    if (!listed.includes(member) || !changes.some(({ list }) => list === member)) changes.push({ list: null, member });
  return changes;
}
