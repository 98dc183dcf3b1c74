import type { ReactNode } from 'react';
import { Dot, type DotShape } from './Dot.tsx';
import { Frame, type FrameShape } from './Frame.tsx';
import css from './StateBlock.module.css';

type Props = {
  shape: DotShape;
  title: string;
  why?: string;
  /** What can be done about it: one or two buttons or links. */
  children?: ReactNode;
  /** The height of the panel it stands in for, so that the layout never jumps. */
  minHeight?: number;
  /** The screen it stands in for, whose panels keep their places. */
  frame?: FrameShape;
  /** It leads as a screen does; one that has a frame always does. */
  isPage?: boolean;
};

/** A panel that cannot show its figure: a shape, a word, a reason, one thing to do. */
export function StateBlock({ shape, title, why, children, minHeight, frame, isPage = false }: Props) {
  return (
    <>
      <section
        className={css.block}
        data-page={frame !== undefined || isPage || undefined}
        style={minHeight ? { minHeight } : undefined}
        role="status"
      >
        <h2 className={css.title}>
          <Dot shape={shape} />
          {title}
        </h2>
        {why && <p className={css.why}>{why}</p>}
        {children && <div className={css.actions}>{children}</div>}
      </section>
      {frame && <Frame shape={frame} isFilled={false} />}
    </>
  );
}
