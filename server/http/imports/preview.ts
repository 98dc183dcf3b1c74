import { maskPersonal } from '../../../shared/mask.ts';
import type { ImportJob } from '../../../shared/protocol.ts';
import { parsePost } from '../../pipeline/parsePost.ts';
import { type ColumnMap, type RowNote, rowToPost } from '../../sources/columns.ts';
import type { FileRow } from '../../sources/readRows.ts';

const previewRows = 8;

/** The first rows as the import would read them, by the same steps; people in them stay unnamed. */
export function previewOf(
  rows: readonly FileRow[],
  map: ColumnMap,
  defaults: ImportJob['defaults'],
  now: number,
): { preview: ImportJob['preview']; notes: RowNote[] } {
  const notes = new Set<RowNote>();
  const preview = rows.slice(0, previewRows).map((one): ImportJob['preview'][number] => {
    const read = 'error' in one ? one : rowToPost(one.row, map, defaults);
    if ('error' in read) return { error: { index: one.number, ...read.error } };
    for (const note of read.notes) notes.add(note);
    const parsed = parsePost(read.post, defaults, now, () => '');
    if (!parsed.ok) return { error: { index: one.number, code: parsed.code, message: parsed.message } };
    const { author: _author, ...post } = parsed.post;
    post.text = maskPersonal(post.text).text;
    if (post.title !== undefined) post.title = maskPersonal(post.title).text;
    return { post };
  });
  return { preview, notes: [...notes] };
}
