import type { Message, MessageItem } from '../composeMessage.ts';

export type Mail = {
  subject: string;
  text: string;
  html: string;
  messageId: string;
  /** Of the first message of the thread; programs put updates under it. */
  references?: string;
};

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeText = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);

function itemText({ headline, rows, quotes, url }: MessageItem, { openLabel, colon, event }: Message): string {
  return [
    // Of one alert the headline is the title above.
    ...(event === 'summary' ? [headline] : []),
    ...rows.map(({ label, text }) => `  ${label}${colon}${text}`),
    ...quotes.map((quote) => `  ${quote}`),
    `  ${openLabel}${colon}${url}`,
  ].join('\n');
}

function itemHtml({ headline, rows, quotes, url }: MessageItem, { openLabel, event }: Message): string {
  const cell = 'padding:2px 16px 2px 0;text-align:left;vertical-align:top';
  return [
    event === 'summary' ? `<h2 style="font-size:16px;margin:24px 0 8px">${escapeText(headline)}</h2>` : '',
    '<table style="border-collapse:collapse;margin:8px 0">',
    ...rows.map(
      ({ label, text }) =>
        `<tr><th style="${cell};font-weight:normal;color:#555">${escapeText(label)}</th><td style="${cell}">${escapeText(text)}</td></tr>`,
    ),
    '</table>',
    ...quotes.map((quote) => `<p style="color:#555;margin:8px 0">${escapeText(quote)}</p>`),
    `<p style="margin:12px 0"><a href="${escapeText(url)}">${escapeText(openLabel)}</a></p>`,
  ].join('\n');
}

/** `domain`: of the sender; ids of messages end in it. */
export function mailOf(message: Message, domain: string): Mail {
  const { key, thread, kicker, title, subject, lines, items, event, workspace, closing } = message;
  const about = [kicker, ...lines].filter((line) => line !== '');
  const root = `<${thread}@${domain}>`;
  const isFirst = event === 'raised' || thread === key;
  return {
    subject,
    messageId: isFirst ? root : `<${key}@${domain}>`,
    ...(isFirst ? {} : { references: root }),
    text: [title, ...about, '', ...items.map((item) => itemText(item, message)), ...closing, '', workspace].join('\n'),
    html: [
      '<div style="font-family:system-ui,sans-serif;font-size:15px;line-height:1.45;max-width:640px">',
      `<h1 style="font-size:20px;line-height:1.25;margin:0 0 8px">${escapeText(title)}</h1>`,
      ...about.map((line) => `<p style="margin:4px 0;color:#333">${escapeText(line)}</p>`),
      ...items.map((item) => itemHtml(item, message)),
      ...closing.map((line) => `<p style="margin:12px 0">${escapeText(line)}</p>`),
      `<p style="color:#777;font-size:13px;margin-top:24px">${escapeText(workspace)}</p>`,
      '</div>',
    ].join('\n'),
  };
}
