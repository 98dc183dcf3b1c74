import type { MessageCard } from '../../shared/protocol.ts';
import type { Cell } from '../csvRows.ts';

export const mentionColumns = [
  'at',
  'id',
  'source',
  'channel',
  'lang',
  'country',
  'stage',
  'reason',
  'brands',
  'themes',
  'sentiment',
  'score',
  'significance',
  'copies',
  'title',
  'text',
  'url',
] as const;

/** `lumen: positive, vela: negative` */
const opinionsOf = (of: readonly { id: string; opinion?: string }[]): string =>
  of.map(({ id, opinion }) => (opinion === undefined ? id : `${id}: ${opinion}`)).join(', ');

/** A message as it is shown (nobody is named in it), one cell for each column; the moment in UTC. */
export function mentionRow(card: MessageCard): Cell[] {
  return [
    new Date(card.at).toISOString(),
    card.id,
    card.source,
    card.channel,
    card.lang,
    card.country,
    card.stage,
    card.reason,
    opinionsOf(card.brands),
    opinionsOf(card.themes),
    card.opinion,
    Math.round(card.score * 1_000) / 1_000,
    Math.round(card.significance * 1_000) / 1_000,
    card.copies,
    card.title,
    card.text,
    card.url,
  ];
}
