import type { Database } from 'better-sqlite3';
import type { Correction } from '../../shared/correction.ts';
import { applyCorrections, type Known } from '../pipeline/applyCorrections.ts';
import type { AuthorCells } from './authorCells.ts';
import type { Corrections } from './corrections.ts';
import { createFunnelSum } from './counted.ts';
import { countedRows, difference, type Indexer } from './indexer.ts';
import type { Meta } from './meta.ts';
import type { WritableNames } from './names.ts';
import { packRows } from './packRows.ts';
import {
  analysisOf,
  type PostRow,
  sortedRow,
  storedPost,
  type VerdictRow,
  verdictColumns,
  verdictOf,
  withOpinions,
} from './rows.ts';
import type { Staging } from './staging.ts';
import type { Corrected, Verdict } from './store.ts';

type Parts = {
  corrections: Corrections;
  indexer: Indexer;
  authors: Pick<AuthorCells, 'spoil'>;
  staging: () => Staging | undefined;
  /** What the newest workspace knows. */
  known: () => Known;
};

/** Lets single kept posts stand otherwise, because a person or a second look says so. Within the caller's transaction. */
export function createRestating(
  db: Database,
  names: WritableNames,
  { corrections, indexer, authors, staging, known: knownNow }: Parts,
) {
  const postBySeq = db.prepare<[number], PostRow>('SELECT * FROM posts WHERE seq = ?');
  const setVerdict = db.prepare<[VerdictRow & { seq: number }]>(
    `UPDATE posts SET ${verdictColumns.map((column) => `${column} = @${column}`)} WHERE seq = @seq`,
  );

  function correctOne(
    seq: number,
    said: readonly Correction[],
    now: number,
    known: Known,
    draft: Meta,
  ): { old: PostRow; next: PostRow } | undefined {
    const old = postBySeq.get(seq);
    if (!old) return undefined;
    const staged = staging()?.takeOut(old, draft);
    for (const one of said) corrections.add(seq, one, now);
    const standing = corrections.standing(seq);
    const machine = corrections.machine(seq) ?? old;
    const verdict = verdictOf(applyCorrections(analysisOf(machine, names), standing, known), names.idOf);
    const next = { ...old, ...verdict };
    if (standing.length > 0) corrections.setMachine(seq, machine);
    else corrections.dropMachine(seq);
    setVerdict.run({ seq, ...verdict });
    indexer.replace(old, next, draft);
    authors.spoil(old, draft);
    authors.spoil(next, draft);
    if (staged) staging()?.putBack(next, staged, known, draft);
    return { old, next };
  }

  /** What takes live figures from the old rows to the next. */
  function changeOf(found: readonly { old: PostRow; next: PostRow }[], liveFrom: number, draft: Meta): Corrected {
    const live = found.filter(({ old }) => old.at >= liveFrom);
    const funnel = createFunnelSum('all-brands');
    for (const { old, next } of live) {
      const place = { at: old.at, source: names.nameOf(old.source) };
      funnel.add(place, sortedRow(old), -1);
      funnel.add(place, sortedRow(next), 1);
    }
    const before = countedRows(
      live.map(({ old }) => old),
      names,
    );
    const after = countedRows(
      live.map(({ next }) => next),
      names,
    );
    return {
      seq: draft.seq,
      rows: packRows(difference(before, after)),
      funnel: funnel.rows().filter((row) => row.posts !== 0),
      posts: found.map(({ next }) => corrections.tell(storedPost(next, names, draft), names)),
    };
  }

  function lookAgainAtOne({ seq, analysis }: Verdict, known: Known, draft: Meta) {
    const old = postBySeq.get(seq);
    if (!old) return undefined;
    const first = corrections.machine(seq);
    const machine = withOpinions(first ?? old, verdictOf(analysis, names.idOf));
    if (!machine) return undefined;
    if (first) corrections.setMachine(seq, machine);
    const verdict = first
      ? verdictOf(applyCorrections(analysisOf(machine, names), corrections.standing(seq), known), names.idOf)
      : machine;
    const next = { ...old, ...verdict };
    setVerdict.run({ seq, ...verdict });
    indexer.replace(old, next, draft);
    return { old, next };
  }

  return {
    correct(
      seqs: readonly number[],
      said: readonly Correction[],
      now: number,
      liveFrom: number,
      draft: Meta,
    ): Corrected {
      const known = knownNow();
      return changeOf(
        seqs.flatMap((seq) => correctOne(seq, said, now, known, draft) ?? []),
        liveFrom,
        draft,
      );
    },
    lookAgain(verdicts: readonly Verdict[], liveFrom: number, draft: Meta): Corrected {
      const known = knownNow();
      return changeOf(
        verdicts.flatMap((verdict) => lookAgainAtOne(verdict, known, draft) ?? []),
        liveFrom,
        draft,
      );
    },
  };
}
