import css from './Wall.module.css';
import { WallFooter } from './WallFooter.tsx';

/** A wall without figures still says what it waits for, and what time it is. */
export function WallNotice({ title, why }: { title: string; why: string }) {
  return (
    <div className={css.stage} role="status">
      <h1 className={css.headline}>
        {title}
        <br />
        <span>{why}</span>
      </h1>
      <WallFooter zone={Intl.DateTimeFormat().resolvedOptions().timeZone} t0={null} />
    </div>
  );
}
