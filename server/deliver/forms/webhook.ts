import type { AlertFigure } from '../../../shared/alerts.ts';
import type { Message, MessageItem } from '../composeMessage.ts';
import type { Posting } from '../postGuarded.ts';
import { sign } from '../sign.ts';

const figureOf = ({ at, spanMs, value, expected, low, high, part, whole }: AlertFigure) => ({
  ...{ at, spanMs, value, expected, low, high, part, whole },
});

function alertOf({ alert, headline, sure, examples, url }: MessageItem) {
  const { id, rule, kind, brand, theme, channel, source, term, severity, isKnown, onceInDays, state, owner } = alert;
  return {
    ...{ id, url, headline, sure, rule, kind, brand, theme, channel, source, term },
    ...{ severity, isKnown, onceInDays, state, owner },
    at: alert.at,
    raisedAt: alert.raisedAt,
    overAt: alert.overAt,
    first: figureOf(alert.first),
    current: figureOf(alert.current),
    examples,
  };
}

/** docs/PROTOCOL.md, "Alerts by webhook", says what stands in it; members that are not known are absent. */
export function webhookPosting(
  message: Message,
  { url, secret }: { url: string; secret: string },
  now: number,
): Posting {
  const body = JSON.stringify({
    version: 1,
    delivery: message.key,
    event: message.event,
    isTest: message.event === 'test',
    workspace: message.workspace,
    title: message.title,
    createdAt: message.createdAt,
    sentAt: now,
    lateMs: message.lateMs ?? 0,
    alerts: message.items.map(alertOf),
    hidden: message.hidden,
  });
  return {
    url,
    body,
    headers: {
      'Content-Type': 'application/json',
      'Launchroom-Delivery': message.key,
      'Launchroom-Signature': sign(body, secret, now),
    },
  };
}
