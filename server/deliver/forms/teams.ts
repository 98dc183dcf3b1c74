import type { Message, MessageItem } from '../composeMessage.ts';
import type { Posting } from '../postGuarded.ts';

/** A rich block reads no Markdown: words of people and names stay what they are, and no link can hide in them. */
const words = (text: string, style: object = {}) => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text, ...style }],
  spacing: 'small',
});

const row = ({ label, text }: { label: string; text: string }) => ({
  type: 'RichTextBlock',
  inlines: [
    { type: 'TextRun', text: `${label}  `, weight: 'bolder' },
    { type: 'TextRun', text },
  ],
  spacing: 'none',
});

function itemBlocks({ rows, quotes }: MessageItem): object[] {
  return [
    { type: 'Container', spacing: 'medium', items: rows.map(row) },
    ...quotes.map((quote) => words(quote, { isSubtle: true })),
  ];
}

/** What the trigger "When a Teams webhook request is received" of Workflows takes: an Adaptive Card 1.4 in a message. */
export function teamsPosting(message: Message, { url }: { url: string }): Posting {
  const { title, kicker, lines, items, event, openLabel, closing } = message;
  const [first] = items;
  const isSummary = event === 'summary';
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    fallbackText: title,
    msteams: { width: 'Full' },
    body: [
      ...(kicker === '' ? [] : [words(kicker, { isSubtle: true, size: 'small' })]),
      words(title, { weight: 'bolder', size: 'large' }),
      ...lines.map((line) => words(line)),
      ...(isSummary
        ? items.map((item) => row({ label: item.headline, text: item.rows[1]?.text ?? '' }))
        : first
          ? itemBlocks(first)
          : []),
      ...closing.map((line) => words(line, { isSubtle: true })),
    ],
    actions: (isSummary ? items.slice(0, 4) : items.slice(0, 1)).map((item) => ({
      type: 'Action.OpenUrl',
      title: isSummary ? item.headline.slice(0, 60) : openLabel,
      url: item.url,
    })),
  };
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content };
  return {
    url,
    body: JSON.stringify({ type: 'message', attachments: [attachment] }),
    headers: { 'Content-Type': 'application/json' },
  };
}
