/** A stretch of a query that is wrong or doubtful, and what to write instead. */
export type QueryNote = { position: number; length: number; code: string; message: string; suggestion?: string };

/** The query with the suggestion in the place of what was wrong; unchanged without one. */
export function repairQuery(query: string, note: Pick<QueryNote, 'position' | 'length' | 'suggestion'>): string {
  if (note.suggestion === undefined) return query;
  return query.slice(0, note.position) + note.suggestion + query.slice(note.position + note.length);
}

/** Line and column, both from 1, of a place in a text. */
export function placeIn(text: string, position: number): { line: number; column: number } {
  const before = text.slice(0, position);
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
