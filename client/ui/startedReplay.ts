/** Which replay of a launch this tab started: a page that is loaded again finds it. Storage that is refused keeps nothing. */
const keyOf = (launch: string) => `launchroom.replay.${launch}`;

export function startedReplay(launch: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(launch));
  } catch {
    return null;
  }
}

/** null: it is over. */
export function keepStartedReplay(launch: string, id: string | null): void {
  try {
    if (id === null) sessionStorage.removeItem(keyOf(launch));
    else sessionStorage.setItem(keyOf(launch), id);
  } catch {
    // Private windows may refuse: the replay then lasts as long as the page.
  }
}
