import type { HeadlineValue, Segment, Sentence } from '../select/headline.ts';
import type { Format } from './format.ts';
import type { Say } from './useWords.ts';

function written(value: HeadlineValue, format: Format): string {
  if (typeof value === 'string') return value;
  if ('number' in value) return format.number(value.number);
  if ('times' in value) return format.times(value.times);
  if ('signed' in value) return format.signed(value.signed);
  if ('interval' in value) {
    const spread = format.netSpread(value.interval);
    return `${format.signed(value.interval.net)}${spread.startsWith('±') ? '' : ','}\u00a0${spread}`;
  }
  if ('ends' in value) return format.netEnds(value.ends);
  if ('spread' in value) return format.netSpread(value.spread);
  if ('percent' in value) return format.percent(value.percent);
  // No line breaks within "6 h 17 min".
  return format.duration(value.duration).replaceAll(' ', '\u00a0');
}

export function sayPart(segment: Segment, say: Say, format: Format): string {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(segment.values)) values[name] = written(value, format);
  return say(segment.key, values);
}

/** What stands between a part and the one before it: nothing where the part begins with its own stop or space. */
export function gapBefore(part: string): '' | ' ' {
  return /^[,.;:\s]/.test(part) ? '' : ' ';
}

/** The whole as plain text: for screen readers, titles and tests. */
export function sayHeadline(sentences: readonly Sentence[], say: Say, format: Format): string {
  let text = '';
  for (const segment of sentences.flat()) {
    const part = sayPart(segment, say, format);
    text += (text === '' ? '' : gapBefore(part)) + part;
  }
  return text;
}
