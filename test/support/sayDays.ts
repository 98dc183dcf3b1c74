import type { Analysis } from '../../server/pipeline/analysis.ts';
import type { createRandom } from '../../server/random.ts';
import type { Opinion, Post } from '../../shared/domain.ts';
import { dayMs, hourMs, minuteMs } from '../../shared/rollup.ts';
import { makeAnalysis, makePost } from './makePosts.ts';

export type Said = { post: Post; analysis: Analysis };
type Some = { brand?: string; theme?: string; opinion?: Opinion; source?: string; text?: string; copyOf?: number };

const words = [
  'soft',
  'glow',
  'mirror',
  'summer',
  'garden',
  'sister',
  'train',
  'office',
  'velvet',
  'morning',
  'paper',
  'coffee',
];

/**
 * Invented days of two brands, in order: a day's rhythm, and on top of it complaints that pile up (before three days are known, and
 * after), an hour of much talk, a new word, copies, and a source that falls silent.
 */
export function sayDays(random: ReturnType<typeof createRandom>, start: number, days: number): Said[] {
  const said: Said[] = [];
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  let number = 0;

  function say(at: number, some: Some = {}): void {
    number += 1;
    const { brand = random() < 0.7 ? 'solenne' : 'mirelle', source = pick(['forum', 'reviews']) } = some;
    const opinion = some.opinion ?? pick<Opinion>(['positive', 'positive', 'neutral', 'negative']);
    const themes = some.theme ? [some.theme] : random() < 0.5 ? [pick(['skin', 'price'])] : [];
    const text = some.text ?? `${brand} ${pick(words)} ${pick(words)} ${pick(words)}`;
    const isCopy = some.copyOf !== undefined;
    said.push({
      post: makePost({ id: `p${number}`, source, at: Math.floor(at), text, author: `a${number}` }),
      analysis: makeAnalysis({
        ...(isCopy ? { reason: 'near-copy', copyOf: some.copyOf! } : {}),
        brands: [{ id: brand, opinion, score: 0 }],
        themes: themes.map((id) => ({ id })),
        sentiment: { label: opinion, score: 0 },
      }),
    });
  }

  const silentFrom = start + 4 * dayMs + 12 * hourMs;
  for (let at = start; at < start + days * dayMs; at += minuteMs) {
    const rhythm = 1 + 0.7 * Math.sin(((at % dayMs) / dayMs) * 2 * Math.PI);
    const isSilent = at >= silentFrom && at < silentFrom + 5 * hourMs;
    for (let left = rhythm * 0.8; left > random(); left -= 1)
      say(at + random() * minuteMs, isSilent ? { source: 'reviews' } : {});
  }
  const burst = (from: number, spanMs: number, count: number, some: Some) => {
    for (let one = 0; one < count; one += 1) say(from + random() * spanMs, some);
  };
  const complaint = { brand: 'solenne', theme: 'skin', opinion: 'negative' } as const;
  burst(start + dayMs + 10 * hourMs + 7 * minuteMs, 6 * minuteMs, 45, complaint);
  burst(start + 4 * dayMs + 8 * hourMs + 4 * minuteMs, 5 * minuteMs, 60, complaint);
  burst(start + 4 * dayMs + 20 * hourMs, hourMs, 260, { brand: 'mirelle', opinion: 'neutral' });
  burst(start + 3 * dayMs + 15 * hourMs, 2 * hourMs, 40, { brand: 'mirelle', text: 'mirelle pump leaks again' });
  burst(start + 4 * dayMs + 3 * hourMs, 20 * minuteMs, 150, { brand: 'mirelle', copyOf: 1, text: 'mirelle giveaway' });
  return said.sort((a, b) => a.post.at - b.post.at);
}
