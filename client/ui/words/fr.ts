import type { WordKey } from './en.ts';
import { exploreFr } from './explore.fr.ts';
import { settingsFr } from './settings.fr.ts';
import { shellFr } from './shell.fr.ts';

export const fr: Record<WordKey, string> = { ...shellFr, ...exploreFr, ...settingsFr };
