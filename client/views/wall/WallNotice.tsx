import css from './Wall.module.css';
import { WallFooter } from './WallFooter.tsx';

type Props = {
  title: string;
  why: string;
  /** In large letters: what somebody has to type elsewhere. */
  address?: string;
  /** How far something is, 0 to 1. */
  done?: number;
};

/** A wall without figures still says what it waits for, and what time it is: large, in the middle third of the screen. */
export function WallNotice({ title, why, address, done }: Props) {
  return (
    <div className={`${css.stage} ${css.notice}`} role="status">
      <p className={css.noticeName}>
        <b>Launchroom</b> {address !== undefined && location.host}
      </p>
      <h1 className={css.noticeTitle}>{title}</h1>
      <p className={css.noticeWhy}>{why}</p>
      {address !== undefined && <p className={css.noticeAddress}>{address}</p>}
      {done !== undefined && (
        <div className={css.noticeBar} role="progressbar" aria-valuenow={Math.round(done * 100)} aria-label={title}>
          <i style={{ width: `${(done * 100).toFixed(1)}%` }} />
        </div>
      )}
      <WallFooter zone={Intl.DateTimeFormat().resolvedOptions().timeZone} t0={null} isSilent={address !== undefined} />
    </div>
  );
}
