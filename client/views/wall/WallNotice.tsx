import css from './Wall.module.css';
import { WallFooter } from './WallFooter.tsx';

type Props = {
  title: string;
  why: string;
  /** In large letters: what somebody has to type elsewhere. */
  address?: string;
  /** How far something is, 0 to 1. */
  done?: number;
  /** The same in words, below its bar. */
  far?: string;
  /** Of the launch that is coming up; else the browser's, and none. */
  zone?: string;
  t0?: number;
  /** No figure is live yet, so nothing in the footer says it is. */
  isSilent?: boolean;
};

const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A wall without figures still says what it waits for, and what time it is: large, in the middle third of the screen. */
export function WallNotice({ title, why, address, done, far, zone = ownZone(), t0, isSilent = false }: Props) {
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
      {far !== undefined && <p className={css.noticeFar}>{far}</p>}
      <WallFooter zone={zone} t0={t0 ?? null} isSilent={isSilent || address !== undefined} />
    </div>
  );
}
