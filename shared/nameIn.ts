import type { Workspace } from './domain.ts';
import type { LaunchComparison } from './launchComparison.ts';

/** What a workspace names for people: under `name` everywhere, unless a language has a name of its own. */
export type Named = { name: string; names?: { en?: string | undefined; fr?: string | undefined } | undefined };

export const nameIn = ({ name, names }: Named, language: string): string =>
  names?.[language as keyof typeof names] ?? name;

/** The workspace as it is read in a language: its themes, launches, their events and decisions and their outcome go by their names in it. Not to be saved. */
export function namedIn<Read extends Pick<Workspace, 'themes' | 'launches'> & { outcome?: Workspace['outcome'] }>(
  workspace: Read,
  language: string,
): Read {
  const named = <One extends Named>(one: One): One => ({ ...one, name: nameIn(one, language) });
  return {
    ...workspace,
    ...(workspace.outcome ? { outcome: named(workspace.outcome) } : {}),
    themes: workspace.themes.map(named),
    launches: workspace.launches.map((launch) => ({
      ...named(launch),
      events: launch.events.map(named),
      decisions: launch.decisions.map(named),
    })),
  };
}

/** A comparison with its launches under the names that they go by in such a workspace. */
export function comparisonNamed<Compared extends Pick<LaunchComparison, 'launch' | 'past'>>(
  comparison: Compared,
  launches: readonly { id: string; name: string }[],
): Compared {
  const names = new Map(launches.map(({ id, name }) => [id, name]));
  const named = <One extends { id: string; name: string }>(one: One): One => ({
    ...one,
    name: names.get(one.id) ?? one.name,
  });
  return { ...comparison, launch: named(comparison.launch), past: comparison.past.map(named) };
}
