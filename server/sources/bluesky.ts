import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import type { Post } from '../../shared/domain.ts';
import { cursorFor, type JetstreamCursor, readCursor } from './jetstreamCursor.ts';
import { type JetstreamEvent, readJetstreamFrame } from './jetstreamFrame.ts';
import type { Connection, Source, SourceEvents } from './source.ts';

export type JetstreamEndpoint = { wire: 'v1' | 'v2' /** Scheme, host and port: `wss://host`. */; host: string };

/** Bluesky's public servers. v2 first; v1 is what remains when v2 is out of reach. */
export const publicEndpoints: readonly JetstreamEndpoint[] = [
  { wire: 'v2', host: 'wss://jetstream.us-east.bsky.network' },
  { wire: 'v2', host: 'wss://jetstream.us-west.bsky.network' },
  { wire: 'v1', host: 'wss://jetstream2.us-east.bsky.network' },
  { wire: 'v1', host: 'wss://jetstream1.us-west.bsky.network' },
];

export type BlueskyOptions = {
  endpoints?: readonly JetstreamEndpoint[];
  /** The edge filter: false only where no brand's query could match. Asked for every post of the network. */
  isWanted: (post: Post) => boolean;
  hashAuthor: (did: string) => string;
  now: () => number;
  stallMs?: number;
  /** After this long on v1, the next connection tries v2 again. */
  returnToV2Ms?: number;
};

export const blueskyName = 'bluesky';
const v2Path = '/xrpc/network.bsky.jetstream.subscribeEvents';
const collection = 'app.bsky.feed.post';
/** Frames carry link cards and facets; the largest seen are a few hundred KB. */
const maxFrameBytes = 8 * 1024 * 1024;
const gapUs = 60_000_000;
/** So many unreadable frames in a row are no Jetstream. */
const unreadableLimit = 50;
/** Nothing on the network is older; such a date is a mistake of the author's program. */
const networkBegan = Date.UTC(2022, 10, 1);
const futureMs = 5 * 60_000;

/** A post's own time, where it is plausible; else when the network saw it. */
function saidAt(createdAt: unknown, seenAt: number): number {
  const at = typeof createdAt === 'string' ? Date.parse(createdAt) : Number.NaN;
  return at >= networkBegan && at <= seenAt + futureMs ? Math.min(at, seenAt) : seenAt;
}

type Loose = Record<string, unknown>;
const loose = (value: unknown): Loose => (typeof value === 'object' && value !== null ? (value as Loose) : {});

/** null: a post without a word (a picture alone). */
export function postOf(
  event: Extract<JetstreamEvent, { kind: 'post' }>,
  hashAuthor: (did: string) => string,
): Post | null {
  const { record } = event;
  const text = typeof record.text === 'string' ? record.text.replaceAll('\0', '').toWellFormed().slice(0, 10_000) : '';
  if (text.trim() === '') return null;
  // Two languages named are none: the detector decides.
  const langs = Array.isArray(record.langs) ? record.langs.filter((lang) => typeof lang === 'string') : [];
  const lang = langs.length === 1 ? /^[a-z]{2,3}/i.exec(String(langs[0]))?.[0]?.toLowerCase() : undefined;
  const card = loose(loose(record.embed).external).title;
  return {
    id: `at://${event.did}/${collection}/${event.rkey}`,
    source: blueskyName,
    channel: 'social',
    at: saidAt(record.createdAt, event.at),
    text,
    author: hashAuthor(event.did),
    url: `https://bsky.app/profile/${event.did}/post/${event.rkey}`,
    ...(lang ? { lang } : {}),
    ...(typeof card === 'string' && card.trim() !== ''
      ? { title: card.replaceAll('\0', '').toWellFormed().slice(0, 500) }
      : {}),
  };
}

function urlFor(endpoint: JetstreamEndpoint, cursor: number | undefined): string {
  const url = new URL(endpoint.wire === 'v2' ? v2Path : '/subscribe', endpoint.host);
  if (endpoint.wire === 'v2') {
    url.searchParams.append('collections', collection);
    // Identity and sync markers are of no use here; account markers say who closed the account.
    url.searchParams.append('kinds', 'commit');
    url.searchParams.append('kinds', 'account');
  } else url.searchParams.append('wantedCollections', collection);
  if (cursor !== undefined) url.searchParams.append('cursor', String(cursor));
  return url.href;
}

/**
 * The public Bluesky stream as a source. Wire v2 with v1 as fallback: an endpoint that refuses or cannot be reached is
 * followed by the next one. At-least-once: what is delivered again is known by its id.
 */
export function createBlueskySource({
  endpoints = publicEndpoints,
  isWanted,
  hashAuthor,
  now,
  stallMs = 30_000,
  returnToV2Ms = 10 * 60_000,
}: BlueskyOptions): Source {
  let index = 0;
  let leftV2At = 0;
  /** Set after a server refused our sequence number, or turned out to be another run: come back by time. */
  let byTime = false;

  const nextEndpoint = () => {
    if (endpoints[index]!.wire === 'v2') leftV2At = now();
    index = (index + 1) % endpoints.length;
    byTime = true;
  };

  return {
    name: blueskyName,
    kind: 'bluesky',
    stallMs,
    connect(saved, events): Connection {
      if (endpoints[index]!.wire === 'v1' && now() - leftV2At > returnToV2Ms) index = 0;
      const endpoint = endpoints[index]!;
      const before = readCursor(saved);
      const asked = cursorFor(before, endpoint, byTime);
      const resumesBySeq = asked !== undefined && asked === before?.seq;
      const socket = new WebSocket(urlFor(endpoint, asked), endpoint.wire === 'v2' ? ['xrpc.v1.json'] : [], {
        perMessageDeflate: false,
        handshakeTimeout: 10_000,
        maxPayload: maxFrameBytes,
        followRedirects: false,
      });
      let boot: string | undefined;
      let opened = false;
      let because: string | undefined;
      let first = true;
      let unreadable = 0;

      const finish = (reason: string) => {
        because ??= reason;
        socket.terminate();
      };

      const ended = new Promise<string>((resolve) => {
        socket.on('close', (code) => {
          resolve(because ?? `the server closed the line (${code})`);
        });
      });

      socket.on('upgrade', (response: IncomingMessage) => {
        const header = response.headers['jetstream-boot-id'];
        boot = Array.isArray(header) ? header[0] : header;
        if (resumesBySeq && before?.boot !== undefined && boot !== undefined && boot !== before.boot) {
          byTime = true;
          finish('the server is a new run: coming back by time');
        }
      });
      socket.on('unexpected-response', (_request, response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          if (body.length < 4_096) body += chunk;
        });
        response.on('end', () => {
          if (response.statusCode === 400 && resumesBySeq && /CursorTooOld/.test(body)) {
            byTime = true;
            finish('the server no longer holds our place: coming back by time');
          } else {
            nextEndpoint();
            finish(`refused with ${response.statusCode}`);
          }
        });
      });
      socket.on('error', (error) => {
        if (!opened && because === undefined) nextEndpoint();
        finish(error.message || 'unreachable');
      });
      socket.on('open', () => {
        opened = true;
        byTime = false;
        events.opened();
        if (endpoint.wire === 'v1') events.notice('on the older wire (v1): v2 is out of reach');
      });
      socket.on('message', (data, isBinary) => {
        if (because !== undefined) return;
        if (isBinary) {
          unreadable += 1;
          events.heard();
          return;
        }
        const event = readJetstreamFrame(String(data));
        switch (event.kind) {
          case 'unreadable':
            events.heard();
            unreadable += 1;
            if (unreadable >= unreadableLimit) {
              nextEndpoint();
              finish('what comes in is not Jetstream');
            }
            return;
          case 'info':
            events.heard();
            if (event.name === 'OutdatedCursor')
              events.notice('a gap: the server no longer held all since we were last connected');
            return;
          case 'error':
            finish(`the server says ${event.name}: ${event.message}`);
            return;
          default:
        }
        unreadable = 0;
        // The server plays from our cursor on, that one included.
        if (resumesBySeq && event.seq !== undefined && event.seq <= asked) {
          events.heard();
          return;
        }
        if (first) {
          first = false;
          if (before && event.us - before.us > gapUs && !resumesBySeq)
            events.notice(
              `a gap of about ${Math.round((event.us - before.us) / 60_000_000)} min: the server did not hold it`,
            );
        }
        deliver(event, events, {
          wire: endpoint.wire,
          host: endpoint.host,
          us: event.us,
          ...(boot ? { boot } : {}),
          ...(event.seq ? { seq: event.seq } : {}),
        });
      });

      const deliver = (
        event: Exclude<JetstreamEvent, { kind: 'info' | 'error' | 'unreadable' }>,
        to: SourceEvents,
        place: JetstreamCursor,
      ) => {
        const cursor = JSON.stringify(place);
        if (event.kind === 'delete')
          to.event({
            removed: { source: blueskyName, id: `at://${event.did}/${collection}/${event.rkey}` },
            cursor,
            at: event.at,
          });
        else if (event.kind === 'closed')
          to.event({ removed: { source: blueskyName, id: `at://${event.did}/`, prefix: true }, cursor, at: event.at });
        else {
          const post = event.kind === 'post' ? postOf(event, hashAuthor) : null;
          if (post && isWanted(post)) to.event({ post, cursor, at: event.at });
          else to.event({ ...(event.kind === 'post' ? { skipped: true } : {}), cursor, at: event.at });
        }
      };

      return {
        pause: () => socket.pause(),
        resume: () => socket.resume(),
        end: () => finish('stopped'),
        ended,
      };
    },
  };
}
