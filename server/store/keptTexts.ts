import { setImmediate as breathe } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { CountedText } from '../pipeline/terms/risingTerms.ts';
import { outcomeCode } from './codes.ts';
import { listsFor, narrowings } from './mentionsQuery.ts';
import type { Meta } from './meta.ts';
import type { Names } from './names.ts';
import { type PostRow, storedPost } from './rows.ts';
import { isSelected } from './selection.ts';
import type { Filter, MentionsFilter } from './store.ts';

/** So many texts are read before another question has its turn. */
const chunk = 1_000;
/** Copies count once, with their original; advertisements are nobody's talk. */
const notCounted = [outcomeCode('near-copy'), outcomeCode('spam')];
export const isCountedOutcome = (outcome: number): boolean => !notCounted.includes(outcome);

type TextRow = { at: number; seq: number; lang: number; author: string | null; title: string | null; text: string };

/** `share`: which part of the texts was read, evenly drawn; 1 when all were. */
export type KeptTexts = { share: number; texts: AsyncIterable<readonly CountedText[]> };

/**
 * Reads the distinct texts behind a filter, each once, in no order: at most about `most` of them. Each piece is a look of
 * its own at the file, so that whoever counts thousands of texts holds nobody up.
 */
export function createTextReader(db: Database, readMeta: () => Meta, names: Names & { refresh(): void }) {
  const behind = db.prepare<[number, number, number], PostRow>(
    'SELECT * FROM posts WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?',
  );

  const look = <Answer>(answer: () => Answer): Answer =>
    db.transaction(() => {
      names.refresh();
      return answer();
    })();

  return function read(asked: Filter, most: number): KeptTexts {
    const filter: MentionsFilter = { ...asked, stage: 'important', limit: 0 };
    const counting = look(() => {
      const where = `${narrowings(filter, names).join(' AND ')} AND outcome NOT IN (${notCounted})`;
      const lists = listsFor(filter, names);
      const meta = readMeta();
      let listed = 0;
      for (const list of lists)
        listed += db
          .prepare<[number], number>(`SELECT count(*) FROM listing WHERE list = ? AND ${where}`)
          .pluck()
          .get(list)!;
      return {
        where,
        lists,
        counted: meta.counted,
        end: meta.seq,
        share: Math.min(1, most / Math.max(1, listed)),
      };
    });
    const { where, lists, counted, end, share } = counting;
    // Knuth's multiplier spreads neighbours; numbers of our own only, so they may stand in the text.
    const isDrawn = share === 1 ? '1' : `(seq * 2654435761 & 4294967295) < ${Math.floor(share * 2 ** 32)}`;

    function textOf(row: TextRow): CountedText {
      const { seq, at, author, title, text } = row;
      return { seq, at, author, title, text, lang: names.nameOf(row.lang) };
    }

    async function* listedTexts() {
      const seen = lists.length > 1 ? new Set<number>() : null;
      const next = db.prepare<[number, number, number, number], TextRow>(
        `SELECT drawn.at, drawn.seq, posts.lang, author, title, text FROM
           (SELECT at, seq FROM listing WHERE list = ? AND (at, seq) > (?, ?) AND ${where} AND seq <= ${counted} AND ${isDrawn}
            ORDER BY at, seq LIMIT ?) AS drawn
         JOIN posts ON posts.seq = drawn.seq ORDER BY drawn.at, drawn.seq`,
      );
      for (const list of lists) {
        let last = { at: Number.MIN_SAFE_INTEGER, seq: 0 };
        for (;;) {
          const rows = look(() => next.all(list, last.at, last.seq, chunk));
          const fresh = seen ? rows.filter(({ seq }) => !seen.has(seq)) : rows;
          for (const { seq } of fresh) seen?.add(seq);
          yield fresh.map(textOf);
          if (rows.length < chunk) break;
          last = rows.at(-1)!;
          await breathe();
        }
      }
    }

    /** What no list holds yet is looked at one by one. */
    async function* unlistedTexts() {
      const drawnBelow = share * 2 ** 32;
      for (let last = counted; last < end; ) {
        const { rows, meta } = look(() => ({ rows: behind.all(last, end, chunk), meta: readMeta() }));
        const texts: CountedText[] = [];
        for (const row of rows) {
          if (!isCountedOutcome(row.outcome)) continue;
          if (share < 1 && (row.seq * 2_654_435_761) % 2 ** 32 >= drawnBelow) continue;
          if (isSelected(storedPost(row, names, meta), filter)) texts.push(textOf(row));
        }
        yield texts;
        if (rows.length < chunk) return;
        last = rows.at(-1)!.seq;
        await breathe();
      }
    }

    async function* texts() {
      yield* listedTexts();
      yield* unlistedTexts();
    }
    return { share, texts: texts() };
  };
}
