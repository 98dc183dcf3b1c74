import type { WordKey } from './en.ts';
import { firstFr } from './first.fr.ts';
import { moreFr } from './more.fr.ts';

export const fr: Record<WordKey, string> = { ...firstFr, ...moreFr };
