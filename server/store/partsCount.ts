import type { Channel } from '../../shared/domain.ts';
import type { CountedMention } from '../../shared/rollup.ts';
import type { MentionPart, PartsFilter } from './store.ts';

/** Counts mentions by what they are: every one in exactly one part, by the first of its themes. */
export function createPartsCount({ brand, themes }: Pick<PartsFilter, 'brand' | 'themes'>) {
  const parts = new Map<string, MentionPart>();
  return {
    add({ brands, themes: found, channel, lang, nearCopy, opinion, significant }: CountedMention): void {
      const towards = brand === undefined ? opinion : brands.find(({ id }) => id === brand)?.opinion;
      if (towards === undefined) return;
      const theme = themes?.length ? found.find((one) => themes.includes(one)) : (found[0] ?? 'none');
      if (theme === undefined) return;
      const key = `${theme}\n${channel}\n${lang}\n${nearCopy}`;
      let part = parts.get(key);
      if (!part) {
        part = {
          theme,
          channel: channel as Channel,
          lang,
          areCopies: nearCopy,
          mentions: 0,
          negative: 0,
          significant: 0,
        };
        parts.set(key, part);
      }
      part.mentions += 1;
      if (towards === 'negative') part.negative += 1;
      if (significant) part.significant += 1;
    },
    parts: (): MentionPart[] => [...parts.values()],
  };
}
