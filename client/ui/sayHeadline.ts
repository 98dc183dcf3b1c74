import type { HeadlineValue, Segment, Sentence } from '../select/headline.ts';
import type { Format } from './format.ts';
import type { Say } from './useWords.ts';

function written(value: HeadlineValue, format: Format): string {
  if (typeof value === 'string') return value;
  if ('number' in value) return format.number(value.number);
  if ('times' in value) return format.times(value.times);
  if ('signed' in value) return format.signed(value.signed);
  if ('percent' in value) return format.percent(value.percent);
  return format.duration(value.duration);
}

export function sayPart(segment: Segment, say: Say, format: Format): string {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(segment.values)) values[name] = written(value, format);
  return say(segment.key, values);
}

/** The whole as plain text: for screen readers, titles and tests. */
export function sayHeadline(sentences: readonly Sentence[], say: Say, format: Format): string {
  return sentences
    .flat()
    .map((segment) => sayPart(segment, say, format))
    .join(' ');
}
