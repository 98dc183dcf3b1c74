import { smtpSecurities } from '../../shared/receiverKinds.ts';
import type { ServerSmtp } from './createSender.ts';
import { type AllowedReceiver, canonicalHost } from './guard.ts';

export type WaysConfig = {
  /** Where people reach this server; absent: the address it listens on. */
  publicUrl?: string;
  serverSmtp?: ServerSmtp;
  allowReceivers: readonly AllowedReceiver[];
  /** What the receivers' secrets are encrypted with in the data folder; absent: they are not. */
  secretsKey?: string;
};

function readPublicUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '' || url.hash !== '')
    throw new Error(`LAUNCHROOM_PUBLIC_URL must be an address such as https://launchroom.example.com, not "${text}"`);
  return url.href.replace(/\/+$/, '');
}

/** A name or password as it stands in an address; undefined where its % signs spell nothing. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The address is not named in the fault: a password stands in it. */
function readSmtp(text: string): ServerSmtp {
  const form =
    'smtps://user:password@host:465?from=alerts@example.com (or smtp:// with STARTTLS; &security=none without)';
  const url = URL.canParse(text) ? new URL(text) : null;
  const isTls = url?.protocol === 'smtps:';
  const security = url?.searchParams.get('security') ?? (isTls ? 'tls' : 'starttls');
  const known = smtpSecurities.find((one) => one === security);
  const [user, password] = [decoded(url?.username ?? ''), decoded(url?.password ?? '')];
  if (user === undefined || password === undefined)
    throw new Error('LAUNCHROOM_SMTP_URL: in its name and password a % sign is written as %25');
  const from = url?.searchParams.get('from') ?? (user.includes('@') ? user : null);
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || !known || (isTls && known !== 'tls'))
    throw new Error(`LAUNCHROOM_SMTP_URL must be written as ${form}`);
  if (from === null || !/^[^\s@<>]+@[^\s@<>]+$/.test(from))
    throw new Error(`LAUNCHROOM_SMTP_URL names no sender: ${form}`);
  return {
    from,
    smtp: {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port) || (isTls ? 465 : 587),
      security: known,
      ...(user === '' ? {} : { user, password }),
    },
  };
}

/** Long enough that nobody finds it by trying who has a copy of the store. */
const shortestKey = 32;

function readSecretsKey(text: string): string {
  if (text.length >= shortestKey) return text;
  throw new Error(`LAUNCHROOM_SECRETS_KEY must have at least ${shortestKey} characters; this one has ${text.length}`);
}

function readAllowed(text: string): AllowedReceiver[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const [, name = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(one) ?? [];
      const host = canonicalHost(name.replace(/^\[|\]$/g, ''));
      if (host === undefined || host === '')
        throw new Error(`LAUNCHROOM_ALLOW_RECEIVERS takes host or host:port, comma between them, not "${one}"`);
      return { host, ...(port === undefined ? {} : { port: Number(port) }) };
    });
}

/** Reads how messages leave this server; what is wrong with it goes to `faults`. */
export function readWays(read: (name: string) => string | undefined, faults: string[]): WaysConfig {
  function attempt<Value>(name: string, parse: (text: string) => Value): Value | undefined {
    const text = read(name);
    try {
      return text === undefined ? undefined : parse(text);
    } catch (error) {
      faults.push((error as Error).message);
      return undefined;
    }
  }
  const publicUrl = attempt('LAUNCHROOM_PUBLIC_URL', readPublicUrl);
  const serverSmtp = attempt('LAUNCHROOM_SMTP_URL', readSmtp);
  const secretsKey = attempt('LAUNCHROOM_SECRETS_KEY', readSecretsKey);
  return {
    allowReceivers: attempt('LAUNCHROOM_ALLOW_RECEIVERS', readAllowed) ?? [],
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(serverSmtp === undefined ? {} : { serverSmtp }),
    ...(secretsKey === undefined ? {} : { secretsKey }),
  };
}
