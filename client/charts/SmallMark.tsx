import type { MarkKind } from './OpinionMark.tsx';

const shapes: Record<Exclude<MarkKind, 'unscored' | 'doubtful'>, string> = {
  positive: 'M4,0L8,7H0Z',
  neutral: 'M0,5h8v3H0Z',
  negative: 'M0,5H8L4,12Z',
};

/** Below 24 px: a raised triangle, a level dash, a lowered triangle. */
export function SmallMark({ kind }: { kind: keyof typeof shapes }) {
  return (
    <svg
      width="8"
      height="12"
      viewBox="0 0 8 12"
      aria-hidden="true"
      style={{ display: 'inline-block', verticalAlign: -1, marginRight: 4 }}
    >
      <path d={shapes[kind]} fill="currentColor" />
    </svg>
  );
}
