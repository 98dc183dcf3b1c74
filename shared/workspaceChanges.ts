import type { Workspace } from './domain.ts';

/** The lists of a workspace whose items have an id and a name. */
export const changedLists = ['brands', 'themes', 'launches', 'brandSets'] as const;
export type ChangedList = (typeof changedLists)[number];

/** A member that differs; where both values are plain they are told, absent ones as null. */
export type MemberChange = { member: string; from?: Plain | null; to?: Plain | null };
export type Plain = string | number | boolean;

/** What differs between two versions: an item by its id, with the members that differ, or a member of the workspace itself. */
export type WorkspaceChange =
  | { list: ChangedList; id: string; name: string; is: 'added' | 'removed' }
  | { list: ChangedList; id: string; name: string; is: 'changed'; members: MemberChange[] }
  | ({ list: null } & MemberChange);

type Item = { id: string; name: string };

/** As JSON writes it: members in their order, absent ones left out. */
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

const isPlain = (value: unknown): value is Plain | undefined => value === undefined || typeof value !== 'object';

function membersOf<Value extends object>(before: Value, after: Value): MemberChange[] {
  const members = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Value & string>;
  return [...members].flatMap((member): MemberChange[] => {
    const [from, to] = [before[member], after[member]];
    if (same(from, to)) return [];
    return [isPlain(from) && isPlain(to) ? { member, from: from ?? null, to: to ?? null } : { member }];
  });
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

/** Everything that differs, lists first, and of `significance` its own members. An order that changed alone is told as a change of the list's member. */
export function workspaceChanges(before: Workspace, after: Workspace): WorkspaceChange[] {
  const changes = changedLists.flatMap((list) => changesOf(list, before[list], after[list]));
  const listed: readonly string[] = changedLists;
  for (const one of membersOf(before, after)) {
    if (listed.includes(one.member) && changes.some(({ list }) => list === one.member)) continue;
    if (one.member !== 'significance') changes.push({ list: null, ...one });
    else for (const part of membersOf(before.significance, after.significance)) changes.push({ list: null, ...part });
  }
  return changes;
}
