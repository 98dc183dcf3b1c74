import type { ReceiverKind } from '../../shared/receiverKinds.ts';
import type { ReceiverAnswer, Smtp } from '../../shared/receivers.ts';

/** What stands in the form. Secrets are empty until somebody writes new ones. */
export type ReceiverDraft = {
  kind: ReceiverKind;
  name: string;
  language: 'en' | 'fr';
  /** '' for what the workspace says. */
  butFrom: string;
  isOff: boolean;
  url: string;
  secret: string;
  to: string;
  from: string;
  hasOwnServer: boolean;
  host: string;
  port: string;
  security: Smtp['security'];
  user: string;
  password: string;
};

/** What the doors take: `receiverSchema` of the server checks it. */
export type ReceiverBody = Record<string, unknown>;

/** `hasServer`: this server can send mail by itself. */
export function receiverDraftOf(
  receiver: ReceiverAnswer | undefined,
  { language, hasServer }: { language: 'en' | 'fr'; hasServer: boolean },
): ReceiverDraft {
  const smtp = receiver?.smtp;
  return {
    kind: receiver?.kind ?? 'email',
    name: receiver?.name ?? '',
    language: receiver?.language ?? language,
    butFrom: receiver?.butFrom ? String(receiver.butFrom) : '',
    isOff: receiver?.isOff ?? false,
    url: '',
    secret: '',
    to: receiver?.to?.join(', ') ?? '',
    from: receiver?.from ?? '',
    hasOwnServer: receiver?.kind === 'email' ? smtp !== undefined : !hasServer,
    host: smtp?.host ?? '',
    port: String(smtp?.port ?? 587),
    security: smtp?.security ?? 'starttls',
    user: smtp?.user ?? '',
    password: '',
  };
}

const given = (name: string, text: string) => (text.trim() === '' ? {} : { [name]: text.trim() });

/** The port that goes with a kind of encryption, where nobody has chosen another. */
export function portFor(security: Smtp['security'], port: string): string {
  const usual = { tls: '465', starttls: '587', none: '25' };
  return Object.values(usual).includes(port) || port === '' ? usual[security] : port;
}

export function receiverBodyOf(draft: ReceiverDraft): ReceiverBody {
  const { kind, name, language, butFrom, isOff } = draft;
  const common = { kind, name, language, butFrom: butFrom === '' ? null : Number(butFrom), isOff };
  if (kind === 'webhook') return { ...common, ...given('url', draft.url), ...given('secret', draft.secret) };
  if (kind !== 'email') return { ...common, ...given('url', draft.url) };
  const { host, port, security, user } = draft;
  const smtp = {
    ...{ host: host.trim(), port: Number(port), security },
    ...given('user', user),
    // A password may begin or end with a space.
    ...(draft.password === '' ? {} : { password: draft.password }),
  };
  return {
    ...common,
    to: draft.to.split(/[\s,;]+/).filter((one) => one !== ''),
    ...given('from', draft.from),
    ...(draft.hasOwnServer ? { smtp } : {}),
  };
}

/** A secret that nobody guesses: 32 random bytes, in hexadecimal. */
export function makeSecret(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  return [...random(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
