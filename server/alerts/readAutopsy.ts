import type { Alert, Autopsy } from '../../shared/alerts.ts';
import type { Workspace } from '../../shared/domain.ts';
import { dayMs } from '../../shared/rollup.ts';
import { namesKept, voiceCard } from '../http/shownMessage.ts';
import type { History, MentionPart } from '../store/store.ts';
import { type AutopsyParts, autopsyOf } from './autopsyOf.ts';
import { filterOf, opinionOf } from './enrich.ts';

const daysBefore = 7;
const messagesPerPart = 3;
const partsWithMessages = 8;

type Source = { history: Pick<History, 'mentions' | 'parts'>; workspace: Workspace; knownFrom: number };
type Part = AutopsyParts['parts'][number];

/** The same hours of the days before, as far as they were heard. */
function windowsBefore(from: number, to: number, knownFrom: number): { from: number; to: number }[] {
  const days = Array.from({ length: daysBefore }, (_, day) => (day + 1) * dayMs);
  return days
    .map((ago) => ({ from: from - ago, to: to - ago }))
    .filter((range) => knownFrom > 0 && range.from >= knownFrom);
}

/** What an alert's excess over the same hours of the days before consists of; null where nothing was said or nothing is kept. */
export async function readAutopsy({ history, workspace, knownFrom }: Source, alert: Alert): Promise<Autopsy | null> {
  if (alert.kind === 'silent-source') return null;
  const { from, to } = filterOf(alert);
  const { brand, theme, channel } = alert;
  const opinion = opinionOf(alert);
  const of = { ...(brand === undefined ? {} : { brand }), ...(theme === undefined ? {} : { themes: [theme] }) };
  const before = windowsBefore(from, to, knownFrom);
  const [observed, usual] = await Promise.all([
    history.parts({ ...of, ranges: [{ from, to }] }),
    before.length > 0 ? history.parts({ ...of, ranges: before }) : [],
  ]);
  if (observed.length === 0) return null;
  const inChannel = (parts: readonly MentionPart[]) =>
    parts.filter((part) => channel === undefined || part.channel === channel);
  const told = autopsyOf(
    {
      observed: inChannel(observed),
      before: inChannel(usual),
      scale: before.length > 0 ? 1 / before.length : 0,
      count: opinion === null ? 'mentions' : 'negative',
      from,
      to,
    },
    workspace.launches.filter((launch) => brand === undefined || launch.brand === brand),
  );
  const keep = namesKept(workspace);

  async function messagesOf(part: Part) {
    const { items } = await history.mentions({
      ...{
        from,
        to,
        themes: [part.theme],
        channels: [part.channel],
        langs: [part.lang],
        stage: 'important',
        limit: 30,
      },
      ...(brand === undefined ? {} : { brands: [brand] }),
      ...(opinion ? { opinions: [opinion] } : {}),
    });
    const fitting = items.filter(({ analysis }) => (analysis.copyOf !== undefined) === part.areCopies);
    const best = fitting.sort((a, b) => b.analysis.significance - a.analysis.significance).slice(0, messagesPerPart);
    return best.map((item) => voiceCard(item, { marks: [], keep }));
  }

  const parts = await Promise.all(
    told.parts.map(async (part, place) => ({
      ...part,
      messages: place < partsWithMessages && part.value > 0 ? await messagesOf(part) : [],
    })),
  );
  return { ...told, parts };
}
