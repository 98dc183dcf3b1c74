import { useCallback, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { StatusState } from '../../../shared/protocol.ts';
import { lastZone } from '../../history/lastZone.ts';
import { useDoubtfulThemes } from '../../history/useScoreboard.ts';
import { namesOf } from '../../history/useWorkspace.ts';
import { useFrame, useLive } from '../../live/useFrame.ts';
import { type ExploreState, exploreSearch, parseExplore } from '../../select/exploreState.ts';
import { launchNow } from '../../select/focus.ts';
import { useErrors } from '../../ui/Errors.tsx';
import { useHere } from '../../ui/hrefs.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useNamedWorkspace } from '../../ui/useNamedWorkspace.ts';
import { useWords } from '../../ui/useWords.ts';

/** Another document, or history counted anew: what was read before no longer holds. */
const selectVersion = (status: StatusState) => `${status.data} ${status.workspace} ${status.history.ruleSet}`;

export type Change = (patch: Partial<ExploreState>, how?: { replace?: boolean }) => void;

/** Whatever is narrowed anew is no longer about the copies of one text; only what is seen of them keeps them listed. */
const sight: readonly string[] = ['mention', 'isCounts', 'by', 'compare'] satisfies (keyof ExploreState)[];
const changed = (state: ExploreState, patch: Partial<ExploreState>): ExploreState =>
  Object.keys(patch).every((name) => sight.includes(name)) ? state : { ...state, copies: undefined };

/** The state in the address, the way to change it, and what all parts of the screen are named and formatted by. */
export function useExplore() {
  const { say, language } = useWords();
  const [, navigate] = useLocation();
  const here = useHere();
  const { search } = here;
  const live = useLive();
  const version = useFrame('status', selectVersion) ?? '';
  const workspace = useNamedWorkspace(version).data?.value;
  const doubtful = useDoubtfulThemes(version);
  const errors = useErrors();
  const state = useMemo(() => parseExplore(search), [search]);
  const change: Change = useCallback(
    (patch, how) => navigate(`/explore${exploreSearch({ ...changed(state, patch), ...patch }, search)}`, how),
    [state, search, navigate],
  );
  const noTheme = say('explore.noTheme');
  const names = useMemo(() => namesOf(workspace, noTheme), [workspace, noTheme]);
  const knownZone = workspace?.timeZone ?? lastZone();
  const zone = knownZone ?? 'UTC';
  const now = live.serverNow;
  const launch = useMemo(() => {
    const launches = workspace?.launches ?? [];
    const of = launches.filter((one) => state.brands.length === 0 || state.brands.includes(one.brand));
    // Since T0 means the launch under way; long after it, the latest there was.
    const begun = of.filter((one) => one.at <= now()).sort((a, b) => b.at - a.at);
    return launchNow(of, now()) ?? begun[0] ?? null;
  }, [workspace, state.brands, now]);
  const t0 = launch && launch.at <= now() ? launch.at : undefined;
  const format = useFormat(zone);
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  // One object while nothing changes: what is drawn from it need not be drawn again.
  return useMemo(
    () => ({
      state,
      change,
      version,
      workspace,
      names,
      doubtful,
      errors,
      zone,
      knownZone,
      format,
      t0,
      now,
      here,
      say,
      locale,
    }),
    [state, change, version, workspace, names, doubtful, errors, zone, knownZone, format, t0, now, here, say, locale],
  );
}

export type Explored = ReturnType<typeof useExplore>;
