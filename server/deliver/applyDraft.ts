import type { ProblemDetail } from '../../shared/protocol.ts';
import type { Receiver, ReceiverDraft, Smtp } from '../../shared/receivers.ts';
import type { Ways } from './createSender.ts';

type Kept = Ways & { id: string; createdAt: number };
type Applied = { receiver: Receiver } | { faults: ProblemDetail[] };

const missing = (path: string, message: string): ProblemDetail => ({
  path,
  code: 'required',
  message,
  values: { what: path.replace('smtp.', '') },
});
const notPublic = (path: string, host: string, message: string): ProblemDetail => ({
  path,
  code: 'not-public',
  message,
  values: { host: host.slice(0, 80) },
});

/** A password goes only to the server that it was given for: whoever changes the server gives it again. */
function keepPassword(smtp: Smtp, before: Smtp | undefined): Smtp {
  const isSame = before?.host === smtp.host && before.port === smtp.port && before.user === smtp.user;
  // A password that went encrypted until now must not begin to go in the clear.
  const isNoWeaker = before?.security === smtp.security || smtp.security !== 'none';
  if (smtp.password !== undefined || !isSame || !isNoWeaker || before.password === undefined) return smtp;
  return { ...smtp, password: before.password };
}

/** What is to be kept when somebody saves a receiver: secrets that the draft leaves out stay those of `before`. */
export function applyDraft(draft: ReceiverDraft, before: Receiver | undefined, kept: Kept): Applied {
  const { id, createdAt, guard, serverSmtp } = kept;
  const same = before?.kind === draft.kind ? before : undefined;
  const faults: ProblemDetail[] = [];

  if (draft.kind === 'email') {
    const smtp = draft.smtp && keepPassword(draft.smtp, same?.kind === 'email' ? same.smtp : undefined);
    if (!smtp && !serverSmtp)
      faults.push(missing('smtp', 'this server has no SMTP of its own (LAUNCHROOM_SMTP_URL): name one here'));
    if (smtp && draft.from === undefined) faults.push(missing('from', 'a mail server of your own needs a sender'));
    if (smtp?.user !== undefined && smtp.password === undefined)
      faults.push(missing('smtp.password', 'a user needs a password; it is given again when the server changes'));
    const fault = smtp && guard.faultOf(smtp.host, smtp.port);
    if (smtp && fault !== undefined) faults.push(notPublic('smtp.host', smtp.host, fault));
    return faults.length > 0 ? { faults } : { receiver: { ...draft, ...(smtp ? { smtp } : {}), id, createdAt } };
  }

  const url = draft.url ?? (same && 'url' in same ? same.url : undefined);
  if (url === undefined) faults.push(missing('url', 'a new receiver needs its address'));
  else {
    const { hostname, port, protocol } = new URL(url);
    const number = Number(port) || (protocol === 'https:' ? 443 : 80);
    const fault = guard.faultOf(hostname, number);
    if (fault !== undefined) faults.push(notPublic('url', hostname, fault));
    // The address is the password there.
    else if (draft.kind !== 'webhook' && protocol !== 'https:' && !guard.isAllowed(hostname, number))
      faults.push({ path: 'url', code: 'not-encrypted', message: 'begins with https://, since it is a secret itself' });
  }
  if (draft.kind !== 'webhook')
    return url === undefined || faults.length > 0 ? { faults } : { receiver: { ...draft, url, id, createdAt } };
  const secret = draft.secret ?? (same?.kind === 'webhook' ? same.secret : undefined);
  if (secret === undefined)
    faults.push(missing('secret', 'a webhook needs a secret of 16 characters or more to sign with'));
  return url === undefined || secret === undefined || faults.length > 0
    ? { faults }
    : { receiver: { ...draft, url, secret, id, createdAt } };
}
