import { useMedia } from './useMedia.ts';

/** Pixels of CSS within the margins of a launch's A4 page. */
const paperWidth = 690;

/** Whether this is being printed. */
export const useIsPaper = (): boolean => useMedia('print');

/** The width of a drawing: as measured on the screen, and on paper the page's, which nobody can measure in time. */
export function useDrawnWidth(measured: number): number {
  return useIsPaper() ? paperWidth : measured;
}
