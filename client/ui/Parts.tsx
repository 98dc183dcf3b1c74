import type { Sentence } from '../select/headline.ts';
import type { Format } from './format.ts';
import { gapBefore, sayPart } from './sayHeadline.ts';
import { useWords } from './useWords.ts';

type Props = { sentence: Sentence; format: Format; classes: { sure?: string; quiet?: string } };

/** A sentence as drawn: what is sure in ink, how sure and against what quieter. */
export function Parts({ sentence, format, classes }: Props) {
  const { say } = useWords();
  return sentence.map((segment, index) => {
    const part = sayPart(segment, say, format);
    return (
      <span key={segment.key} className={classes[segment.tone]}>
        {index > 0 && gapBefore(part)}
        {part}
      </span>
    );
  });
}
