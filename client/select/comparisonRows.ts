import type { LaunchComparison } from '../../shared/launchComparison.ts';

export type ComparisonColumn =
  | 'launch'
  | 'median'
  | 'low'
  | 'high'
  | 'low80'
  | 'high80'
  | 'low50'
  | 'high50'
  | `line ${string}`;
export type ComparisonRow = { offsetMs: number; figures: Partial<Record<ComparisonColumn, number>> };

/** What the chart draws as rows, those without any figure left out; columns by the rule of past launches. */
export function comparisonRows({ launch, past, band, shows }: LaunchComparison): {
  columns: ComparisonColumn[];
  rows: ComparisonRow[];
} {
  const rows = new Map<number, ComparisonRow>();
  const put = (offsetMs: number, column: ComparisonColumn, value: number | null | undefined) => {
    if (value === null || value === undefined) return;
    const row = rows.get(offsetMs) ?? { offsetMs, figures: {} };
    row.figures[column] = value;
    rows.set(offsetMs, row);
  };
  const columns: ComparisonColumn[] = ['launch'];
  for (const { offsetMs, value } of launch.points) put(offsetMs, 'launch', value);
  if (shows === 'lines') {
    for (const { id, points } of past) {
      columns.push(`line ${id}`);
      for (const { offsetMs, value } of points) put(offsetMs, `line ${id}`, value);
    }
  } else {
    const isBands = shows === 'bands';
    columns.push(
      'median',
      ...(isBands ? (['low50', 'high50', 'low80', 'high80'] as const) : (['low', 'high'] as const)),
    );
    for (const { offsetMs, median, outer, inner } of band) {
      put(offsetMs, 'median', median);
      put(offsetMs, isBands ? 'low80' : 'low', outer?.[0]);
      put(offsetMs, isBands ? 'high80' : 'high', outer?.[1]);
      put(offsetMs, 'low50', inner?.[0]);
      put(offsetMs, 'high50', inner?.[1]);
    }
  }
  return { columns, rows: [...rows.values()].sort((a, b) => a.offsetMs - b.offsetMs) };
}
