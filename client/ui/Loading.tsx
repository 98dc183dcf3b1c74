import { useEffect, useState } from 'react';
import { Frame, type FrameShape, type ListColumns } from './Frame.tsx';
import { useWords } from './useWords.ts';

/** Before this, nothing moves: most loads are over by then. */
const quietMs = 300;

type Props = {
  /** What a whole screen will be like. A panel has none. */
  shape?: FrameShape;
  /** What is fetched, in words; figures where nothing is said. */
  what?: string;
  columns?: ListColumns;
};

/** Says that it is counted, and shows the screen's shape first: it stands still until the figures are there. */
export function Loading({ shape, what, columns }: Props) {
  const { say } = useWords();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), quietMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="ink-2" style={{ padding: shape === 'figures' ? '14px 0' : '20px 0' }}>
      <p role="status">{isLate ? (what ?? say('state.loading')) : ''}</p>
      {isLate && shape && <Frame shape={shape} isFilled columns={columns} />}
    </div>
  );
}
