import type { Alert } from '../../shared/alerts.ts';
import type { Opinion } from '../../shared/domain.ts';
import type { MessageCard } from '../../shared/protocol.ts';
import type { Filter, History } from '../store/store.ts';

/** What it is about, as a filter of history. */
export function filterOf({ brand, theme, channel, current }: Alert): Filter & { from: number; to: number } {
  return {
    from: current.at - current.spanMs,
    to: current.at,
    ...(brand === undefined ? {} : { brands: [brand] }),
    ...(theme === undefined ? {} : { themes: [theme] }),
    ...(channel === undefined ? {} : { channels: [channel] }),
  };
}

/** Whose opinion speaks for it; null: any. */
export const opinionOf = ({ kind }: Pick<Alert, 'kind'>): Opinion | null =>
  kind === 'complaints' || kind === 'negative-share' || kind === 'net-sentiment' ? 'negative' : null;

/** How much of it are copies, and how many people say it. */
export async function countBehind(
  history: Pick<History, 'parts' | 'authors'>,
  alert: Alert,
): Promise<Pick<Alert, 'distinct' | 'copies' | 'authors'>> {
  const { from, to, ...filter } = filterOf(alert);
  const { brand, theme } = alert;
  const [parts, authors] = await Promise.all([
    history.parts({
      ...(brand === undefined ? {} : { brand }),
      ...(theme === undefined ? {} : { themes: [theme] }),
      ranges: [{ from, to }],
    }),
    // Who wrote is known of all mentions, not of those with one opinion.
    opinionOf(alert) !== null
      ? null
      : history.authors({ ...filter, from, to, step: '1w', zone: 'UTC', stage: 'important', fromPosts: true }),
  ]);
  const count = opinionOf(alert) === null ? 'mentions' : 'negative';
  const inChannel = parts.filter(({ channel }) => alert.channel === undefined || channel === alert.channel);
  const sum = (areCopies: boolean) =>
    inChannel.filter((part) => part.areCopies === areCopies).reduce((all, part) => all + part[count], 0);
  return {
    distinct: sum(false),
    copies: sum(true),
    ...(authors?.whole ? { authors: authors.whole.authors } : {}),
  };
}

/** Of the newest messages the one that says most about it. */
export function exampleOf(alert: Alert, cards: readonly MessageCard[]): MessageCard | undefined {
  const { from, to, brands, themes, channels } = filterOf(alert);
  const opinion = opinionOf(alert);
  let best: MessageCard | undefined;
  for (const card of cards) {
    if (card.at < from || card.at >= to || card.reason !== null) continue;
    const named = brands ? card.brands.find(({ id }) => brands.includes(id)) : undefined;
    if (brands && !named) continue;
    if (themes && !card.themes.some(({ id }) => themes.includes(id))) continue;
    if (channels && !channels.includes(card.channel)) continue;
    if (opinion !== null && (named?.opinion ?? card.opinion) !== opinion) continue;
    if (!best || card.significance > best.significance) best = card;
  }
  return best;
}
