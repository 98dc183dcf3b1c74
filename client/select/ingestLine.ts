export type IngestLineOf = {
  /** Where this page came from: the address under which the server is reached. */
  origin: string;
  /** What the post names, so that it is a mention; absent: three dots. */
  brand?: string;
  /** Whether the server asks programs for a key. */
  needsKey: boolean;
  /** Epoch ms. */
  now: number;
};

/** One word for a POSIX shell, whatever it holds. */
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** A line for a terminal that sends one post. A key is never written into it: it would stay in the history of the shell's user. */
export function ingestLine({ origin, brand, needsKey, now }: IngestLineOf): string {
  const post = {
    id: `first-${now}`,
    at: new Date(now).toISOString(),
    text: brand === undefined ? '...' : `I love ${brand}`,
    lang: brand === undefined ? undefined : 'en',
  };
  const key = needsKey ? ` -H 'Authorization: Bearer YOUR_KEY'` : '';
  return `curl ${origin}/api/ingest${key} -H 'Content-Type: application/json' -d ${quoted(JSON.stringify(post))}`;
}
