import { useContext, useEffect, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { Launch, Workspace } from '../../shared/domain.ts';
import { namedIn } from '../../shared/nameIn.ts';
import type { FiguresState, StatusState } from '../../shared/protocol.ts';
import type { Errors } from '../../shared/uncertainty.ts';
import { useCheckedThemes, useDoubtfulThemes } from '../history/useScoreboard.ts';
import { type Names, namesOf, useWorkspace } from '../history/useWorkspace.ts';
import { KeeperContext } from '../live/keeper.ts';
import { useFrame, useKeptSince } from '../live/useFrame.ts';
import { mentionsOf } from '../select/cells.ts';
import { brandSetOf, focusOf } from '../select/focus.ts';
import { useErrors } from './Errors.tsx';
import { useIsFilling } from './useIsFilling.ts';
import { useNow } from './useNow.ts';
import { useWords } from './useWords.ts';

/** What a screen speaks of: brand, launch, the brands beside it, and how to name them. */
export type Stage = {
  workspace: Workspace;
  names: Names;
  brand: string;
  launch: Launch | null;
  set: { name: string | null; brands: string[] };
  zone: string;
  /** Themes that are often wrong, with the share that is right. */
  doubtful: ReadonlyMap<string, number>;
  /** Themes whose filing enough labels speak of, right or wrong; undefined: not known yet. */
  checked: ReadonlySet<string> | undefined;
  /** Of net sentiment: every interval is made with it. */
  errors: Errors;
  /** When the server last said that the workspace changed. */
  data: StatusState['data'];
};

export type StageState =
  | { is: 'loading' }
  | { is: 'failed'; error: Error; retry: () => void }
  | { is: 'empty' }
  /** The demo's story is still being told up to now: its figures would be untrue. */
  | { is: 'filling' }
  | { is: 'ready'; stage: Stage };

const selectVersion = (status: StatusState) => `${status.data} ${status.workspace}`;
const selectData = (status: StatusState) => status.data;
const selectMentions = (state: FiguresState) => state.now;

/** Which brand the screen is about; `path` names one launch, or else the address does. The figures of a day decide where nothing else does. */
export function useStage(path?: string): StageState {
  const { say, language } = useWords();
  const [params] = useSearchParams();
  const version = useFrame('status', selectVersion);
  const data = useFrame('status', selectData) ?? 'own';
  const isFilling = useIsFilling();
  const clock = useNow(60_000);
  const keptSince = useKeptSince();
  // Which launch a kept screen speaks of was decided when it was live.
  const now = keptSince ?? clock;
  const answer = useWorkspace(version);
  const doubtful = useDoubtfulThemes(version ?? '');
  const checked = useCheckedThemes(version ?? '');
  const errors = useErrors();
  const keeper = useContext(KeeperContext);
  const read = answer.data?.value;
  useEffect(() => {
    if (read) keeper?.note(read);
  }, [keeper, read]);
  const known = read ?? (keptSince !== null || answer.isFetching ? (keeper?.workspace() ?? undefined) : undefined);
  const workspace = useMemo(() => known && namedIn(known, language), [known, language]);
  const asked = params.get('brand') ?? undefined;
  const launch = path ?? params.get('launch') ?? undefined;
  const needsDay = workspace !== undefined && asked === undefined && workspace.launches.length === 0;
  const cells = useFrame(needsDay ? 'figures/24h' : null, selectMentions);

  const focus = useMemo(() => {
    if (!workspace) return null;
    const mentions: Record<string, number> = {};
    for (const [brand, themes] of Object.entries(cells ?? {}))
      if (themes['*']) mentions[brand] = mentionsOf(themes['*']);
    return focusOf(workspace, now, mentions, { brand: asked, launch });
  }, [workspace, now, cells, asked, launch]);

  const noTheme = say('brief.noneTheme');
  const names = useMemo(() => namesOf(workspace, noTheme), [workspace, noTheme]);
  const brand = focus?.brand;
  const near = focus?.launch ?? null;
  return useMemo((): StageState => {
    if (!workspace)
      return answer.error
        ? { is: 'failed', error: answer.error, retry: () => void answer.refetch() }
        : { is: 'loading' };
    if (brand === undefined) return { is: 'empty' };
    if (isFilling) return { is: 'filling' };
    return {
      is: 'ready',
      stage: {
        workspace,
        names,
        brand,
        launch: near,
        set: brandSetOf(workspace, brand),
        zone: near?.timeZone ?? workspace.timeZone,
        doubtful,
        checked,
        errors,
        data,
      },
    };
  }, [workspace, answer, names, brand, near, doubtful, checked, errors, data, isFilling]);
}
