import type { FollowedDecision } from '../../../shared/decisions.ts';
import type { NetSentiment } from '../../../shared/uncertainty.ts';
import { type Cell, csvRows } from '../../csvRows.ts';
import type { Authors, Counts, LaunchReport, ReportHappening } from './report.ts';

/** One table for all rows, `kind` says what a row is: a filter in a spreadsheet takes them apart. */
const columns = [
  'kind',
  'at',
  'epoch_ms',
  'offset_hours',
  'mentions',
  'distinct',
  'significant',
  'positive',
  'neutral',
  'negative',
  'net',
  'net_low90',
  'net_high90',
  'authors',
  'authors_error',
  'per_hour',
  'per_hour_low80',
  'per_hour_high80',
  'probability',
  'name',
  'note',
] as const;
type Row = Partial<Record<(typeof columns)[number], Cell>>;

const tenth = (value: number) => Math.round(value * 10) / 10;
const hoursOf = (ms: number) => Math.round((ms / 3_600_000) * 10_000) / 10_000;

/** ISO 8601 with the zone's own offset: "2026-03-02T09:00:00+01:00". */
function isoIn(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
    ...{ hourCycle: 'h23', timeZone: zone, timeZoneName: 'longOffset' },
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  const offset = part('timeZoneName').replace('GMT', '') || '+00:00';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}${offset}`;
}

const countsOf = ({ mentions, distinct, significant, positive, neutral, negative }: Counts): Row => ({
  ...{ mentions, distinct, significant, positive, neutral, negative },
});
const netOf = (net: NetSentiment | null): Row =>
  net ? { net: tenth(net.net), net_low90: tenth(net.low), net_high90: tenth(net.high) } : {};
const authorsOf = ({ authors, authorsError }: Partial<Authors>): Row =>
  authors === undefined ? {} : { authors: Math.round(authors), authors_error: tenth(authorsError ?? 0) };

/** What was counted in the hour after it, where it was counted. */
const afterOf = (hour: FollowedDecision['hour'] | undefined): Row =>
  hour === undefined
    ? {}
    : {
        mentions: hour.after.mentions,
        distinct: hour.after.distinct,
        positive: hour.after.positive,
        neutral: hour.after.neutral,
        negative: hour.after.negative,
        ...netOf(hour.after.net),
      };

const noteOf = ({ who, expected, sentences }: ReportHappening) =>
  [who, expected, ...sentences].filter((one) => one !== undefined).join(' | ');

/** The report as one table: what it rests on, the whole, each theme, each hour, and what happened. UTF-8 with a byte order mark. */
export function writeReportCsv(report: LaunchReport): string {
  const { launch, brand, figures, hours, themes, happenings, sentences } = report;
  const when = (at: number): Row => ({
    at: isoIn(at, launch.zone),
    epoch_ms: at,
    offset_hours: hoursOf(at - launch.at),
  });
  const about = (name: string, note: Cell): Row => ({ kind: 'about', name, note });
  const rows: Row[] = [
    about('launch', launch.name),
    about('brand', brand.name),
    about('query', report.query),
    about('counts', launch.counts),
    about('rule_set', report.ruleSet),
    about('corrections', report.corrections),
    about('zone', launch.zone),
    { ...about('generated_at', isoIn(report.generatedAt, launch.zone)), ...when(report.generatedAt) },
    { ...about('t0', isoIn(launch.at, launch.zone)), ...when(launch.at) },
    about('link', report.link),
    ...(report.isDemo ? [about('demo', 'invented data')] : []),
    ...sentences.uncertain.map((sentence) => about('uncertain', sentence)),
    {
      ...{ kind: 'total', ...when(report.from), ...countsOf(figures), ...netOf(figures.net) },
      ...authorsOf(figures.authors ?? {}),
      ...{ name: launch.name, note: `${isoIn(report.from, launch.zone)} / ${isoIn(report.to, launch.zone)}` },
    },
    ...themes.map((theme): Row => {
      const [share, half] = [theme.share, theme.shareHalf].map((value) => tenth(100 * value));
      const right = theme.precision === null ? '' : `; often wrong, ${Math.round(100 * theme.precision)} % right`;
      const note = `${share} % ± ${half} of mentions; ${theme.lean}${right}`;
      return { kind: 'theme', mentions: theme.mentions, ...netOf(theme.net), name: theme.name, note };
    }),
    about('speak', report.speak.headline),
    ...report.speak.windows.map(
      (window): Row => ({
        kind: 'speak',
        ...{ per_hour: tenth(window.perHour), per_hour_low80: tenth(window.low), per_hour_high80: tenth(window.high) },
        ...{ probability: Math.round(1_000 * window.probability) / 1_000, name: window.name, note: window.why },
      }),
    ),
    ...[...report.speak.notes, ...report.speak.followed].map((sentence) => about('speak', sentence)),
    ...hours.map(
      (hour): Row => ({ kind: 'hour', ...when(hour.at), ...countsOf(hour), ...netOf(hour.net), ...authorsOf(hour) }),
    ),
    // Each from its own T0, by the step of the chart that lays them side by side.
    ...report.comparison.past.flatMap((one) =>
      one.points.map(
        ({ offsetMs, mentions, distinct, positive, neutral, negative }): Row => ({
          ...{ kind: 'past', at: isoIn(one.at + offsetMs, launch.zone), epoch_ms: one.at + offsetMs },
          ...{ offset_hours: hoursOf(offsetMs), mentions, distinct, positive, neutral, negative },
          ...{ name: one.name, note: report.comparison.step },
        }),
      ),
    ),
    ...happenings.map(
      (one): Row => ({ kind: one.kind, ...when(one.at), ...afterOf(one.hour), name: one.name, note: noteOf(one) }),
    ),
  ];
  return csvRows([columns, ...rows.map((row) => columns.map((column) => row[column]))], { bom: true });
}
