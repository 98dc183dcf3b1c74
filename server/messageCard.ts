import type { MessageCard } from '../shared/protocol.ts';
import type { StoredPost } from './store/store.ts';

/** A kept post as screens may show it. */
export function messageCard(post: StoredPost, copies = 0): MessageCard {
  const { analysis } = post;
  return {
    seq: post.seq,
    id: post.id,
    source: post.source,
    channel: post.channel,
    lang: analysis.lang,
    ...(post.country === undefined ? {} : { country: post.country }),
    at: post.at,
    receivedAt: post.receivedAt,
    text: post.text,
    ...(post.title === undefined ? {} : { title: post.title }),
    ...(post.url === undefined ? {} : { url: post.url }),
    stage: analysis.stage,
    reason: analysis.reason,
    significance: analysis.significance,
    opinion: analysis.sentiment.label,
    score: analysis.sentiment.score,
    brands: analysis.brands,
    themes: analysis.themes,
    copies,
  };
}
