/** An INSERT whose values are bound by the names of their columns. */
export function insertOf(table: string, columns: readonly string[], or = ''): string {
  return `INSERT ${or} INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`;
}
