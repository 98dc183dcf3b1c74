import type { Format } from './format.ts';

/** Nothing that was counted by chance is 100 % sure. */
export const sayProbability = (probability: number, format: Format) =>
  `${probability > 0.99 ? '> ' : ''}${format.percent(Math.min(0.99, probability))}`;
