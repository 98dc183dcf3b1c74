import type { AlertFigure, AlertSubject } from '../../shared/alerts.ts';
import type { Watched } from './watched.ts';

/** What stands out in a series, from its first moment on. */
export type Standing = {
  /** The start of the first step that stood out, and the end of the last one, epoch ms. */
  at: number;
  until: number;
  severity: number;
  /** Its strongest moment so far. */
  figure: AlertFigure;
  /** About once in so many days chance alone does as much; absent where what is usual is not known. */
  onceInDays?: number;
  isKnown: boolean;
};

export type Told = { watched: Pick<Watched, 'key' | 'rule'> & { subject: AlertSubject }; standing: Standing };
