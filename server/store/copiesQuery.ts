import type { Database } from 'better-sqlite3';
import type { Channel } from '../../shared/domain.ts';
import { firstSort, outcomeCode } from './codes.ts';
import { type CopyClusters, type CopyMessage, clusterCopies } from './copyClusters.ts';
import { brandList, mentionsList } from './lists.ts';
import type { Meta } from './meta.ts';
import type { Names } from './names.ts';
import { type CountRow, unpackOpinions } from './rows.ts';
import type { CopiesFilter } from './store.ts';

type Row = Pick<CountRow, 'seq' | 'at' | 'channel' | 'copy_of'>;
type OriginalRow = Pick<CountRow, 'seq' | 'at' | 'channel' | 'outcome' | 'opinion' | 'brands'>;

/** Finds which texts were repeated: near-copies by their place in time, each with its original where that is in range too. */
export function createCopiesQuery(db: Database) {
  const nearCopy = outcomeCode('near-copy');
  const listed = db.prepare<[number, number, number], Row>(
    `SELECT posts.seq, posts.at, posts.channel, copy_of FROM listing JOIN posts ON posts.seq = listing.seq
     WHERE listing.list = ? AND listing.at >= ? AND listing.at < ? AND listing.outcome = ${nearCopy}
       AND copy_of IS NOT NULL`,
  );
  const behind = db.prepare<[number, number, number], Row & Pick<CountRow, 'opinion' | 'brands'>>(
    `SELECT seq, at, channel, copy_of, opinion, brands FROM posts
     WHERE seq > ? AND at >= ? AND at < ? AND outcome = ${nearCopy} AND copy_of IS NOT NULL`,
  );
  const bySeq = db.prepare<[number], OriginalRow>(
    'SELECT seq, at, channel, outcome, opinion, brands FROM posts WHERE seq = ?',
  );

  return function answer({ brands, limit, ...range }: CopiesFilter, names: Names, meta: Meta): CopyClusters {
    const { from = Number.MIN_SAFE_INTEGER, to = Number.MAX_SAFE_INTEGER } = range;
    const isAsked = (row: Pick<CountRow, 'opinion' | 'brands'>) =>
      !brands?.length || unpackOpinions(row).some(({ id }) => brands.includes(id));
    const found = new Map<number, CopyMessage>();
    const add = ({ seq, at, channel }: Pick<CountRow, 'seq' | 'at' | 'channel'>, of: number) =>
      found.set(seq, { seq, of, at, channel: names.nameOf(channel) as Channel });
    const lists = brands?.length ? brands.flatMap((brand) => names.find(brand) ?? []).map(brandList) : [mentionsList];
    for (const list of lists) for (const row of listed.iterate(list, from, to)) add(row, row.copy_of!);
    for (const row of behind.iterate(meta.counted, from, to)) if (isAsked(row)) add(row, row.copy_of!);
    for (const of of new Set([...found.values()].map((message) => message.of))) {
      const original = bySeq.get(of);
      if (original && original.outcome < firstSort && original.at >= from && original.at < to && isAsked(original))
        add(original, of);
    }
    return clusterCopies(found.values(), limit);
  };
}
