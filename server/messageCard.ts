import type { MessageCard } from '../shared/protocol.ts';
import type { StoredPost } from './store/store.ts';

function correctedOf({ machine, standing }: NonNullable<StoredPost['corrected']>): MessageCard['corrected'] {
  const { stage, reason, sentiment, brands, themes } = machine;
  return {
    at: Math.max(...standing.map((one) => one.at)),
    what: [...new Set(standing.map((one) => one.what))],
    machine: { stage, reason, opinion: sentiment.label, score: sentiment.score, brands, themes },
  };
}

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
    ...(post.corrected ? { corrected: correctedOf(post.corrected) } : {}),
  };
}
