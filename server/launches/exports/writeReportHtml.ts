import { isGrey } from '../../../shared/uncertainty.ts';
import { createReportFormat, type ReportFormat } from './createReportFormat.ts';
import { drawLines } from './drawLines.ts';
import { drawShares } from './drawShares.ts';
import { escapeMarkup as text } from './escapeMarkup.ts';
import type { LaunchReport, ReportHappening } from './report.ts';
import { netChart, volumeChart } from './reportCharts.ts';
import { brandColor, darkBrands, darkColors, lightBrands, lightColors } from './reportColors.ts';
import { reportStyle } from './reportStyle.ts';
import { type ReportWords, reportWordsIn } from './reportWords.ts';
import { sayEffect } from './sayEffect.ts';

const variables = (colors: Record<string, string>, brand: string) =>
  `${Object.entries(colors)
    .map(([name, value]) => `--${name}:#${value};`)
    .join('')}--brand:#${brand};`;

function figures({ figures, sentences }: LaunchReport, words: ReportWords, format: ReportFormat): string {
  const { mentions, distinct, net, authors, positive, negative } = figures;
  const cell = (value: string, name: string, note: string) =>
    `<div><dt>${text(name)}</dt><dd>${text(value)}<small>${text(note)}</small></dd></div>`;
  const tone = net && !isGrey(net) ? (net.net > 0 ? 'good' : 'bad') : 'grey';
  const opinions = `${format.number(positive + negative)} ${words.figure.opinions}`;
  return `<dl class="figures" aria-label="${text(sentences.counted)}">
${cell(format.number(mentions), words.figure.mentions, `${format.number(distinct)} ${words.figure.distinct}`)}
<div class="${tone}"><dt>${text(words.figure.net)}</dt><dd>${text(net ? format.signed(net.net) : '–')}<small>${text(
    net ? `${words.interval(format.signed(net.low), format.signed(net.high))}, ${opinions}` : words.tooFew,
  )}</small></dd></div>
${cell(authors ? format.number(authors.authors) : '–', words.figure.authors, authors ? (authors.authorsError > 0 ? `± ${format.number(authors.authorsError)}` : '') : words.notKnown)}
</dl>`;
}

function themes({ themes: rows }: LaunchReport, words: ReportWords, format: ReportFormat): string {
  if (rows.length === 0) return '';
  const { column } = words;
  return `${drawShares(rows.slice(0, 10), format)}
<div class="wide"><table><thead><tr><th scope="col">${text(column.theme)}</th><th scope="col" class="n">${text(column.mentions)}</th><th scope="col" class="n">${text(column.share)}</th><th scope="col" class="n">${text(column.net)}</th><th scope="col" class="n">${text(column.interval)}</th><th scope="col">${text(column.effect)}</th></tr></thead><tbody>
${rows
  .map(
    (row) =>
      `<tr><th scope="row">${text(row.name)}</th><td class="n">${format.number(row.mentions)}</td><td class="n">${format.percent(row.share)} ± ${format.percent(row.shareHalf)}</td><td class="n ${row.grey || !row.net ? 'grey' : row.net.net > 0 ? 'good' : 'bad'}">${row.net ? format.signed(row.net.net) : '–'}</td><td class="n grey">${row.net ? `${format.signed(row.net.low)} / ${format.signed(row.net.high)}` : text(words.tooFew)}</td><td>${text(sayEffect(row, words, format))}</td></tr>`,
  )
  .join('\n')}
</tbody></table></div>`;
}

function happening(one: ReportHappening, words: ReportWords, format: ReportFormat): string {
  const more = [
    ...(one.who === undefined ? [] : [words.by(one.who)]),
    ...(one.expected === undefined ? [] : [words.expected(one.expected)]),
  ];
  const kind = one.letter === undefined ? words.kind[one.kind] : `${words.kind[one.kind]} ${one.letter}`;
  return `<li><p class="when"><b>${text(format.offset(one.offsetMs))}</b> <time datetime="${new Date(one.at).toISOString()}">${text(format.short(one.at))}</time> · ${text(kind)}</p>
<h3 dir="auto">${text(one.name)}</h3>${more.length > 0 ? `<p class="grey" dir="auto">${text(more.join('. '))}</p>` : ''}
${one.sentences.map((sentence) => `<p>${text(sentence)}</p>`).join('')}</li>`;
}

function messages(report: LaunchReport, words: ReportWords, format: ReportFormat): string {
  if (report.messages.length === 0) return '';
  const tone = { positive: 'good', negative: 'bad', neutral: 'grey', unscored: 'grey' } as const;
  return `<section><h2>${text(words.titleOf.messages)}</h2><p class="lead">${text(report.sentences.messages)}</p>
<ul class="messages">${report.messages
    .map(
      (one) =>
        `<li><blockquote dir="auto"${one.lang === '' ? '' : ` lang="${text(one.lang)}"`}>${text(one.text)}</blockquote><p class="grey"><span class="${tone[one.opinion]}">${text(words.opinion[one.opinion])}</span> · ${text(words.channel[one.channel])} · ${text(format.short(one.at))}${one.themes.length > 0 ? ` · ${text(one.themes.join(', '))}` : ''}${one.copies > 0 ? ` · ${text(words.copies(one.copies))}` : ''}</p></li>`,
    )
    .join('\n')}</ul></section>`;
}

function speak({ speak: told }: LaunchReport, words: ReportWords): string {
  const { when, usual, rests } = words.speak.column;
  const table =
    told.windows.length === 0
      ? ''
      : `<div class="wide"><table><thead><tr><th scope="col">${text(when)}</th><th scope="col">${text(usual)}</th><th scope="col">${text(rests)}</th></tr></thead><tbody>
${told.windows
  .map(
    ({ name, held, why }) => `<tr><th scope="row">${text(name)}</th><td>${text(held)}</td><td>${text(why)}</td></tr>`,
  )
  .join('\n')}
</tbody></table></div>`;
  const list = (sentences: readonly string[], kind: string) =>
    sentences.length === 0
      ? ''
      : `<ul class="${kind}">${sentences.map((one) => `<li>${text(one)}</li>`).join('')}</ul>`;
  const followed =
    told.followed.length === 0
      ? ''
      : `<h3>${text(words.speak.followed)}</h3>${list(told.followed, 'told')}<p class="grey">${text(words.caution)}</p>`;
  return `<section class="speak"><h2>${text(words.titleOf.speak)}</h2><p class="lead">${text(told.headline)}</p>${table}${list(told.notes, 'notes')}${followed}</section>`;
}

function method(report: LaunchReport, words: ReportWords, format: ReportFormat): string {
  const { launch, sentences, query } = report;
  const facts: [string, string][] = [
    [words.query, query],
    [
      words.sourceOf,
      `${words.countsAre(launch.counts)}, ${words.ruleSet(report.ruleSet, report.corrections)}, ${words.zone(launch.zone)}`,
    ],
    ['T0', format.moment(launch.at)],
    [words.column.when, words.stretch(format.moment(report.from), format.moment(report.to))],
  ];
  return `<section class="method"><h2>${text(words.titleOf.method)}</h2>
<dl class="facts">${facts.map(([name, value]) => `<dt>${text(name)}</dt><dd>${text(value)}</dd>`).join('')}</dl>
<ul>${sentences.uncertain.map((one) => `<li>${text(one)}</li>`).join('')}</ul>
<p>${text(words.generated(format.moment(report.generatedAt)))} · <a href="${text(report.link)}">${text(words.open)}</a> <span class="grey address">${text(report.link)}</span></p></section>`;
}

/** One file that needs no network: no script, styles within, charts drawn here. Prints, and follows the reader's dark or light. */
export function writeReportHtml(report: LaunchReport): string {
  const { language, launch, brand, sentences, comparison } = report;
  const words = reportWordsIn(language);
  const format = createReportFormat(language, launch.zone);
  const volume = volumeChart(report, words.column);
  const net = netChart(report, { ...words.column, net: words.figure.net });
  const look = (dark: boolean) =>
    variables(dark ? darkColors : lightColors, brandColor(dark ? darkBrands : lightBrands, brand.color));
  const chart = (title: string, lead: string, drawing: string) =>
    drawing === '' ? '' : `<section><h2>${text(title)}</h2><p class="lead">${text(lead)}</p>${drawing}</section>`;
  const kinds = { raw: words.axis.mentions(words.step[comparison.step]), size: words.bySize };
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${text(`${launch.name} – ${brand.name}`)}</title>
<style>
:root{${look(false)}}
@media screen and (prefers-color-scheme:dark){:root{${look(true)}}}
${reportStyle}
</style>
</head>
<body>
<article>
<header>
<p class="kicker"><b>${text(brand.name)}</b> / ${text(words.report)} / T0 ${text(format.moment(launch.at))} ${text(launch.zone)}</p>
<h1 dir="auto">${text(launch.name)}</h1>
<p class="headline">${text(sentences.headline)}</p>
<p class="lead">${text(sentences.counted)} ${text(sentences.net)}</p>
${report.isDemo ? `<p class="demo">${text(words.demo)}</p>` : ''}
${figures(report, words, format)}
</header>
${chart(words.titleOf.volume, sentences.volume, drawLines(volume, { format, unit: kinds[comparison.scale], title: sentences.volume, zero: true }))}
${chart(words.titleOf.net, sentences.net, drawLines(net, { format, unit: words.axis.net, title: sentences.net, zero: false }))}
<section><h2>${text(words.titleOf.themes)}</h2><p class="lead">${text(sentences.themes)}</p>${themes(report, words, format)}</section>
${messages(report, words, format)}
${report.happenings.length === 0 ? '' : `<section><h2>${text(words.titleOf.happenings)}</h2><p class="lead">${text(sentences.happenings)} ${text(words.caution)}</p><ol class="happenings">${report.happenings.map((one) => happening(one, words, format)).join('\n')}</ol></section>`}
${speak(report, words)}
${method(report, words, format)}
<footer>${text(sentences.source)}</footer>
</article>
</body>
</html>
`;
}
