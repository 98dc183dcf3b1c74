import type { Workspace } from '../../shared/domain.ts';
import type { Stance } from '../../shared/kinds.ts';
import { type Masked, maskPersonal } from '../../shared/mask.ts';
import type { MessageCard } from '../../shared/protocol.ts';
import type { Mark, Trace } from '../../shared/trace.ts';
import { messageCard } from '../messageCard.ts';
import type { StoredPost } from '../store/store.ts';

/** Lower case, without the @: the names under which the watched brands themselves speak. */
export function namesKept(workspace: Pick<Workspace, 'brands'>): Set<string> {
  const kept = new Set<string>();
  for (const { id, name, query } of workspace.brands) {
    kept.add(id.toLowerCase());
    kept.add(name.toLowerCase().replaceAll(/[^\p{L}\p{N}_]+/gu, ''));
    for (const [, handle] of query.matchAll(/@([\p{L}\p{N}_.-]+)/gu)) kept.add((handle ?? '').toLowerCase());
  }
  return kept;
}

type Fields = { text: Masked; title: Masked };

function mask(post: StoredPost, keep: ReadonlySet<string>): Fields {
  return { text: maskPersonal(post.text, keep), title: maskPersonal(post.title ?? '', keep) };
}

/** Marks of the original, moved to the shown text; one on something hidden has no place there. */
function shiftMarks(marks: readonly Mark[], fields: Fields): Mark[] {
  const shifted: Mark[] = [];
  for (const mark of marks) {
    const { at } = fields[mark.field];
    const moved = { ...mark, from: at(mark.from), to: at(mark.to) };
    if (moved.from < moved.to) shifted.push(moved);
  }
  return shifted;
}

export type ShownWith = {
  marks: readonly Mark[];
  copyOf: { source: string; id: string } | null;
  stances?: readonly Stance[];
  keep: ReadonlySet<string>;
};

/** A kept post as it may leave the server: nobody is named but the brands. */
export function shownMessage(
  post: StoredPost & { copies: number },
  { marks, copyOf, stances, keep }: ShownWith,
): MessageCard {
  const fields = mask(post, keep);
  return {
    ...messageCard(post, post.copies),
    text: fields.text.text,
    ...(post.title === undefined ? {} : { title: fields.title.text }),
    ...(copyOf ? { copyOf } : {}),
    marks: shiftMarks(marks, fields),
    ...(stances && stances.length > 0 ? { stances: [...stances] } : {}),
  };
}

/** The same for the live voices, without the post's address: it may name its writer, and no wall opens it. */
export function voiceCard(
  post: StoredPost & { copies?: number },
  { marks, keep }: Pick<ShownWith, 'marks' | 'keep'>,
): MessageCard {
  const { url: _, ...card } = shownMessage({ copies: 0, ...post }, { marks, copyOf: null, keep });
  return card;
}

/** The trace beside such a message: it quotes the text, so what it quotes is masked too. */
export function shownTrace(trace: Trace, post: StoredPost, keep: ReadonlySet<string>): Trace {
  const masked = (quote: string) => maskPersonal(quote, keep).text;
  const score = <Score extends { parts: Trace['spam']['parts'] }>(one: Score): Score => ({
    ...one,
    parts: one.parts.map((part) => (part.because === undefined ? part : { ...part, because: masked(part.because) })),
  });
  return {
    ...trace,
    brands: trace.brands.map((brand) => ({
      ...brand,
      matched: brand.matched.map(masked),
      excluded: brand.excluded.map(masked),
    })),
    themes: trace.themes.map((theme) => ({ ...theme, matched: theme.matched.map(masked) })),
    significance: score(trace.significance),
    spam: score(trace.spam),
    sentiment: score(trace.sentiment),
    marks: shiftMarks(trace.marks, mask(post, keep)),
  };
}
