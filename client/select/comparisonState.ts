import { type CompareMetric, type CompareScale, compareMetrics, compareScales } from '../../shared/launchComparison.ts';

/** What a comparison shows; all of it lives in the address. */
export type ComparisonState = {
  metric: CompareMetric;
  scale: CompareScale;
  /** Whose share is shown; set exactly when the metric is `theme`. */
  theme?: string;
  /** Ids of launches; empty: those that the launch names, else all that began before it. */
  past: string[];
};

/** Counts alone have a size: net sentiment and shares compare as they are. */
export const isCount = (metric: CompareMetric): boolean => metric !== 'net' && metric !== 'theme';

type Known = { themes: readonly string[]; launches: readonly string[] };

/** Reads an address. What means nothing falls back to its default; `theme` there is the screen's look, so a theme is `about`. */
export function parseComparison(search: string, known: Known): ComparisonState {
  const params = new URLSearchParams(search);
  const asked = compareMetrics.find((one) => one === params.get('metric')) ?? 'mentions';
  const theme = known.themes.find((one) => one === params.get('about')) ?? known.themes[0];
  const metric = asked === 'theme' && theme === undefined ? 'mentions' : asked;
  const scale = compareScales.find((one) => one === params.get('scale')) ?? 'raw';
  const wanted = (params.get('with') ?? '').split(',');
  return {
    metric,
    scale: isCount(metric) ? scale : 'raw',
    ...(metric === 'theme' ? { theme } : {}),
    past: known.launches.filter((id) => wanted.includes(id)),
  };
}

/** The parameters of an address that say so; undefined where it is what anybody sees. */
export function comparisonParams({ metric, scale, theme, past }: ComparisonState): Record<string, string | undefined> {
  return {
    metric: metric === 'mentions' ? undefined : metric,
    about: metric === 'theme' ? theme : undefined,
    scale: scale === 'raw' || !isCount(metric) ? undefined : scale,
    with: past.length === 0 ? undefined : past.join(','),
  };
}
