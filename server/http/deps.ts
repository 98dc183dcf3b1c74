import type { RequestHandler } from 'express';
import type { DataSet } from '../../shared/protocol.ts';
import type { Dataset } from '../dataset.ts';
import type { RehearsalPlayer } from '../demo/createRehearsal.ts';
import type { WallRemote } from '../wall/createWallRemote.ts';

/** Which data sets are open and which one is shown. `get` may open one; undefined: there is none (the demo was removed). */
export type ShownDatasets = {
  readonly showing: DataSet;
  current(): Dataset;
  get(name: DataSet): Dataset | undefined;
  /** What can be rehearsed in the demo; undefined while the demo is not played. */
  rehearsal(): Pick<RehearsalPlayer, 'start' | 'report'> | undefined;
  onShow(listener: (shown: Dataset) => void): () => void;
  /** Shows the user's own data from now on. */
  leaveDemo(): Promise<void>;
  openDemo(): Promise<void>;
  /** Shows the user's own and deletes the demo's store. */
  removeDemo(): Promise<void>;
};

/** A continuous source that a person switches on and off. */
export type SourceSwitch = { on(): boolean; turn(on: boolean): Promise<void> };

/** What the doors need to know of the configuration; `readConfig` has checked it. */
export type AccessConfig = {
  /** Listening on loopback only. */
  loopback: boolean;
  /** Host names (lower case, without port) besides the loopback names. */
  allowedHosts: readonly string[];
  /** All rights. Once it is set, everybody signs in, on loopback too. */
  token?: string;
  viewToken?: string;
  ingestToken?: string;
  /** PEM texts. */
  tls?: { cert: string | Buffer; key: string | Buffer };
  /** Reverse proxies in front, whose X-Forwarded headers are believed; 0: none. */
  trustProxy: number;
};

export type Logger = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

export type AppDeps = {
  datasets: ShownDatasets;
  access: AccessConfig;
  sources: { bluesky?: SourceSwitch };
  /** What all walls are asked to show. */
  wall: WallRemote;
  version: string;
  build: string;
  startedAt: number;
  /** The keyed hash under which authors are kept: `author:` in a query is compared with it. */
  hashAuthor: (name: string) => string;
  /** Uploaded files wait here; made when missing, emptied at start. */
  uploadsDir: string;
  /** The built client, or a middleware that serves it from its sources (`npm run dev`). */
  client: { dir: string } | { middleware: RequestHandler };
  logger: Logger;
  /** The address under which people reach this server, without a slash at its end; absent: as a request reached it. */
  publicUrl?: string | undefined;
  now(): number;
};
