import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { MentionsAnswer, Stretch } from '../../../shared/protocol.ts';
import { getJson, sendJson, withQuery } from '../../history/fetchJson.ts';
import { useQueryCheck, useRested } from '../../history/useQueryCheck.ts';
import { markSegments } from '../../select/markSegments.ts';
import type { WatchedKind } from '../../select/watched.ts';
import type { Format } from '../../ui/format.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Settings.module.css';

const asked = 20;
const shown = 6;
const restMs = 600;

const marksOf = (stretches: readonly Stretch[] = []) =>
  stretches.map((stretch) => ({ ...stretch, field: 'text', kind: 'brand' }) as const);

/** The newest kept posts that a query finds: of mentions, and for a brand also of what no brand has found so far. */
export function Hits({ query, kind, format }: { query: string; kind: WatchedKind; format: Format }) {
  const { say } = useWords();
  const rested = useRested(query.trim(), restMs);
  const check = useQueryCheck(rested);
  const stages = kind === 'brands' ? (['important', 'set-aside'] as const) : (['important'] as const);
  const hits = useQuery({
    queryKey: ['hits', kind, rested],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        stages.map((stage) =>
          getJson<MentionsAnswer>(withQuery('/api/mentions', { stage, q: rested, limit: asked }), signal),
        ),
      );
      const seen = new Map(pages.flatMap((page) => page.items.map((item) => [item.seq, item] as const)));
      const items = [...seen.values()].sort((a, b) => b.at - a.at || b.seq - a.seq);
      const isMore = items.length > asked || pages.some((page) => page.next !== null);
      // What made the query hold only its compiler knows: a word of NEAR that stands alone did not.
      const posts = items
        .slice(0, shown)
        .map(({ text, lang, channel, country, source }) => ({ text, lang, channel, country, source }));
      const { value } = await sendJson<{ found: Stretch[][] }>('POST', '/api/query/check', { query: rested, posts });
      return { items: items.slice(0, asked), isMore, stretches: value.found };
    },
    // A query that is being mended finds nothing, and need not be asked.
    enabled: rested !== '' && check.data?.query === rested && check.data.ok,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 10_000,
  });
  if (rested === '' || hits.error || check.data?.ok === false) return null;
  const found = hits.data;
  return (
    <section className={css.hits} aria-labelledby="hits-title">
      <h3 id="hits-title">
        {say('settings.hits')}{' '}
        <small>
          {found
            ? say('settings.hitsFound', {
                count: found.items.length,
                shown: Math.min(shown, found.items.length),
                of: found.isMore ? 'more' : found.items.length > shown ? 'some' : 'all',
              })
            : say('state.loading')}
        </small>
      </h3>
      <ol>
        {found?.items.slice(0, shown).map((item, place) => (
          <li key={item.seq}>
            <p className="t12 ink-3">
              {say(`channel.${item.channel}`)}
              {item.lang !== '' && `, ${item.lang.toUpperCase()}`}, {format.moment(item.at)}
              {item.stage === 'set-aside' && (
                <b className="strong">
                  {' '}
                  {say('settings.newHit', { reason: item.reason ? say(`reason.${item.reason}`) : '' })}
                </b>
              )}
            </p>
            <p lang={item.lang || undefined}>
              {markSegments(item.text, marksOf(found.stretches[place])).map(({ text, mark }, index) =>
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no identity but their place
                mark ? <mark key={index}>{text}</mark> : text,
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
