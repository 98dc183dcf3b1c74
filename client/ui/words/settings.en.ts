/** Words of the Settings screen. */
export const settingsEn = {
  'settings.title': 'Settings',
} as const;
