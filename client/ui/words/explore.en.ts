/** Words of the Explore screen. */
export const exploreEn = {
  'explore.title': 'Explore',
} as const;
