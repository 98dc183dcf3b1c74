import type { Message, MessageItem } from '../composeMessage.ts';
import type { Posting } from '../postGuarded.ts';

/** Slack reads these three in texts; escaped, `<!channel>` in somebody's post calls nobody. */
const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** Its own limit of a header, which takes plain text only. */
const longestHeader = 150;
const shorten = (text: string) => (text.length <= longestHeader ? text : `${text.slice(0, longestHeader - 1)}…`);

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } });
const linkTo = (url: string, text: string) => `<${url}|${escapeText(text)}>`;
const context = (text: string) => ({ type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] });

/** Plain text has no links and no mentions in Slack: words of people go there. */
function itemBlocks({ rows, quotes, url }: MessageItem, { openLabel }: Message): object[] {
  return [
    {
      type: 'section',
      fields: rows.map(({ label, text }) => ({
        type: 'mrkdwn',
        text: `*${escapeText(label)}*\n${escapeText(text)}`,
        verbatim: true,
      })),
    },
    ...quotes.map(context),
    // A link and no button: Slack asks of buttons that somebody answers the press, and warns its reader when nobody does.
    section(linkTo(url, openLabel)),
  ];
}

/** An incoming webhook: blocks, and a text for notifications and readers of screens. */
export function slackPosting(message: Message, { url }: { url: string }): Posting {
  const { title, kicker, lines, items, event, closing } = message;
  const [first] = items;
  const isSummary = event === 'summary';
  const blocks = [
    { type: 'header', text: { type: 'plain_text', text: shorten(title), emoji: false } },
    ...[kicker, ...lines].filter((line) => line !== '').map(context),
    ...(isSummary
      ? items.map((item) => section(`${linkTo(item.url, item.headline)}\n${escapeText(item.rows[1]?.text ?? '')}`))
      : first
        ? itemBlocks(first, message)
        : []),
    ...closing.map(context),
  ];
  const body = JSON.stringify({ text: escapeText([title, ...lines].join('. ')), blocks });
  return { url, body, headers: { 'Content-Type': 'application/json' } };
}
