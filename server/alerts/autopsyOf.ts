import type { Autopsy, ExcessPart } from '../../shared/alerts.ts';
import type { Launch } from '../../shared/domain.ts';
import { hourMs } from '../../shared/rollup.ts';
import type { MentionPart } from '../store/store.ts';

/** So long after a film is on air it may be what people speak of. */
const eventReachMs = 6 * hourMs;
const mostParts = 12;
/** A part below this share of the excess goes into the rest. */
const leastShare = 0.03;

export type AutopsyParts = Omit<Autopsy, 'parts'> & { parts: Omit<ExcessPart, 'messages'>[] };
type Figures = Pick<AutopsyParts, 'value' | 'expected'>;

const keyOf = ({ theme, channel, lang, areCopies }: MentionPart) => `${theme}\n${channel}\n${lang}\n${areCopies}`;
const excessOf = ({ value, expected }: Figures) => value - expected;
const sum = (of: readonly Figures[]): Figures =>
  of.reduce<Figures>((all, { value, expected }) => ({ value: all.value + value, expected: all.expected + expected }), {
    value: 0,
    expected: 0,
  });

/**
 * What an excess consists of. `observed`: the mentions of the window; `before`: those of comparable windows, of which `scale` makes
 * the expected (1 / how many windows there were). Parts and rest add up to the whole, because each mention is in one part.
 */
export function autopsyOf(
  {
    observed,
    before,
    scale,
    count,
    from,
    to,
  }: {
    observed: readonly MentionPart[];
    before: readonly MentionPart[];
    scale: number;
    /** What counts of a part: all mentions, or the negative ones. */
    count: 'mentions' | 'negative';
    from: number;
    to: number;
  },
  launches: readonly Pick<Launch, 'id' | 'events'>[],
): AutopsyParts {
  const parts = new Map<string, Omit<ExcessPart, 'messages'>>();
  const partOf = (part: MentionPart) => {
    const { theme, channel, lang, areCopies } = part;
    const known = parts.get(keyOf(part)) ?? { theme, channel, lang, areCopies, value: 0, expected: 0 };
    parts.set(keyOf(part), known);
    return known;
  };
  for (const part of observed) partOf(part).value += part[count];
  for (const part of before) partOf(part).expected += part[count] * scale;
  const all = [...parts.values()].filter(({ value, expected }) => value > 0 || expected > 0);
  const whole = sum(all);
  const least = Math.max(1, leastShare * Math.abs(excessOf(whole)));
  const told = all
    .filter((part) => Math.abs(excessOf(part)) >= least)
    .sort((a, b) => excessOf(b) - excessOf(a))
    .slice(0, mostParts);
  const rest = sum(all.filter((part) => !told.includes(part)));
  const copies = sum(all.filter(({ areCopies }) => areCopies));
  const event = lastEvent(launches, from, to);
  const isCopied = excessOf(whole) > 0 && excessOf(copies) > excessOf(whole) / 2;
  return {
    from,
    to,
    ...whole,
    parts: told,
    rest: { parts: all.length - told.length, ...rest },
    nature: isCopied ? 'copies' : event ? 'own-event' : 'organic',
    ...(event ? { event } : {}),
  };
}

function lastEvent(launches: readonly Pick<Launch, 'id' | 'events'>[], from: number, to: number): Autopsy['event'] {
  const near = launches.flatMap(({ id, events }) =>
    events
      .filter(({ at }) => at >= from - eventReachMs && at < to)
      .map(({ name, names, at }) => ({
        launch: id,
        at,
        name,
        ...(names ? { names } : {}),
      })),
  );
  return near.sort((a, b) => b.at - a.at)[0];
}
