import type { Receiver, Smtp } from '../../shared/receivers.ts';
import { composeMessage, type Telling } from './composeMessage.ts';
import type { Delivery } from './delivery.ts';
import { mailOf } from './forms/mail.ts';
import { slackPosting } from './forms/slack.ts';
import { teamsPosting } from './forms/teams.ts';
import { webhookPosting } from './forms/webhook.ts';
import type { Guard } from './guard.ts';
import type { Outcome } from './outcome.ts';
import { postGuarded } from './postGuarded.ts';
import { sendMail } from './sendMail.ts';

/** The server's own way to send mail, `LAUNCHROOM_SMTP_URL`. */
export type ServerSmtp = { smtp: Smtp; from: string };

/** Where messages may go, by which mail server those go that name none, and what receivers are sealed with on the disk. */
export type Ways = { guard: Guard; serverSmtp: ServerSmtp | null; secretsKey?: string };

/** One attempt to bring one delivery to its receiver. Never throws. */
export type Send = (delivery: Delivery, receiver: Receiver, telling: Telling, signal: AbortSignal) => Promise<Outcome>;

export function createSender({ guard, serverSmtp }: Ways): Send {
  return async (delivery, receiver, telling, signal) => {
    const message = composeMessage(delivery, receiver, telling);
    const posting = { guard, now: () => telling.now, signal };
    switch (receiver.kind) {
      case 'webhook':
        return postGuarded(webhookPosting(message, receiver, telling.now), posting);
      case 'slack':
        return postGuarded(slackPosting(message, receiver), posting);
      case 'teams':
        return postGuarded(teamsPosting(message, receiver), posting);
      case 'email': {
        const smtp = receiver.smtp ?? serverSmtp?.smtp;
        const from = receiver.from ?? serverSmtp?.from;
        if (!smtp || from === undefined) return { as: 'refused', reason: { code: 'no-mail-server' } };
        const mail = mailOf(message, from.slice(from.lastIndexOf('@') + 1));
        const way = { smtp, guard: receiver.smtp ? guard : null, signal };
        return sendMail({ ...mail, from, to: receiver.to }, way);
      }
    }
  };
}
