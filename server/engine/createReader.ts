import type { Post } from '../../shared/domain.ts';
import { createSketch, sketchWidth, writeSketch } from '../pipeline/copySketch.ts';
import type { Hear } from '../pipeline/secondLook.ts';
import type { RuleSet } from '../store/store.ts';
import type { Analyst } from './analyst.ts';
import type { Delivery } from './engine.ts';
import type { Piece } from './piece.ts';
import { type BodyItem, readJsonBody, readNdjsonBody } from './readBody.ts';

/** A larger body is read piece by piece, so that small deliveries pass between them. */
export const pieceItems = 750;

/** One delivery on its way; asked until a piece says that it is the last. */
export type Reading = { next(): Piece };

export type Reader = {
  use(ruleSet: RuleSet): void;
  /** Throws UnreadableBody. */
  open(delivery: Delivery): Reading;
  /** Posts that were read before, under the rules that now hold; with a second look at the first `heard` of them. */
  again(posts: readonly Post[], hear?: Hear, heard?: number): Piece;
};

const noSketch = createSketch();

/** Turns deliveries into pieces: parses and validates each post and analyses it as far as it can be looked at alone. */
export function createReader(analyst: Analyst): Reader {
  let version = 0;

  function startPiece() {
    const piece = emptyPiece(version);
    let sketches = new Int32Array(64 * sketchWidth);
    return {
      piece,
      add(post: Post, index: number, hear?: Hear): void {
        const { analysis, sketch } = analyst.analyse(post, hear);
        const at = piece.posts.length * sketchWidth;
        if (at === sketches.length) {
          const more = new Int32Array(sketches.length * 2);
          more.set(sketches);
          sketches = more;
        }
        writeSketch(sketch ?? noSketch, sketches, at);
        piece.posts.push(post);
        piece.analyses.push(analysis);
        piece.indexes.push(index);
      },
      /** A bug of ours, but the sender's others must count. */
      stumble(error: unknown, index: number, { id, source }: { id?: string; source: string }): void {
        const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
        piece.stumbles.push({ ...(id === undefined ? {} : { id }), source, error: said });
        piece.rejected.push({
          index,
          code: 'not-analysable',
          message: 'the post could not be analysed; this is a fault of the program and was logged',
        });
      },
      end(isLast: boolean): Piece {
        piece.isLast = isLast;
        piece.sketches = sketches.slice(0, piece.posts.length * sketchWidth);
        return piece;
      },
    };
  }

  /** In one piece whatever their number: posts with cursors belong to one transaction. */
  function readPosts(posts: readonly Post[], hear?: Hear, heard = posts.length): Piece {
    const { piece, add, stumble, end } = startPiece();
    for (const post of posts) {
      try {
        add(post, piece.received, piece.received < heard ? hear : undefined);
      } catch (error) {
        stumble(error, piece.received, post);
      }
      piece.received += 1;
    }
    return end(true);
  }

  function open(delivery: Delivery): Reading {
    if (delivery.kind === 'posts') return { next: () => readPosts(delivery.posts) };
    const { bytes, defaults, receivedAt } = delivery;
    const items: Iterator<BodyItem> = delivery.format === 'json' ? readJsonBody(bytes).values() : readNdjsonBody(bytes);
    let item = items.next();
    let index = 0;
    return {
      next() {
        const { piece, add, stumble, end } = startPiece();
        for (; !item.done && piece.received < pieceItems; item = items.next(), index += 1) {
          piece.received += 1;
          if (!('value' in item.value)) {
            piece.rejected.push({ index, ...item.value });
            continue;
          }
          let post: Post | undefined;
          try {
            const parsed = analyst.parse(item.value.value, defaults, receivedAt);
            if (parsed.ok) {
              post = parsed.post;
              add(post, index);
            } else piece.rejected.push({ index, code: parsed.code, message: parsed.message });
          } catch (error) {
            stumble(error, index, post ?? defaults);
          }
        }
        return end(item.done === true);
      },
    };
  }

  return {
    use(ruleSet) {
      analyst.use(ruleSet);
      version = ruleSet.version;
    },
    open,
    again: readPosts,
  };
}

function emptyPiece(ruleSet: number): Piece {
  return {
    ruleSet,
    received: 0,
    rejected: [],
    stumbles: [],
    isLast: true,
    posts: [],
    analyses: [],
    indexes: [],
    sketches: new Int32Array(0),
  };
}
