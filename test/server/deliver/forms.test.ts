import { describe, expect, it } from 'vitest';
import { composeMessage, type Telling } from '../../../server/deliver/composeMessage.ts';
import type { Delivery } from '../../../server/deliver/delivery.ts';
import { mailOf } from '../../../server/deliver/forms/mail.ts';
import { slackPosting } from '../../../server/deliver/forms/slack.ts';
import { teamsPosting } from '../../../server/deliver/forms/teams.ts';
import { webhookPosting } from '../../../server/deliver/forms/webhook.ts';
import type { Alert } from '../../../shared/alerts.ts';
import type { MessageCard } from '../../../shared/protocol.ts';
import { makeAlert } from '../../support/makeAlert.ts';

const minuteMs = 60_000;
const at = Date.UTC(2026, 2, 2, 10);
/** Narrow spaces are seen as plain ones. */
const plain = (text: string) => text.replaceAll(/[\u202f\u00a0]/g, ' ');
const nasty = '<!channel> & <script>alert(1)</script> [click](https://evil.example)';

function message(
  change: {
    alert?: Partial<Alert>;
    delivery?: Partial<Delivery>;
    telling?: Partial<Telling>;
    language?: 'en' | 'fr';
  } = {},
) {
  const said = makeAlert({ at, example: { text: nasty } as MessageCard, ...change.alert });
  const delivery: Delivery = {
    ...{ id: 'key-1', receiver: 'team', event: 'raised', state: 'waiting', alerts: [said.id], createdAt: at },
    ...{ attempts: 0, said: [said], ...change.delivery },
  };
  const telling: Telling = {
    names: () => ({ brand: () => 'A&B <i>', theme: (id) => id }),
    workspace: 'Launch',
    timeZone: 'Europe/Paris',
    publicUrl: 'https://launch.example',
    now: at,
    alertNow: () => undefined,
    ...change.telling,
  };
  return composeMessage(delivery, { id: 'team', language: change.language ?? 'en' }, telling);
}

describe('what is said to a receiver', () => {
  it('names first and current value, what is usual, the severity, since when, and where the evidence is', () => {
    const { title, kicker, lines, items } = message();
    expect(title).toBe('Mentions of A&B <i> are 4 times as frequent as usual');
    expect(kicker).toBe('New · Severity 6 of 10');
    expect(lines).toEqual([]);
    expect(items[0]?.rows).toEqual([
      { label: 'At first', text: '40 in 1 hour, usual: 10' },
      { label: 'Now', text: '40 in 1 hour, usual: 10' },
      { label: 'Severity', text: '6 of 10' },
      { label: 'Since', text: '2 Mar 2026, 11:00' },
    ]);
    expect(items[0]?.url).toBe('https://launch.example/alerts/alert-1');
  });

  it('is in French where the receiver reads French', () => {
    const { title, kicker, items } = message({ language: 'fr' });
    expect(plain(title)).toBe('A&B <i> : les mentions sont 4 fois plus fréquentes que d’habitude');
    expect(kicker).toBe('Nouveau · Gravité 6 sur 10');
    expect(items[0]?.rows[3]).toEqual({ label: 'Depuis', text: '2 mars 2026, 11:00' });
    expect(plain(items[0]?.quotes[0] ?? '')).toContain('Par exemple : « <!channel>');
  });

  it('says how late it is, and how it stands by now', () => {
    const figure = { at, spanMs: 60 * minuteMs, value: 12, expected: 10 };
    const now = makeAlert({ at, current: figure, overAt: at + 50 * minuteMs, owner: 'Ada', state: 'acknowledged' });
    const late = message({ telling: { now: at + 63 * minuteMs, alertNow: () => now } });
    expect(late.lateMs).toBe(63 * minuteMs);
    expect(late.lines).toEqual(['Delivered 1 h 3 min late. It was not possible before. It is over by now.']);
    expect(late.items[0]?.rows.map(({ text }) => text)).toEqual([
      ...['40 in 1 hour, usual: 10', '12 in 1 hour, usual: 10', '6 of 10', '2 Mar 2026, 11:00', '2 Mar 2026, 11:50'],
      'acknowledged, Ada looks after it',
    ]);
  });

  it('says of a test that it is one, in every form', () => {
    const test = message({ delivery: { event: 'test', said: [], alerts: [] } });
    const hook = { url: 'https://a.example/x', secret: 'a secret of the team' };
    for (const { body } of [webhookPosting(test, hook, at), slackPosting(test, hook), teamsPosting(test, hook)])
      expect(body).toContain('Test: this is no alert');
    expect(mailOf(test, 'a.example')).toMatchObject({ subject: 'Test: this is no alert' });
  });

  it('has blocks and a text for Slack, in which nobody is called and no link hides', () => {
    const { body } = slackPosting(message(), { url: 'https://hooks.example/x' });
    const { text, blocks } = JSON.parse(body);
    expect(text).toBe('Mentions of A&amp;B &lt;i&gt; are 4 times as frequent as usual');
    expect(blocks.map(({ type }: { type: string }) => type)).toEqual([
      'header',
      'context',
      'section',
      'context',
      'section',
    ]);
    // Slack reads neither mentions nor links in plain text; in `mrkdwn` every `<` is escaped.
    const readAsMarkup: string[] = [];
    JSON.parse(body, (key, value) => {
      if (value?.type === 'mrkdwn') readAsMarkup.push(value.text);
      return key === '' ? undefined : value;
    });
    expect(readAsMarkup.length).toBeGreaterThan(0);
    expect(readAsMarkup.pop()).toBe('<https://launch.example/alerts/alert-1|Open the evidence>');
    for (const markup of readAsMarkup) expect(markup).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
    expect(blocks[0].text.type).toBe('plain_text');
    expect(blocks[3].elements[0]).toMatchObject({ type: 'plain_text', text: `For example: “${nasty}”` });
  });

  it('keeps to what Slack takes, however long names and texts are', () => {
    const long = 'x'.repeat(3_000);
    const { body } = slackPosting(
      message({
        alert: { example: { text: long } as MessageCard },
        telling: { names: () => ({ brand: () => long, theme: () => long }) },
      }),
      { url: 'https://hooks.example/x' },
    );
    const { blocks } = JSON.parse(body);
    expect(blocks[0].text.text.length).toBeLessThanOrEqual(150);
    expect(blocks[2].fields.length).toBeLessThanOrEqual(10);
    expect(blocks[3].elements[0].text.length).toBeLessThanOrEqual(300);
  });

  it('is an Adaptive Card in the message that Workflows takes, and none of its texts is read as Markdown', () => {
    const card = JSON.parse(teamsPosting(message(), { url: 'https://flow.example/x' }).body);
    expect(card).toMatchObject({
      type: 'message',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          contentUrl: null,
          content: { type: 'AdaptiveCard', version: '1.4' },
        },
      ],
    });
    const { content } = card.attachments[0];
    const types = new Set<string>();
    JSON.parse(JSON.stringify(content.body), (_, value) => {
      if (value?.type) types.add(value.type);
      return value;
    });
    expect([...types].sort()).toEqual(['Container', 'RichTextBlock', 'TextRun']);
    expect(content.actions).toEqual([
      { type: 'Action.OpenUrl', title: 'Open the evidence', url: 'https://launch.example/alerts/alert-1' },
    ]);
  });

  it('is a mail of text and escaped HTML whose updates thread under the first', () => {
    const first = mailOf(message(), 'acme.example');
    expect(first.html).toContain('&lt;script&gt;');
    expect(first.html).not.toContain('<script');
    expect(first.html).toContain('href="https://launch.example/alerts/alert-1"');
    expect(first.text).toContain('  At first: 40 in 1 hour, usual: 10');
    expect(first.text.split('Mentions of A&B').length).toBe(2);
    expect(first.references).toBeUndefined();
    const figure = { at, spanMs: 60 * minuteMs, value: 90, expected: 10 };
    const grown = mailOf(
      message({ alert: { first: makeAlert().first, current: figure }, delivery: { id: 'key-2', event: 'grown' } }),
      'acme.example',
    );
    expect(grown.references).toBe(first.messageId);
    expect(grown.messageId).toBe('<key-2@acme.example>');
    // Programs that thread by subject too would begin anew with every figure.
    expect(grown.subject).toBe(first.subject);
    expect(grown.text).toContain('9 times as frequent');
  });

  it('sums up many alerts, grave ones first and those that are over last, and counts what it leaves out', () => {
    const said = Array.from({ length: 14 }, (_, index) =>
      makeAlert({ id: `a-${index}`, severity: 1 + (index % 7), ...(index === 6 ? { overAt: at } : {}) }),
    );
    const summary = message({ delivery: { event: 'summary', said, alerts: said.map(({ id }) => id) } });
    expect(summary.title).toBe('14 alerts in the quiet hours');
    expect(summary.items).toHaveLength(10);
    expect(summary.hidden).toBe(4);
    expect(summary.items.map(({ alert }) => alert.severity)).toEqual([7, 6, 6, 5, 5, 4, 4, 3, 3, 2]);
    const { blocks } = JSON.parse(slackPosting(summary, { url: 'https://hooks.example/x' }).body);
    expect(blocks.length).toBeLessThanOrEqual(50);
    expect(blocks.at(-1).elements[0].text).toBe('4 more are on the screens');
    expect(mailOf(summary, 'a.example').text).toContain('4 more are on the screens');
    expect(teamsPosting(summary, { url: 'https://flow.example/x' }).body).toContain('4 more are on the screens');
  });
});
