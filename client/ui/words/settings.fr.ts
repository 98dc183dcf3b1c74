import type { settingsEn } from './settings.en.ts';

export const settingsFr: Record<keyof typeof settingsEn, string> = {
  'settings.title': 'Réglages',
};
