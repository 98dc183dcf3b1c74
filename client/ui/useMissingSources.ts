import type { StatusState } from '../../shared/protocol.ts';
import { useFrame } from '../live/useFrame.ts';
import { type MissingSource, missingSources } from '../select/sources.ts';
import type { Format } from './format.ts';
import { useWords } from './useWords.ts';

const select = (status: StatusState) => missingSources(status.sources);
const isSame = (one: readonly MissingSource[], other: readonly MissingSource[]) =>
  one.length === other.length &&
  one.every(({ name, heardAt }, index) => name === other[index]!.name && heardAt === other[index]!.heardAt);

/** Which sources the figures lack and since when, in a sentence; '' while all are heard. */
export function useMissingSources(format: Format): string {
  const { say, language } = useWords();
  const missing = useFrame('status', select, isSame) ?? [];
  if (missing.length === 0) return '';
  const names = new Intl.ListFormat(language, { type: 'conjunction' }).format(missing.map(({ name }) => name));
  const heard = Math.min(...missing.map(({ heardAt }) => heardAt));
  return heard > 0
    ? say('state.missingSince', { names, moment: format.moment(heard) })
    : say('state.missingNever', { names });
}
