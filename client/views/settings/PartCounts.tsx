import { useQuery } from '@tanstack/react-query';
import type { MentionsAnswer } from '../../../shared/protocol.ts';
import { getJson, withQuery } from '../../history/fetchJson.ts';
import { orParts } from '../../select/orParts.ts';
import type { WatchedKind } from '../../select/watched.ts';
import type { Format } from '../../ui/format.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Settings.module.css';

/** As many as one answer holds. */
const newest = 200;
/** Each part is a question of its own; of more, a list of counts would tell little. */
const mostParts = 8;

type Props = { kind: WatchedKind; id: string; query: string; format: Format };

/** How many of the newest mentions each part of the saved query finds, and how many of these no other part does. */
export function PartCounts({ kind, id, query, format }: Props) {
  const { say } = useWords();
  const parts = orParts(query);
  const isAsked = parts.length > 1 && parts.length <= mostParts;
  const { data, isError } = useQuery({
    queryKey: ['parts', kind, id, query],
    queryFn: async ({ signal }) => {
      const of = { [kind === 'brands' ? 'brand' : 'theme']: id, limit: newest };
      const ask = (more: object) =>
        getJson<MentionsAnswer>(withQuery('/api/mentions', { ...of, ...more }), signal).then(({ items }) => items);
      const all = await ask({});
      const [first, last] = [all.at(-1), all[0]];
      if (!first || !last) return null;
      const range = { from: first.at, to: last.at + 1 };
      const known = new Set(all.map(({ seq }) => seq));
      const found = await Promise.all(parts.map((q) => ask({ ...range, q })));
      const seqs = found.map((items) => items.flatMap(({ seq }) => (known.has(seq) ? [seq] : [])));
      const finders = new Map<number, number>();
      for (const seq of seqs.flat()) finders.set(seq, (finders.get(seq) ?? 0) + 1);
      const counts = seqs.map((of, place) => ({
        part: parts[place]!,
        finds: of.length,
        alone: of.filter((seq) => finders.get(seq) === 1).length,
      }));
      return { of: all.length, counts };
    },
    enabled: isAsked,
    staleTime: 60_000,
    retry: false,
  });
  if (!isAsked || data === null || (isError && !data)) return null;
  // Its lines keep their room while they are counted: what stands below must not jump.
  const lines: { part: string; finds?: number; alone?: number }[] = data?.counts ?? parts.map((part) => ({ part }));
  return (
    <section className={css.parts} aria-label={say('settings.parts')}>
      <h3>
        {say('settings.parts')}{' '}
        <small>{data ? say('settings.partsOf', { count: data.of }) : say('state.loading')}</small>
      </h3>
      <ol>
        {lines.map(({ part, finds, alone }) => (
          <li key={part}>
            <span>{part}</span>
            <i aria-hidden="true">
              <b style={{ width: `${(100 * (finds ?? 0)) / (data?.of ?? 1)}%` }} />
            </i>
            <span className="figures">{finds === undefined ? '–' : format.number(finds)}</span>
            <small>{alone === undefined ? '\u00a0' : say('settings.partAlone', { count: alone })}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}
