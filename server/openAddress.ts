import type { Config } from './config.ts';

/**
 * What a person can type into a browser. An address to listen on need not be one: 0.0.0.0 means all of this machine's, and a
 * server that others reach answers to its allowed names alone.
 */
export function openAddress(config: Pick<Config, 'host' | 'access'>, port: number): string {
  const { access } = config;
  const host = access.loopback ? config.host : (access.allowedHosts[0] ?? config.host);
  const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  return `${access.tls ? 'https' : 'http'}://${name}:${port}`;
}
