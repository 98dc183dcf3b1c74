/** Looks that follow the reader from screen to screen; filters do not. */
const carried = ['ui', 'theme'] as const;

/** A path with the parameters given, keeping the language and theme that the present URL asks for. */
export function hrefTo(path: string, search: string, params: Record<string, string | number | undefined> = {}): string {
  const present = new URLSearchParams(search);
  const next = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) if (value !== undefined) next.set(key, String(value));
  for (const key of carried) {
    const value = present.get(key);
    if (value !== null) next.set(key, value);
  }
  const query = next.toString();
  return query ? `${path}?${query}` : path;
}

/** The present URL with some parameters changed; undefined removes one. */
export function hrefWith(path: string, search: string, changes: Record<string, string | undefined>): string {
  const params = new URLSearchParams(search);
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) params.delete(key);
    else params.set(key, value);
  }
  const query = params.toString();
  return query ? `${path}?${query}` : path;
}
