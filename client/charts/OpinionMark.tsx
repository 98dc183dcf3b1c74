export type MarkKind = 'positive' | 'neutral' | 'negative' | 'unscored' | 'doubtful';

/**
 * The sign of an opinion at 24 px and more: a disc with +, a square with −, a grey disc with 0, an empty dashed ring where
 * nobody has judged, and a grey ring with ? where what is filed there is often wrong. Never colour alone.
 */
export function OpinionMark({ kind, size }: { kind: MarkKind; size: number }) {
  return (
    <svg width={size} height={size} viewBox="-20 -20 40 40" aria-hidden="true">
      <MarkShape kind={kind} />
    </svg>
  );
}

/** The same within another drawing, around 0,0 with a radius of about 18. */
export function MarkShape({ kind }: { kind: MarkKind }) {
  if (kind === 'positive')
    return (
      <>
        <circle r="18" fill="var(--positive)" />
        <path d="M-9,0h18M0,-9v18" stroke="var(--bg)" strokeWidth="3.6" strokeLinecap="round" />
      </>
    );
  if (kind === 'negative')
    return (
      <>
        <rect x="-17" y="-17" width="34" height="34" rx="3" fill="var(--negative)" />
        <path d="M-9,0h18" stroke="var(--bg)" strokeWidth="3.6" strokeLinecap="round" />
      </>
    );
  if (kind === 'unscored')
    return <circle r="16.5" fill="none" stroke="var(--neutral)" strokeWidth="2.6" strokeDasharray="5.2 5.2" />;
  if (kind === 'doubtful')
    return (
      <>
        <circle r="16.5" fill="var(--bg)" stroke="var(--neutral)" strokeWidth="3" />
        <path
          d="M-5,-4.5a5,5 0 1 1 7.6,4.2q-2.6,1.6 -2.6,4"
          fill="none"
          stroke="var(--neutral)"
          strokeWidth="3.4"
          strokeLinecap="round"
        />
        <circle cy="8.6" r="2.2" fill="var(--neutral)" />
      </>
    );
  return (
    <>
      <circle r="18" fill="var(--neutral)" />
      <ellipse rx="5.4" ry="8" fill="none" stroke="var(--bg)" strokeWidth="3.6" />
    </>
  );
}
