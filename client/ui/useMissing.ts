import type { StatusState } from '../../shared/protocol.ts';
import { useFrame } from '../live/useFrame.ts';
import { lostSources } from '../select/lostSources.ts';
import type { Format } from './format.ts';
import { useReplay } from './ReplayLive.tsx';
import { useWords } from './useWords.ts';

/** Which sources the figures on screen lack, by name, how many, and since when (epoch ms, and as a time of day). */
export type Missing = { names: string; many: number; since: number; time: string };

const selectSources = (status: StatusState) => status.sources;

/** What a lost source takes from this window; null: nothing. Of a replay nobody knows who was heard then. */
export function useMissing(window: { from: number; to: number } | undefined, format: Format): Missing | null {
  const { language } = useWords();
  const sources = useFrame('status', selectSources);
  const isReplay = useReplay() !== null;
  if (!window || !sources || isReplay) return null;
  const lost = lostSources(sources, window);
  if (!lost) return null;
  const list = new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' });
  return { names: list.format(lost.names), many: lost.names.length, since: lost.since, time: format.time(lost.since) };
}
