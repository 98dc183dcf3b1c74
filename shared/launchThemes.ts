/**
 * A launch's product query is counted as a theme of its own that no list of themes shows. No id of a theme holds a colon,
 * so none can be taken for one of these.
 */
const prefix = 'launch:';

/** All mentions of the launch's product. */
export const launchTheme = (launch: string): string => `${prefix}${launch}`;

/** Those of them that are about a theme too: a cell knows one theme, and two cells do not tell what they share. */
export const launchThemeWith = (launch: string, theme: string): string => `${prefix}${launch}:${theme}`;

export const isLaunchTheme = (theme: string): boolean => theme.startsWith(prefix);

/** Cells of `launchThemeWith`: asked of history alone, nobody watches them live. */
export const isPartOfLaunch = (theme: string): boolean =>
  isLaunchTheme(theme) && theme.indexOf(':', prefix.length) >= 0;

/** The launch's own cell of a part: as rows spell it, which do not spell the parts. */
export const wholeOfLaunch = (theme: string): string => theme.split(':', 2).join(':');

/**
 * Under which themes a mention counts. A launch is none of its themes: what is about none beside it still counts under
 * `none`, which is said outright where a launch would hide it.
 */
export function countedThemes(themes: readonly string[], launches: readonly string[] | undefined): readonly string[] {
  if (launches === undefined || launches.length === 0) return themes;
  const counted = themes.length > 0 ? [...themes] : ['none'];
  for (const launch of launches) {
    counted.push(launchTheme(launch));
    for (const theme of themes) counted.push(launchThemeWith(launch, theme));
  }
  return counted;
}
