/** Reads one frame of Bluesky's Jetstream, wire v1 or v2, into one shape. Pure. */
export type JetstreamEvent =
  | { kind: 'post'; did: string; rkey: string; record: Record<string, unknown>; at: number; us: number; seq?: number }
  | { kind: 'delete'; did: string; rkey: string; at: number; us: number; seq?: number }
  /** The account is gone, for good or for now: nothing of it may be shown. */
  | { kind: 'closed'; did: string; at: number; us: number; seq?: number }
  /** An event of no interest that moves the cursor all the same. */
  | { kind: 'other'; at: number; us: number; seq?: number }
  | { kind: 'info'; name: string; message: string }
  | { kind: 'error'; name: string; message: string }
  | { kind: 'unreadable' };

const collection = 'app.bsky.feed.post';
const closedStatuses = new Set(['deleted', 'takendown', 'suspended', 'deactivated']);

type Loose = Record<string, unknown>;
const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Microseconds of an RFC 3339 moment: Date keeps milliseconds only. NaN when unreadable. */
function microseconds(time: string): number {
  const ms = Date.parse(time);
  const fraction = /\.(\d+)/.exec(time)?.[1] ?? '';
  return Math.floor(ms / 1_000) * 1_000_000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}

function readCommit(commit: Loose, did: string, when: { at: number; us: number; seq?: number }): JetstreamEvent {
  const rkey = text(commit.rkey);
  if (commit.collection !== collection || rkey === '' || did === '') return { kind: 'other', ...when };
  if (commit.operation === 'delete') return { kind: 'delete', did, rkey, ...when };
  // An update is the same key again: the store knows it, and the first words stand.
  if (!isLoose(commit.record)) return { kind: 'other', ...when };
  return { kind: 'post', did, rkey, record: commit.record, ...when };
}

function readAccount(account: unknown, did: string, when: { at: number; us: number; seq?: number }): JetstreamEvent {
  const closed = isLoose(account) && account.active === false && closedStatuses.has(text(account.status));
  return closed && did !== '' ? { kind: 'closed', did, ...when } : { kind: 'other', ...when };
}

export function readJetstreamFrame(data: string): JetstreamEvent {
  let frame: unknown;
  try {
    frame = JSON.parse(data);
  } catch {
    return { kind: 'unreadable' };
  }
  if (!isLoose(frame)) return { kind: 'unreadable' };

  if (typeof frame.$type === 'string') {
    if (frame.$type === 'error') return { kind: 'error', name: text(frame.error), message: text(frame.message) };
    const payload = frame.payload;
    if (!isLoose(payload)) return { kind: 'unreadable' };
    const kind = text(payload.$type).split('#')[1];
    if (kind === 'info') return { kind: 'info', name: text(payload.name), message: text(payload.message) };
    const us = microseconds(text(payload.witnessedAt) || text(payload.time));
    const seq = payload.seq;
    if (!Number.isFinite(us) || typeof seq !== 'number' || !Number.isSafeInteger(seq)) return { kind: 'unreadable' };
    const when = { at: Math.floor(us / 1_000), us, seq };
    if (kind === 'commit') return readCommit(payload, text(payload.did), when);
    if (kind === 'account') return readAccount(payload.account, text(payload.did), when);
    return { kind: 'other', ...when };
  }

  const us = frame.time_us;
  if (typeof us !== 'number' || !Number.isSafeInteger(us) || us <= 0) return { kind: 'unreadable' };
  const when = { at: Math.floor(us / 1_000), us };
  if (frame.kind === 'commit' && isLoose(frame.commit)) return readCommit(frame.commit, text(frame.did), when);
  if (frame.kind === 'account') return readAccount(frame.account, text(frame.did), when);
  return { kind: 'other', ...when };
}
