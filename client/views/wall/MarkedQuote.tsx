import { Fragment } from 'react';
import type { Opinion } from '../../../shared/domain.ts';
import type { Mark } from '../../../shared/trace.ts';
import { markSegments } from '../../select/markSegments.ts';
import css from './Wall.module.css';

type Props = { text: string; marks: readonly Mark[]; lang: string; theme: string | null; opinion: Opinion };

/** A message between the quotation marks of its language, the words that decided marked; words that spoke against it did not decide. */
export function MarkedQuote({ text, marks, lang, theme, opinion }: Props) {
  const isFrench = lang === 'fr';
  const deciding = marks.filter(({ kind, id }) => kind === opinion || (kind === 'theme' && id === theme));
  return (
    <>
      {isFrench ? '«\u00a0' : '“'}
      {markSegments(text, deciding).map((segment, index) => {
        const shape = segment.mark && shapeOf(segment.mark.kind, segment.mark.id, theme);
        return shape ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text have no other name
          <mark key={index} className={css[shape]}>
            {segment.text}
          </mark>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Fragment key={index}>{segment.text}</Fragment>
        );
      })}
      {isFrench ? '\u00a0»' : '”'}
    </>
  );
}

export type QuoteShape = 'markPositive' | 'markNegative' | 'markTheme';

function shapeOf(kind: string, id: string | undefined, theme: string | null): QuoteShape | null {
  if (kind === 'positive') return 'markPositive';
  if (kind === 'negative') return 'markNegative';
  if (kind === 'theme' && id === theme) return 'markTheme';
  return null;
}
