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

/** What stands out for each of the sensitivities that were asked for, in their order. */
export type Standings = readonly (Standing | undefined)[];

export type Told<Answer = Standing> = {
  watched: Pick<Watched, 'key' | 'rule'> & { subject: AlertSubject };
  standing: Answer;
};

/** `tell`: what one listener is told; undefined where none is told anything. */
export function standingsOf<Listener>(
  listeners: readonly Listener[],
  tell: (listener: Listener) => Standing | undefined,
): Standings | undefined {
  const standings = listeners.map(tell);
  return standings.some(Boolean) ? standings : undefined;
}

/** What one of the sensitivities is told. */
export function toldAt(place: number, told: readonly Told<Standings>[]): Told[] {
  return told.flatMap(({ watched, standing }) => {
    const own = standing[place];
    return own ? [{ watched, standing: own }] : [];
  });
}
