import { maskPersonal } from '../../shared/mask.ts';

const longest = 160;

/** What the other side said, as one short line for the log: people who may only look read it, so addresses are masked. */
export function oneLine(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();
  return maskPersonal(line.slice(0, 4 * longest)).text.slice(0, longest);
}
