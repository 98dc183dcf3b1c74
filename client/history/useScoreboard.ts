import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useContext, useMemo } from 'react';
import type { ScoreboardAnswer, ScoreLabel, SheetAnswer, SheetItem } from '../../shared/scoreboard.ts';
import { KeeperContext } from '../live/keeper.ts';
import { getJson, type RequestFailed, sendJson } from './fetchJson.ts';

/** Labels come twenty a day: figures made of them may be some minutes old. */
const staleMs = 300_000;

/** A version begins with the data set that it is of. */
const dataOf = (version: string | undefined) => version?.split(' ', 1)[0];

/** What people's labels say of the machine. `version` empty: nothing is asked until it is known. */
export function useScoreboard(version: string): UseQueryResult<ScoreboardAnswer> {
  return useQuery({
    queryKey: ['scoreboard', version],
    queryFn: ({ signal }) => getJson<ScoreboardAnswer>('/api/scoreboard', signal),
    enabled: version !== '',
    // The labels of the demo say nothing of one's own data, nor the other way round.
    placeholderData: (before, asked) => (dataOf(asked?.queryKey[1]) === dataOf(version) ? before : undefined),
    staleTime: staleMs,
    refetchInterval: staleMs,
  });
}

/** The same, and offline what was known when the screen was last live. */
export function useBoard(version: string): ScoreboardAnswer | undefined {
  const keeper = useContext(KeeperContext);
  return useScoreboard(version).data ?? keeper?.board() ?? undefined;
}

/** Ids of themes under which messages are often filed wrongly, with the share that is filed rightly. */
export function useDoubtfulThemes(version: string): ReadonlyMap<string, number> {
  const themes = useBoard(version)?.themes;
  return useMemo(() => {
    const doubted = new Map<string, number>();
    for (const { id, doubtful, share } of themes ?? []) if (doubtful && share !== null) doubted.set(id, share);
    return doubted;
  }, [themes]);
}

/** Ids of themes of which enough labels say how messages are filed; what others show nobody has checked. Undefined: not known yet. */
export function useCheckedThemes(version: string): ReadonlySet<string> | undefined {
  const themes = useBoard(version)?.themes;
  return useMemo(() => themes && new Set(themes.filter(({ share }) => share !== null).map(({ id }) => id)), [themes]);
}

/** Today's messages to label. `isAllowed` false: this key may not label, so nothing is asked. */
export function useSheet(version: string, isAllowed: boolean): UseQueryResult<SheetAnswer, RequestFailed> {
  return useQuery({
    queryKey: ['sheet', version],
    queryFn: ({ signal }) => getJson<SheetAnswer>('/api/scoreboard/today', signal),
    enabled: isAllowed,
    staleTime: staleMs,
  });
}

export type Labelling = { seq: number; label: ScoreLabel };

export type LabelSaving = UseMutationResult<SheetItem, RequestFailed, Labelling> & {
  /** The sheet with every label given up to now; what is on screen follows it a moment later than two quick keys. */
  itemsNow: () => readonly SheetItem[];
};

/** Saves a label; the sheet on screen holds it at once, and gives it back if it was refused. */
export function useLabel(day: string, version: string): LabelSaving {
  const queries = useQueryClient();
  const key = ['sheet', version];
  const put = (seq: number, change: Partial<SheetItem>) =>
    queries.setQueryData<SheetAnswer>(
      key,
      (sheet) =>
        sheet && { ...sheet, items: sheet.items.map((item) => (item.seq === seq ? { ...item, ...change } : item)) },
    );
  const saving = useMutation<SheetItem, RequestFailed, Labelling>({
    mutationFn: async ({ seq, label }) =>
      (await sendJson<SheetItem>('PUT', `/api/scoreboard/labels/${seq}`, { day, ...label })).value,
    onMutate: ({ seq, label }) => put(seq, { label }),
    onError: (_, { seq }) => put(seq, { label: undefined }),
    onSuccess: (item) => {
      put(item.seq, { machine: item.machine });
      return queries.invalidateQueries({ queryKey: ['scoreboard'] });
    },
  });
  return { ...saving, itemsNow: () => queries.getQueryData<SheetAnswer>(key)?.items ?? [] };
}
