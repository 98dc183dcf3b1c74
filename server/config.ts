import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isLoopback } from '../shared/isLoopback.ts';
import { readWays, type WaysConfig } from './deliver/readWays.ts';
import type { AccessConfig } from './http/deps.ts';
import { readTransformerOptions, type TransformerOptions } from './transformer/options.ts';

export type Config = {
  port: number;
  host: string;
  dataDir: string;
  access: AccessConfig;
  /** Show the demo even when there is own data. */
  demo: boolean;
  /** Start without the demo. */
  empty: boolean;
  /** Listen to Bluesky from the start. */
  bluesky: boolean;
  /** Who has a second look at mentions that matter, when somebody shall. */
  transformer?: TransformerOptions;
  /** How alerts leave this server. */
  ways: WaysConfig;
  /** Receivers whose secrets do not open with the key that is set are removed. */
  forgetReceivers: boolean;
  /** The client is served from its sources: `npm run dev`. */
  dev: boolean;
};

/** Everything that is wrong with the settings, at once. */
export class ConfigFault extends Error {
  override name = 'ConfigFault';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

const shortestToken = 32;
const variables = [
  'LAUNCHROOM_TOKEN',
  'LAUNCHROOM_ALLOWED_HOSTS',
  'LAUNCHROOM_VIEW_TOKEN',
  'LAUNCHROOM_INGEST_TOKEN',
  'LAUNCHROOM_TLS_CERT',
  'LAUNCHROOM_TLS_KEY',
  'LAUNCHROOM_TRUST_PROXY',
  'LAUNCHROOM_TRANSFORMER',
  'LAUNCHROOM_TRANSFORMER_LANGUAGES',
  'LAUNCHROOM_PUBLIC_URL',
  'LAUNCHROOM_SMTP_URL',
  'LAUNCHROOM_ALLOW_RECEIVERS',
  'LAUNCHROOM_SECRETS_KEY',
  'LAUNCHROOM_DEV',
] as const;
type Variable = (typeof variables)[number] | 'PORT' | 'HOST' | 'DATA_DIR';

const valueFlags = ['port', 'host', 'data', 'transformer', 'transformer-languages'] as const;
const switchFlags = ['demo', 'empty', 'bluesky', 'forget-receivers'] as const;
const flagList = [...valueFlags.map((flag) => `--${flag} VALUE`), ...switchFlags.map((flag) => `--${flag}`)].join(', ');

function readFlags(argv: readonly string[], faults: string[]) {
  const values: Partial<Record<(typeof valueFlags)[number], string>> = {};
  const switches: Record<(typeof switchFlags)[number], boolean> = {
    demo: false,
    empty: false,
    bluesky: false,
    'forget-receivers': false,
  };
  const isOneOf = <T extends string>(list: readonly T[], name: string): name is T => list.includes(name as T);
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    tokens: true,
    options: Object.fromEntries([
      ...valueFlags.map((flag) => [flag, { type: 'string' }] as const),
      ...switchFlags.map((flag) => [flag, { type: 'boolean' }] as const),
    ]),
  });
  for (const token of tokens) {
    if (token.kind === 'positional') faults.push(`"${token.value}" is not a flag; known: ${flagList}`);
    if (token.kind !== 'option') continue;
    if (isOneOf(valueFlags, token.name)) {
      if (token.value === undefined || token.value === '') faults.push(`--${token.name} needs a value`);
      else values[token.name] = token.value;
    } else if (isOneOf(switchFlags, token.name)) {
      if (token.value !== undefined) faults.push(`--${token.name} takes no value`);
      switches[token.name] = true;
    } else faults.push(`unknown flag ${token.rawName}; known: ${flagList}`);
  }
  return { values, switches };
}

/** Reads and checks all settings; flags win over variables. Throws ConfigFault naming every fault at once. */
export function readConfig(env: Record<string, string | undefined>, argv: readonly string[]): Config {
  const faults: string[] = [];
  const { values, switches } = readFlags(argv, faults);
  const read = (name: Variable) => env[name]?.trim() || undefined;

  for (const name of Object.keys(env))
    if (name.startsWith('LAUNCHROOM_') && !variables.includes(name as (typeof variables)[number]))
      faults.push(`unknown variable ${name}; known: ${variables.join(', ')}`);

  const portText = values.port ?? read('PORT') ?? '4000';
  const port = Number(portText);
  if (!/^\d+$/.test(portText) || port > 65_535)
    faults.push(`${values.port === undefined ? 'PORT' : '--port'} must be a number from 0 to 65535, not "${portText}"`);

  const host = values.host ?? read('HOST') ?? '127.0.0.1';
  const hostName = values.host === undefined ? 'HOST' : '--host';
  const loopback = isLoopback(host);

  const tokenOf = (name: Variable): string | undefined => {
    const token = read(name);
    if (token !== undefined && token.length < shortestToken)
      faults.push(`${name} must have at least ${shortestToken} characters; this one has ${token.length}`);
    return token;
  };
  const token = tokenOf('LAUNCHROOM_TOKEN');
  const viewToken = tokenOf('LAUNCHROOM_VIEW_TOKEN');
  const ingestToken = tokenOf('LAUNCHROOM_INGEST_TOKEN');
  const tokens = [token, viewToken, ingestToken].filter((one) => one !== undefined);
  if (new Set(tokens).size < tokens.length) faults.push('the tokens must differ from each other');
  if (token === undefined && (viewToken !== undefined || ingestToken !== undefined))
    faults.push(
      'LAUNCHROOM_VIEW_TOKEN and LAUNCHROOM_INGEST_TOKEN need LAUNCHROOM_TOKEN, or nobody could change settings',
    );

  const allowedHosts = (read('LAUNCHROOM_ALLOWED_HOSTS') ?? '')
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '');
  for (const one of allowedHosts)
    if (!/^(\[[0-9a-f:]+\]|[a-z0-9.-]+)$/.test(one))
      faults.push(`LAUNCHROOM_ALLOWED_HOSTS takes names without scheme and port, not "${one}"`);
  if (!loopback && token === undefined)
    faults.push(`${hostName}=${host} can be reached by others: set LAUNCHROOM_TOKEN`);
  if (!loopback && allowedHosts.length === 0)
    faults.push(
      `${hostName}=${host} can be reached by others: set LAUNCHROOM_ALLOWED_HOSTS to the names it is called by`,
    );

  const pem = (name: Variable): string | undefined => {
    const path = read(name);
    if (path === undefined) return undefined;
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      faults.push(`${name}: cannot read ${path} (${(error as NodeJS.ErrnoException).code})`);
      return undefined;
    }
  };
  if ((read('LAUNCHROOM_TLS_CERT') === undefined) !== (read('LAUNCHROOM_TLS_KEY') === undefined))
    faults.push('LAUNCHROOM_TLS_CERT and LAUNCHROOM_TLS_KEY go together: set both or none');
  const cert = pem('LAUNCHROOM_TLS_CERT');
  const key = pem('LAUNCHROOM_TLS_KEY');

  const hopsText = read('LAUNCHROOM_TRUST_PROXY') ?? '0';
  const trustProxy = Number(hopsText);
  if (!/^\d+$/.test(hopsText) || trustProxy > 10)
    faults.push(`LAUNCHROOM_TRUST_PROXY must be the number of proxies in front, 0 to 10, not "${hopsText}"`);

  if (switches.demo && switches.empty) faults.push('--demo and --empty contradict each other');

  const transformer = readTransformerOptions(env, values);
  if (!transformer && (values['transformer-languages'] ?? read('LAUNCHROOM_TRANSFORMER_LANGUAGES')))
    faults.push('--transformer-languages needs --transformer, the folder of the classifier');

  const ways = readWays((name) => read(name as Variable), faults);

  if (faults.length > 0) throw new ConfigFault(faults);
  const { 'forget-receivers': forgetReceivers, ...shown } = switches;
  return {
    port,
    host,
    dataDir: resolve(values.data ?? read('DATA_DIR') ?? './data'),
    access: {
      loopback,
      allowedHosts,
      ...(token === undefined ? {} : { token }),
      ...(viewToken === undefined ? {} : { viewToken }),
      ...(ingestToken === undefined ? {} : { ingestToken }),
      ...(cert === undefined || key === undefined ? {} : { tls: { cert, key } }),
      trustProxy,
    },
    ...(transformer === undefined ? {} : { transformer }),
    ...shown,
    forgetReceivers,
    ways,
    dev: read('LAUNCHROOM_DEV') !== undefined,
  };
}
