import css from './Dot.module.css';

/**
 * live is full, slow is half, lost is hollow: the state of the machine, never of an opinion. `missing` is hollow too, in the colour of
 * what wants attention: a source is lost while all else is live. `fault` is a diamond in ink: something could not be read.
 */
export type DotShape = 'live' | 'slow' | 'lost' | 'missing' | 'fault';

export function Dot({ shape }: { shape: DotShape }) {
  return <i className={`${css.dot} ${css[shape]}`} aria-hidden="true" />;
}
