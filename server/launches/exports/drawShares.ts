import type { ReportFormat } from './createReportFormat.ts';
import { escapeMarkup } from './escapeMarkup.ts';
import type { ReportTheme } from './report.ts';

const width = 960;
const rowHeight = 30;
const left = 190;
const right = width - 70;

/** Shares of themes as bars with their intervals; colour only where the theme's net sentiment is sure of its side. */
export function drawShares(themes: readonly ReportTheme[], format: ReportFormat): string {
  const most = Math.max(...themes.map(({ share, shareHalf }) => share + shareHalf));
  const x = (share: number) => left + ((right - left) * Math.max(0, share)) / most;
  const rows = themes.map(({ name, share, shareHalf, grey, net }, index) => {
    const y = index * rowHeight;
    const tone = grey || !net ? 'neutral' : net.net > 0 ? 'positive' : 'negative';
    const said = name.length > 24 ? `${name.slice(0, 23)}…` : name;
    return `<text x="${left - 10}" y="${y + 19}" text-anchor="end" class="name">${escapeMarkup(said)}</text><rect class="${tone}" x="${left}" y="${y + 8}" width="${(x(share) - left).toFixed(1)}" height="14"/><line class="spread" x1="${x(share - shareHalf).toFixed(1)}" x2="${x(share + shareHalf).toFixed(1)}" y1="${y + 15}" y2="${y + 15}"/><text x="${(x(share + shareHalf) + 8).toFixed(1)}" y="${y + 19}">${escapeMarkup(format.percent(share))}</text>`;
  });
  return `<figure><svg viewBox="0 0 ${width} ${themes.length * rowHeight}" role="img" aria-hidden="true">${rows.join('')}</svg></figure>`;
}
