import type { exploreEn } from './explore.en.ts';

export const exploreFr: Record<keyof typeof exploreEn, string> = {
  'explore.title': 'Explorer',
};
