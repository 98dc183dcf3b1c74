import { connect, isIP, type Socket } from 'node:net';
import { createTransport } from 'nodemailer';
import type { Smtp } from '../../shared/receivers.ts';
import type { Mail } from './forms/mail.ts';
import { AddressRefused, canonicalHost, type Guard } from './guard.ts';
import { oneLine } from './oneLine.ts';
import type { Outcome } from './outcome.ts';

const timeoutMs = 10_000;
/** A conversation has some ten answers; each may take its time, all together not more than this. */
const longestMs = 30_000;

/** What nodemailer says of a failure. */
type MailFault = NodeJS.ErrnoException & { responseCode?: number };

function outcomeOfFault(error: MailFault): Outcome {
  if (error instanceof AddressRefused) return { as: 'refused', reason: { code: 'not-public', detail: error.detail } };
  if (error.code === 'ETIMEDOUT') return { as: 'later', reason: { code: 'timeout' } };
  if (error.syscall !== undefined)
    return { as: 'later', reason: { code: 'unreachable', detail: error.code ?? error.syscall } };
  const said = { reason: { code: 'mail' as const, detail: oneLine(error.message) } };
  const status = error.responseCode;
  if (status === undefined) return { as: 'later', ...said };
  // 5xx: for good, as SMTP defines it; everything else may be otherwise the next time.
  return { as: status >= 500 ? 'refused' : 'later', ...said, status };
}

/** Connects to an address that the guard has seen; nodemailer would look the name up for itself. `signal` ends it at any time. */
function openSocket({ host, port }: Smtp, guard: Guard | null, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const fault = guard?.faultOf(host, port);
    if (fault !== undefined) {
      reject(new AddressRefused(host));
      return;
    }
    const socket = connect({
      host: canonicalHost(host) ?? host,
      port,
      ...(guard ? { lookup: guard.lookup(port) } : {}),
      signal,
    });
    socket.setTimeout(timeoutMs, () => socket.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })));
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.setTimeout(0);
      socket.off('error', reject);
      resolve(socket);
    });
  });
}

/**
 * Hands one mail over by SMTP. Never throws: whatever happens is an outcome. `guard`: null for the server's own SMTP, which
 * whoever runs it has chosen. A certificate that is not valid for the host is a failure.
 */
export async function sendMail(
  mail: Mail & { from: string; to: readonly string[] },
  { smtp, guard, signal }: { smtp: Smtp; guard: Guard | null; signal: AbortSignal },
): Promise<Outcome> {
  const { from, to, subject, text, html, messageId, references } = mail;
  const ending = AbortSignal.any([signal, AbortSignal.timeout(longestMs)]);
  try {
    const socket = await openSocket(smtp, guard, ending);
    const transport = createTransport({
      host: smtp.host,
      port: smtp.port,
      secure: smtp.security === 'tls',
      requireTLS: smtp.security === 'starttls',
      ignoreTLS: smtp.security === 'none',
      ...(isIP(smtp.host) === 0 ? { tls: { servername: smtp.host } } : {}),
      ...(smtp.user === undefined ? {} : { auth: { user: smtp.user, pass: smtp.password ?? '' } }),
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      // What a template or a post says must never be read from a file or an address.
      disableFileAccess: true,
      disableUrlAccess: true,
      getSocket: (_options, callback) => callback(null, { connection: socket }),
    });
    try {
      const { rejected } = await transport.sendMail({
        ...{ from, to: [...to], subject, text, html, messageId },
        ...(references === undefined ? {} : { references, inReplyTo: references }),
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      const taken = `${to.length - rejected.length}/${to.length}`;
      return rejected.length === 0
        ? { as: 'delivered' }
        : { as: 'delivered', reason: { code: 'partly', detail: taken } };
    } finally {
      transport.close();
      socket.destroy();
    }
  } catch (error) {
    if (ending.aborted) return { as: 'later', reason: { code: signal.aborted ? 'stopped' : 'timeout' } };
    return outcomeOfFault(error as MailFault);
  }
}
