import { z } from 'zod';
import { fault } from './fault.ts';
import { type ReceiverKind, smtpSecurities } from './receiverKinds.ts';
import { visible, visibleAsGiven } from './visible.ts';

const url = visible(z.string().trim().max(2_000)).superRefine((text, context) => {
  const found = urlFault(text);
  if (found !== undefined) context.addIssue({ code: 'custom', ...found });
});

const noAddress = fault('no-address', 'is no address such as https://hooks.example.com/…');

/** What is wrong with an address to post to, as far as it can be told from its letters alone. */
function urlFault(text: string): ReturnType<typeof fault> | undefined {
  if (!URL.canParse(text)) return noAddress;
  const parsed = new URL(text);
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')
    return fault('bad-protocol', 'begins with https:// or http://');
  if (parsed.username !== '' || parsed.password !== '')
    return fault('address-with-password', 'carries a name or password; they belong in no address');
  // Nobody listens there, and a connection to it fails for a reason that nobody understands.
  if (parsed.port === '0') return noAddress;
  return undefined;
}

const mailbox = /^[^\s@<>,;:"()[\]\\]{1,64}@[^\s@<>,;:"()[\]\\]+$/;
const address = visible(z.string().trim().max(254)).refine(
  (text) => mailbox.test(text),
  fault('no-mailbox', 'should be an address such as team@example.com'),
);
/** Long enough that nobody finds it by trying. */
const signingSecret = visibleAsGiven(z.string().trim().min(16).max(200));

export const smtpSchema = z.strictObject({
  host: visible(z.string().trim().min(1).max(253)),
  port: z.number().int().min(1).max(65_535),
  security: z.enum(smtpSecurities).default('starttls'),
  user: visible(z.string().max(254)).optional(),
  /** Absent in a change: as it was, as long as host, port and user are the same. */
  password: visibleAsGiven(z.string().min(1).max(500)).optional(),
});
export type Smtp = z.infer<typeof smtpSchema>;

const common = {
  name: visible(z.string().trim().min(1).max(120)),
  language: z.enum(['en', 'fr']).default('en'),
  /** In quiet hours alerts from this severity on are sent all the same; null: as the workspace says. */
  butFrom: z.number().int().min(1).max(10).nullable().default(null),
  isOff: z.boolean().default(false),
};
const hook = { ...common, url: url.optional() };

/**
 * `POST /api/receivers`, `PUT /api/receivers/:id`. The secrets (`url`, `secret`, `smtp.password`) can be written and never read:
 * absent from a change they stay as they are; a new receiver needs them.
 */
export const receiverSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('webhook'), ...hook, secret: signingSecret.optional() }),
  z.strictObject({ kind: z.literal('slack'), ...hook }),
  z.strictObject({ kind: z.literal('teams'), ...hook }),
  z.strictObject({
    kind: z.literal('email'),
    ...common,
    to: z.array(address).min(1).max(20),
    from: address.optional(),
    /** Absent: the server's own, `LAUNCHROOM_SMTP_URL`. */
    smtp: smtpSchema.optional(),
  }),
]);
export type ReceiverDraft = z.infer<typeof receiverSchema>;

/** As it is kept, secrets and all. Never leaves the server. */
export type Receiver = { id: string; createdAt: number } & (
  | (Omit<Extract<ReceiverDraft, { kind: 'webhook' }>, 'url' | 'secret'> & { url: string; secret: string })
  | (Omit<Extract<ReceiverDraft, { kind: 'slack' | 'teams' }>, 'url'> & { url: string })
  | Extract<ReceiverDraft, { kind: 'email' }>
);

/**
 * `waiting`: to be tried, or tried again; `held`: until quiet hours end; `delivered`: acknowledged by the receiver; `refused`: it
 * will not have it; `given-up`: it was dead for a day; `dropped`: the receiver was removed or switched off before, it went into
 * a summary, or it was a test that did not arrive.
 */
export const deliveryStates = ['waiting', 'held', 'delivered', 'refused', 'given-up', 'dropped'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const deliveryEvents = ['raised', 'grown', 'over', 'changed', 'summary', 'test'] as const;
export type DeliveryEvent = (typeof deliveryEvents)[number];

/**
 * Why something was not delivered, or not at once. `detail` is in no language: of `status` the HTTP status and what was said with
 * it, of `mail` the mail server's words, of `unreachable` a code such as ECONNREFUSED, of `not-public` the host and its address,
 * of `partly` how many of how many addresses.
 */
export const reasonCodes = [
  ...(['status', 'redirect', 'unreachable', 'timeout', 'not-public', 'mail', 'partly', 'no-mail-server'] as const),
  ...(['stopped', 'removed', 'off', 'summary'] as const),
] as const;
export type DeliveryReason = { code: (typeof reasonCodes)[number]; detail?: string };

/** One line of the log. Moments are epoch ms. */
export type DeliveryAnswer = {
  /** The dedupe key: the same in every attempt. */
  id: string;
  receiver: string;
  event: DeliveryEvent;
  state: DeliveryState;
  /** Ids of the alerts it tells of. */
  alerts: string[];
  createdAt: number;
  attempts: number;
  triedAt?: number;
  /** When it is tried next, or no longer held. */
  nextAt?: number;
  endedAt?: number;
  /** The last answer's HTTP status. */
  status?: number;
  reason?: DeliveryReason;
};
/** `GET /api/deliveries`: newest first. */
export type DeliveriesAnswer = { items: DeliveryAnswer[] };

/** A receiver without its secrets: of an address to post to its host, of others only that they are set. */
export type ReceiverAnswer = {
  id: string;
  name: string;
  kind: ReceiverKind;
  language: 'en' | 'fr';
  butFrom: number | null;
  isOff: boolean;
  createdAt: number;
  /** Of webhook, Slack and Teams. */
  host?: string;
  hasSecret?: boolean;
  to?: string[];
  from?: string;
  smtp?: Omit<Smtp, 'password'> & { hasPassword: boolean };
  /** How many deliveries wait for it, and the last attempt. */
  waiting: number;
  last?: Pick<DeliveryAnswer, 'state' | 'event' | 'reason' | 'triedAt'>;
};
/** `GET /api/receivers`. `serverSmtp`: where e-mail goes that names no server of its own; null: nowhere. */
export type ReceiversAnswer = { receivers: ReceiverAnswer[]; serverSmtp: { host: string; from: string | null } | null };
/** `POST /api/receivers/:id/test`: how the one attempt ended. */
export type ReceiverTestAnswer = { state: 'delivered' | 'failed'; status?: number; reason?: DeliveryReason };
