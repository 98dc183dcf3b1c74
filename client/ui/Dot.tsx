import css from './Dot.module.css';

/** live is full, slow is half, lost is hollow: the state of the machine, never of an opinion. */
export type DotShape = 'live' | 'slow' | 'lost';

export function Dot({ shape }: { shape: DotShape }) {
  return <i className={`${css.dot} ${css[shape]}`} aria-hidden="true" />;
}
