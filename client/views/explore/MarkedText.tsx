import type { CSSProperties } from 'react';
import type { Mark } from '../../../shared/trace.ts';
import { markSegments } from '../../select/markSegments.ts';
import css from './Trace.module.css';
import type { Explored } from './useExplore.ts';

type Props = {
  text: string;
  marks: readonly Mark[];
  field: Mark['field'];
  explored: Pick<Explored, 'say' | 'names' | 'format'>;
};

/** A letter of a label is about this wide, in letters of the message. */
const labelShare = 0.56;

/** The message with a rule under every word that a step used, and a label under the rule: post text is text, never markup. */
export function MarkedText({ text, marks, field, explored: { say, names, format } }: Props) {
  const label = (mark: Mark): string => {
    const value = mark.value === undefined || mark.value === 0 ? '' : format.signedScore(mark.value);
    if (mark.kind === 'brand') return mark.id ? names.brand(mark.id) : say('explore.mark.brand');
    if (mark.kind === 'theme') return mark.id ? names.theme(mark.id) : say('explore.mark.theme');
    if (mark.kind === 'positive' || mark.kind === 'negative') return value || say(`opinion.${mark.kind}`);
    return [say(`explore.mark.${mark.kind}`), value].filter(Boolean).join(' ');
  };
  const color = (mark: Mark): string => {
    if (mark.kind === 'brand' && mark.id) return names.color(mark.id);
    if (mark.kind === 'positive' || mark.kind === 'negative') return `var(--${mark.kind})`;
    return 'var(--ink-2)';
  };
  const segments = markSegments(text, marks, field);
  const named = new Set<string>();
  return segments.map(({ text: part, mark }, index) => {
    // Segments have no identity but their place: the text of a message never changes.
    const key = `${index}`;
    if (!mark) return <span key={key}>{part}</span>;
    // What a word is about is said once; its rule shows where else.
    const subject = mark.kind === 'theme' || mark.kind === 'brand' ? `${mark.kind} ${mark.id}` : null;
    const words = subject !== null && named.has(subject) ? '' : label(mark);
    if (subject !== null) named.add(subject);
    const next = segments[index + 1];
    const room = part.length + (next && !next.mark ? next.text.length : 0);
    const isWord = !/\s/.test(part) && words.length * labelShare > room;
    return (
      <span
        key={key}
        className={`${css.marked} ${isWord ? css.word : css.phrase}`}
        data-kind={mark.kind}
        style={{ '--c': color(mark) } as CSSProperties}
      >
        <span className={css.under}>{part}</span>
        {words !== '' && <small>{words}</small>}
      </span>
    );
  });
}
