import type { Kept } from '../../store/store.ts';

/** Copies count by their order of magnitude: a hundred of them are not a hundred voices. */
const weightOf = ({ analysis, copies }: Kept) => analysis.significance + Math.log10(1 + copies) / 4;

/**
 * The messages that speak for many: heaviest first, praise and complaint in turn, and of one theme and opinion a second one only
 * when every other has had its say. Pure; ties go to the earlier message, so that the same posts give the same choice.
 */
export function chooseMessages(found: readonly Kept[], most: number): Kept[] {
  const heaviest = [...found].sort((a, b) => weightOf(b) - weightOf(a) || a.at - b.at || a.seq - b.seq);
  const texts = new Set<string>();
  const rounds = new Map<string, number>();
  const ranked = heaviest.flatMap((post) => {
    const text = post.text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '')
      .slice(0, 60);
    if (texts.has(text)) return [];
    texts.add(text);
    const about = `${post.analysis.sentiment.label} ${post.analysis.themes[0]?.id ?? ''}`;
    const round = rounds.get(about) ?? 0;
    rounds.set(about, round + 1);
    return [{ post, round }];
  });
  const inTurn = (label: string) =>
    ranked.filter(({ post }) => post.analysis.sentiment.label === label).sort((a, b) => a.round - b.round);
  const sides = [inTurn('positive'), inTurn('negative')];
  const chosen: Kept[] = [];
  for (let place = 0; chosen.length < most && sides.some((side) => place < side.length); place += 1)
    for (const side of sides) {
      const one = side[place];
      if (one && chosen.length < most) chosen.push(one.post);
    }
  return chosen;
}
