import type { WordKey } from './words/en.ts';

/** `key`: after `g` it goes there. */
export type Place = { path: string; name: WordKey; icon: string; key: string };

/** The six places of the product; icons are strokes on a grid of 24. */
export const places: readonly Place[] = [
  { path: '/', name: 'shell.brief', key: 'b', icon: 'M4 6h16M4 12h10M4 18h13' },
  { path: '/explore', name: 'shell.explore', key: 'e', icon: 'M4 17l5-6 4 4 7-9' },
  { path: '/alerts', name: 'shell.alerts', key: 'a', icon: 'M12 4l8 8-8 8-8-8z' },
  { path: '/launches', name: 'shell.launches', key: 'l', icon: 'M12 4v16M5 12a7 7 0 0 1 14 0' },
  { path: '/scoreboard', name: 'shell.scoreboard', key: 'c', icon: 'M5 13l4 4L19 7' },
  { path: '/settings', name: 'shell.settings', key: 's', icon: 'M5 7h14M5 12h14M5 17h14' },
];

export function isIn(place: Place, path: string): boolean {
  return place.path === '/' ? path === '/' : path === place.path || path.startsWith(`${place.path}/`);
}
