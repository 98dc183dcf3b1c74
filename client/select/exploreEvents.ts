import type { Launch } from '../../shared/domain.ts';

export type ExploreEvent = { at: number; name: string; isStrong?: boolean };

/** What happens in the very minute of T0 is what T0 is. */
const sameMs = 60_000;
const most = 6;

/** The events of launches within [from, to): T0 named once, by what happens at it where the launch need not be told apart. */
export function exploreEvents(
  launches: readonly Launch[],
  window: { from: number; to: number },
  time: (at: number) => string,
): ExploreEvent[] {
  const isIn = ({ at }: { at: number }) => at >= window.from && at < window.to;
  const isOnly = launches.filter(isIn).length < 2;
  return launches
    .flatMap((launch): ExploreEvent[] => {
      const first = launch.events.find((event) => Math.abs(event.at - launch.at) < sameMs);
      return [
        { at: launch.at, name: `T0 ${isOnly && first ? first.name : launch.name}`, isStrong: true },
        ...launch.events
          .filter((event) => event !== first)
          .map(({ at, name }) => ({ at, name: `${time(at)} ${name}` })),
      ];
    })
    .filter(isIn)
    .slice(0, most);
}
