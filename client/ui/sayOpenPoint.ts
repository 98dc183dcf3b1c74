import type { OpenPoint } from '../../shared/openPoints.ts';
import type { Format } from './format.ts';
import { unbroken } from './unbroken.ts';
import type { Say } from './useWords.ts';

type Named = { theme(id: string): string };
/** `isUnjudged`: posts are missing, so that nothing is compared with what is usual. */
type Known = { doubtful: ReadonlyMap<string, number>; isUnjudged: boolean };

/** What is asked of people: "Look into Skin reaction?" */
export const sayOpenPoint = (point: OpenPoint, names: Named, say: Say): string =>
  say(`decide.${point.kind}`, {
    theme: point.theme === undefined ? '' : names.theme(point.theme),
    question: point.question ?? '',
  });

/** Why, in figures, behind the count of the point itself: "mentions in 6 h, 412 distinct texts, 3.1 times the usual share." `length`: of the time that is counted. */
export function sayPointReason(
  point: OpenPoint,
  { doubtful, isUnjudged }: Known,
  length: string,
  say: Say,
  format: Format,
): string {
  const { kind, count, texts, times, net } = point;
  const doubt = point.messages.theme === undefined ? undefined : doubtful.get(point.messages.theme);
  const said = [
    say(`decide.why.${kind}`, {
      ...{ length, count, texts: texts ?? 0 },
      times: isUnjudged ? 'unjudged' : times === undefined ? 'none' : format.times(times),
    }),
  ];
  if (kind === 'theme-hurts' && net)
    said.push(
      say('decide.why.net', {
        net: format.signed(net.net),
        spread: unbroken(format.netSpread(net)),
      }),
    );
  if (doubt !== undefined) said.push(say('decide.why.unsure', { share: format.percent(doubt) }));
  return said.join(' ');
}
