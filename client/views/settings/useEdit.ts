import { useState } from 'react';
import type { Workspace } from '../../../shared/domain.ts';
import type { Answered } from '../../history/fetchJson.ts';
import { useRulesPreview } from '../../history/useRuleChange.ts';
import { useNewestWorkspace, useSaveWorkspace } from '../../history/useSaveWorkspace.ts';
import type { Edit } from '../../select/ruleEdits.ts';

/** The items as they are, with the examples that they had before. */
function withExamplesOf<Item extends { id: string; examples?: unknown }>(
  before: readonly Item[],
  items: readonly Item[],
): Item[] {
  return items.map((item) => {
    const { examples: _, ...plain } = item;
    const examples = before.find(({ id }) => id === item.id)?.examples;
    return (examples ? { ...plain, examples } : plain) as Item;
  });
}

/**
 * One change of the rules on its way: looked at, saved over the version it was looked at on, and taken back by saving the
 * members it touched as they were.
 */
export function useEdit(saved: Answered<Workspace>) {
  const preview = useRulesPreview();
  const save = useSaveWorkspace();
  const [edit, setEdit] = useState<Edit | null>(null);
  const [before, setBefore] = useState<Workspace | null>(null);
  const takeOver = useNewestWorkspace((newest) => {
    if (edit)
      save.mutate({ workspace: edit(newest.value), etag: newest.etag }, { onSuccess: () => done(newest.value) });
  });

  function done(was: Workspace | null) {
    setBefore(was);
    setEdit(null);
    preview.reset();
  }
  const undone: Edit = (workspace) => {
    if (!before) return workspace;
    const { overrides: _, corrections: __, learned: ___, ...others } = workspace;
    const { overrides, corrections, learned } = before;
    return {
      ...others,
      brands: withExamplesOf(before.brands, others.brands),
      themes: withExamplesOf(before.themes, others.themes),
      ...(overrides ? { overrides } : {}),
      ...(corrections ? { corrections } : {}),
      ...(learned ? { learned } : {}),
    };
  };
  return {
    edit,
    preview,
    save,
    takeOver,
    canUndo: before !== null,
    look(next: Edit): void {
      save.reset();
      setEdit(() => next);
      preview.mutate(next(saved.value));
    },
    apply(): void {
      if (!edit) return;
      save.mutate({ workspace: edit(saved.value), etag: saved.etag }, { onSuccess: () => done(saved.value) });
    },
    undo(): void {
      save.mutate({ workspace: undone(saved.value), etag: saved.etag }, { onSuccess: () => done(null) });
    },
    discard(): void {
      save.reset();
      preview.reset();
      setEdit(null);
    },
  };
}

export type Editing = ReturnType<typeof useEdit>;
