import type { Alert, Autopsy } from '../../shared/alerts.ts';
import { secondSortReasons, type Workspace } from '../../shared/domain.ts';
import { dayMs } from '../../shared/rollup.ts';
import { namesKept, voiceCard } from '../http/shownMessage.ts';
import type { History, Kept, MentionPart, MentionsFilter } from '../store/store.ts';
import { type AutopsyParts, autopsyOf } from './autopsyOf.ts';
import { filterOf, opinionOf } from './enrich.ts';

const daysBefore = 7;
const messagesPerPart = 3;
const partsWithMessages = 8;
/** Asked for one after the other until there are enough: among the newest of all mentions copies hide people, and people copies. */
const kinds: Record<'copies' | 'people', Pick<MentionsFilter, 'stage' | 'reasons'>[]> = {
  copies: [{ stage: 'important', reasons: ['near-copy'] }],
  people: [
    { stage: 'significant' },
    { stage: 'important', reasons: secondSortReasons.filter((reason) => reason !== 'near-copy') },
  ],
};

type Source = { history: Pick<History, 'mention' | 'mentions' | 'parts'>; workspace: Workspace; knownFrom: number };
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

  const isOfPart = (part: Part, { analysis: { copyOf, themes } }: Kept) =>
    (copyOf !== undefined) === part.areCopies && (theme !== undefined || (themes[0]?.id ?? 'none') === part.theme);

  async function messagesOf(part: Part) {
    const fitting: Kept[] = [];
    for (const kind of part.areCopies ? kinds.copies : kinds.people) {
      const { items } = await history.mentions({
        ...kind,
        ...{ from, to, themes: [part.theme], channels: [part.channel], langs: [part.lang], limit: 30 },
        ...(brand === undefined ? {} : { brands: [brand] }),
        ...(opinion ? { opinions: [opinion] } : {}),
      });
      fitting.push(...items.filter((item) => isOfPart(part, item)));
      if (fitting.length >= messagesPerPart) break;
    }
    const best = part.areCopies
      ? (await withCopied(fitting)).sort((a, b) => b.copies - a.copies)
      : fitting.sort((a, b) => b.analysis.significance - a.analysis.significance);
    return best.slice(0, messagesPerPart).map((item) => voiceCard(item, { marks: [], keep }));
  }

  /** One message of each copied text, the newest, with the copies of that text; of a text that is gone they are not known. */
  async function withCopied(copies: readonly Kept[]): Promise<Kept[]> {
    const newest = new Map<number, Kept>();
    for (const item of copies) {
      const { copyOf } = item.analysis;
      if (copyOf !== undefined && !newest.has(copyOf)) newest.set(copyOf, item);
    }
    return Promise.all(
      [...newest].map(async ([seq, item]) => {
        const [original] = await history.mention({ seq });
        return { ...item, copies: original?.copies ?? 0 };
      }),
    );
  }

  const parts = await Promise.all(
    told.parts.map(async (part, place) => ({
      ...part,
      messages: place < partsWithMessages && part.value > 0 ? await messagesOf(part) : [],
    })),
  );
  // What stands out of them is that they are copies, however much else was said.
  return { ...told, ...(alert.kind === 'copies' ? { nature: 'copies' } : {}), parts };
}
