import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './isPublicAddress.ts';

/** `host` or `host:port`, lower case: an intranet receiver that the operator allows. */
export type AllowedReceiver = { host: string; port?: number };

/** Thrown where an address is one that nobody outside has: our own machine, our network, a cloud's metadata. */
export class AddressRefused extends Error {
  override name = 'AddressRefused';
  /** The host, and the address that it turned out to have. */
  readonly detail: string;
  constructor(detail: string) {
    super(`${detail} is not a public address`);
    this.detail = detail;
  }
}

/**
 * Keeps messages from being sent into our own network (server-side request forgery). A name is judged by the addresses that
 * the connection is about to use, not by an earlier look-up: whoever answers for a name may answer otherwise the next time.
 */
export type Guard = {
  /** Why no message may go there as it is written, or undefined. Judges no name by its addresses. */
  faultOf(host: string, port: number): string | undefined;
  /** For `net.connect` and `http.request`. An address in digits is never looked up: ask `faultOf` first. */
  lookup(port: number): LookupFunction;
  isAllowed(host: string, port: number): boolean;
};

const wayOut = 'LAUNCHROOM_ALLOW_RECEIVERS can allow it';

/** As the URL standard reads a host: 0x7f.1, 2130706433 and 127.0.0.1. all become 127.0.0.1. Undefined: no host. */
export function canonicalHost(host: string): string | undefined {
  const bare = isIP(host) === 6 ? `[${host}]` : host;
  if (bare === '' || /[\s/?#@\\]/.test(bare)) return undefined;
  try {
    const url = new URL(`http://${bare}`);
    if (url.port !== '' || /:\d*$/.test(bare.replace(/^\[.*\]/, ''))) return undefined;
    return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  } catch {
    return undefined;
  }
}

export function createGuard(allowed: readonly AllowedReceiver[], resolve: typeof systemLookup = systemLookup): Guard {
  function isAllowed(host: string, port: number): boolean {
    const name = canonicalHost(host);
    return allowed.some((one) => one.host === name && (one.port === undefined || one.port === port));
  }

  return {
    isAllowed,
    faultOf(host, port) {
      const name = canonicalHost(host);
      if (name === undefined || name === '') return `"${host.slice(0, 80)}" is no host`;
      if (isAllowed(name, port)) return undefined;
      if (name === 'localhost' || name.endsWith('.localhost')) return `${name} is this server itself; ${wayOut}`;
      if (isIP(name) !== 0 && !isPublicAddress(name)) return `${name} is not a public address; ${wayOut}`;
      return undefined;
    },
    lookup: (port) => (hostname, options, callback) => {
      resolve(hostname, { ...options, all: true }, (error, addresses) => {
        if (error) {
          callback(error, '', 0);
          return;
        }
        const inside = isAllowed(hostname, port)
          ? undefined
          : addresses.find(({ address }) => !isPublicAddress(address));
        const [first] = addresses;
        if (inside || !first) {
          callback(new AddressRefused(inside ? `${hostname} (${inside.address})` : hostname), '', 0);
        } else if (options.all) callback(null, addresses);
        else callback(null, first.address, first.family);
      });
    },
  };
}
