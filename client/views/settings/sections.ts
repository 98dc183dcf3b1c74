/** The sections of the settings, in their order; each has its page under `/settings/`. */
export const settingsSections = [
  'start',
  'brands',
  'themes',
  'significance',
  'corrections',
  'versions',
  'launches',
  'alerts',
  'sources',
  'receivers',
  'data',
] as const;
export type SettingsSection = (typeof settingsSections)[number];
