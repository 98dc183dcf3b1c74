import type { ChangedList, WorkspaceChange } from '../../shared/workspaceChanges.ts';

/** Of one version's changes, the lists to which several things were added, with their names; all else stays by itself, in order. */
export function addedTogether(changes: readonly WorkspaceChange[]): {
  together: { list: ChangedList; names: string[] }[];
  single: WorkspaceChange[];
} {
  const byList = new Map<ChangedList, string[]>();
  for (const change of changes)
    if (change.list !== null && change.is === 'added')
      byList.set(change.list, [...(byList.get(change.list) ?? []), change.name]);
  const together = [...byList].flatMap(([list, names]) => (names.length > 1 ? [{ list, names }] : []));
  const isTogether = (change: WorkspaceChange) =>
    change.list !== null && change.is === 'added' && together.some(({ list }) => list === change.list);
  return { together, single: changes.filter((change) => !isTogether(change)) };
}
