import type { ReportFormat } from './createReportFormat.ts';
import type { ReportTheme } from './report.ts';
import type { ReportWords } from './reportWords.ts';

/** What a theme does to the whole, or that it is too often wrong to say so. */
export function sayEffect(
  { lean, precision }: Pick<ReportTheme, 'lean' | 'precision'>,
  words: ReportWords,
  format: ReportFormat,
): string {
  return lean === 'doubtful' ? words.doubtful(format.percent(precision ?? 0)) : words.effect[lean];
}
