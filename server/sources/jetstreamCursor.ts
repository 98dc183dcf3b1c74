/**
 * Where we are in the network's stream. A sequence number means something only to the run (`boot`) of the server that
 * gave it; anywhere else we come back by time, a few seconds early, and known posts fall away as duplicates.
 */
export type JetstreamCursor = {
  wire: 'v1' | 'v2';
  host: string;
  boot?: string;
  seq?: number;
  /** When the network saw the last event, microseconds since 1970. */
  us: number;
};

export const rewindUs = 5_000_000;

export function readCursor(saved: string | undefined): JetstreamCursor | undefined {
  if (saved === undefined) return undefined;
  const value: unknown = JSON.parse(saved);
  if (typeof value !== 'object' || value === null) return undefined;
  const { wire, host, boot, seq, us } = value as Record<string, unknown>;
  if ((wire !== 'v1' && wire !== 'v2') || typeof host !== 'string' || typeof us !== 'number') return undefined;
  return {
    wire,
    host,
    us,
    ...(typeof boot === 'string' ? { boot } : {}),
    ...(typeof seq === 'number' ? { seq } : {}),
  };
}

/** The number to ask an endpoint for: its own sequence number, else a time; undefined starts at the newest. */
export function cursorFor(
  cursor: JetstreamCursor | undefined,
  endpoint: { wire: 'v1' | 'v2'; host: string },
  byTime: boolean,
): number | undefined {
  if (!cursor) return undefined;
  if (!byTime && endpoint.wire === 'v2' && cursor.wire === 'v2' && cursor.host === endpoint.host && cursor.seq)
    return cursor.seq;
  return cursor.us - rewindUs;
}
