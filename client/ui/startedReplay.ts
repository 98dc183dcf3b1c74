import type { FollowedReplay } from '../history/useReplay.ts';

const nameOf = (launch: string) => `launchroom.replay.${launch}`;

/** Which replay of a launch this tab started or joined: a page that is loaded again finds it. Storage that is refused keeps nothing. */
export function startedReplay(launch: string): FollowedReplay | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(launch)) ?? 'null');
    return typeof kept === 'object' && kept !== null && 'id' in kept ? (kept as FollowedReplay) : null;
  } catch {
    return null;
  }
}

/** null: it is over. */
export function keepStartedReplay(launch: string, started: FollowedReplay | null): void {
  try {
    if (started === null) sessionStorage.removeItem(nameOf(launch));
    else sessionStorage.setItem(nameOf(launch), JSON.stringify(started));
  } catch {
    // Private windows may refuse: the replay then lasts as long as the page.
  }
}
