/** About what a line of a chart has room for beside its end. */
const mostBeside = 28;

/** A name as a chart can hold it: a long one loses its end, by whole letters. */
export function cutName(name: string, most = mostBeside): string {
  const letters = [...name];
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : name;
}
