import type { Page } from 'playwright-core';

/** CSS pixels, and how much smaller the picture is: walls have large letters, small print needs its size. */
export const sizes = {
  wall: { width: 1920, height: 1080, scale: 0.5 },
  cinema: { width: 2560, height: 1080, scale: 0.4 },
  upright: { width: 1080, height: 1920, scale: 0.4 },
  '4k': { width: 3840, height: 2160, scale: 0.25 },
  laptop: { width: 1440, height: 900, scale: 0.75 },
  phone: { width: 390, height: 844, scale: 1 },
} as const;
export type Size = keyof typeof sizes;
export type Look = 'light' | 'dark';
export type Language = 'en' | 'fr';

export type Shot = {
  /** File name without size, look and language. */
  name: string;
  caption: string;
  /** Path and query of the screen. */
  path: string;
  /** What is there when the screen stands: a selector. */
  ready: string;
  /** Before the page opens: answers that come late, or never. */
  before?: (page: Page) => Promise<void>;
  /** Once it stands: keys, clicks. */
  act?: (page: Page) => Promise<void>;
  /** After what changed for all pages at once: what is to be seen of it. */
  afterwards?: (page: Page) => Promise<void>;
  /** Refusals that the browser logs belong to the state. */
  mayFail?: boolean;
  /** Answers that never come belong to the state. */
  keepsWaiting?: boolean;
  /** All of the page, as far as it goes, and not the first screen alone. */
  isWhole?: boolean;
};

/** One picture to take. Walls are always dark. */
export type Wanted = { shot: Shot; size: Size; look: Look; language: Language };

export const isWall = (size: Size): boolean => size !== 'laptop' && size !== 'phone';

/** Name, size, look and language, as they stand in a file's name: `brief-phone-dark-fr`. */
export function fileOf({ shot, size, look, language }: Wanted): string {
  return `${[shot.name, size, ...(isWall(size) ? [] : [look]), ...(language === 'fr' ? ['fr'] : [])].join('-')}.webp`;
}

/** The same screen in several sizes, looks and languages, each written as `size look language` (English unless said). */
export function wanted(shot: Shot, ...kinds: readonly string[]): Wanted[] {
  return kinds.map((kind) => {
    const words = kind.split(' ');
    return {
      shot,
      size: words[0] as Size,
      look: words.includes('dark') || isWall(words[0] as Size) ? 'dark' : 'light',
      language: words.includes('fr') ? 'fr' : 'en',
    };
  });
}
