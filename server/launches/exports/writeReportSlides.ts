import PptxGenJS from 'pptxgenjs';
import { isGrey } from '../../../shared/uncertainty.ts';
import { addHappenings } from './addHappenings.ts';
import { addSpeak } from './addSpeak.ts';
import { createReportFormat } from './createReportFormat.ts';
import { labelEvery } from './labelEvery.ts';
import { mendCharts } from './mendCharts.ts';
import type { LaunchReport, ReportTheme } from './report.ts';
import { type ChartLine, type LineChart, netChart, volumeChart } from './reportCharts.ts';
import { brandColor, lightColors as colors, lightBrands } from './reportColors.ts';
import {
  addSlide,
  addSource,
  cutTo,
  font,
  head,
  type Making,
  notesOf,
  page,
  type Slide,
  type TableRow,
} from './reportSlide.ts';
import { reportWordsIn } from './reportWords.ts';
import { sayEffect } from './sayEffect.ts';

const mostThemes = 9;
const mostMessages = 6;
/** Letters that stay on one line beside what was felt. */
const mostAbout = 72;

function addTitle(making: Making): void {
  const { deck, report, words, format, brand, lang } = making;
  const { launch, figures, sentences } = report;
  const slide = deck.addSlide();
  slide.background = { color: colors.bg };
  const text = { fontFace: font, lang, margin: 0, valign: 'top', x: page.left, w: page.inner } as const;
  slide.addText(
    [
      { text: report.brand.name, options: { bold: true, color: brand, lang } },
      {
        text: `  /  ${words.report}  /  T0 ${format.moment(launch.at)}, ${launch.zone}`,
        options: { color: colors.ink3, lang },
      },
    ],
    { ...text, y: 0.7, h: 0.35, fontSize: 14 },
  );
  slide.addText(launch.name, {
    ...text,
    y: 1.15,
    h: 0.95,
    fontSize: 46,
    bold: true,
    color: colors.ink1,
    fit: 'shrink',
  });
  slide.addText(sentences.headline, { ...text, y: 2.2, h: 0.9, fontSize: 26, color: colors.ink1, fit: 'shrink' });
  slide.addText(`${sentences.counted} ${sentences.net}`, {
    ...{ ...text, y: 3.1, h: 0.9, fontSize: 15, color: colors.ink2 },
    w: 10,
  });
  const { net, authors } = figures;
  const isClear = net !== null && !isGrey(net);
  const large: [value: string, name: string, note: string, color: string][] = [
    [
      format.number(figures.mentions),
      words.figure.mentions,
      `${format.number(figures.distinct)} ${words.figure.distinct}`,
      colors.ink1,
    ],
    [
      net ? format.signed(net.net) : '–',
      words.figure.net,
      net ? words.interval(format.signed(net.low), format.signed(net.high)) : words.tooFew,
      isClear ? (net.net > 0 ? colors.positive : colors.negative) : colors.ink2,
    ],
    [
      authors ? format.number(authors.authors) : '–',
      words.figure.authors,
      authors === null ? words.notKnown : authors.authorsError > 0 ? `± ${format.number(authors.authorsError)}` : '',
      colors.ink1,
    ],
  ];
  large.forEach(([value, name, note, color], index) => {
    const x = page.left + index * 4;
    const cell = { fontFace: font, lang, margin: 0, valign: 'top', x, w: 3.8 } as const;
    slide.addText(name, { ...cell, y: 4.3, h: 0.3, fontSize: 13, color: colors.ink2 });
    slide.addText(value, { ...cell, y: 4.6, h: 0.95, fontSize: 54, bold: true, color });
    slide.addText(note, { ...cell, y: 5.6, h: 0.3, fontSize: 12, color: colors.ink3 });
  });
  addSource(slide, report, words, lang);
  slide.addNotes(
    notesOf(
      report,
      words,
      [launch.name, sentences.headline, sentences.counted, sentences.net].filter(Boolean).join(' '),
    ),
  );
}

/** A native chart of lines: the launch strong, the others thin. Blank cells are gaps, not zeros. */
function addLines(
  { deck, brand, format, lang, report }: Making,
  slide: Slide,
  { offsets, lines }: LineChart,
  look: { unit: string; numbers: string; low?: number; high?: number },
): void {
  const labels = offsets.map((offset) => format.offset(offset));
  const pens: Record<ChartLine['role'], { lineSize: number; lineDash: 'solid' | 'dash' | 'sysDot'; color: string }> = {
    launch: { lineSize: 3, lineDash: 'solid', color: brand },
    median: { lineSize: 1.5, lineDash: 'dash', color: colors.ink2 },
    band: { lineSize: 1, lineDash: 'sysDot', color: colors.ink3 },
    past: { lineSize: 1, lineDash: 'solid', color: colors.hairlineStrong },
  };
  const greys = ['b9c2cc', '93a0b0', '66717e', 'c9b8a4', '8a9a8c', 'a7a0b5'];
  const groups = (['past', 'band', 'median', 'launch'] as const).flatMap((role) => {
    const own = lines.filter((line) => line.role === role);
    if (own.length === 0) return [];
    const { lineSize, lineDash, color } = pens[role];
    return [
      {
        type: deck.ChartType.line,
        // Blank where nothing is known: the library writes an empty cell for null, its types do not say so.
        data: own.map(({ name, values }) => ({ name, labels, values: values as number[] })),
        options: { lineSize, lineDash, chartColors: role === 'past' ? greys : [color], lineDataSymbol: 'none' },
      },
    ] as PptxGenJS.IChartMulti[];
  });
  // Of several charts in one each brings its own data; the library then wants none here, though its types do.
  slide.addChart(groups, undefined as unknown as [], {
    ...{ x: page.left - 0.1, y: 1.75, w: page.inner + 0.2, h: 4.95 },
    ...{ lang, displayBlanksAs: 'gap', altText: `${look.unit}. ${report.launch.name}` },
    ...{ catAxisLabelFrequency: `${labelEvery(offsets)}`, catAxisLabelPos: 'low', catAxisMajorTickMark: 'none' },
    ...{ catAxisLabelFontSize: 11, catAxisLabelColor: colors.ink3, catAxisLabelFontFace: font },
    ...{ catAxisLineColor: colors.hairlineStrong, catGridLine: { style: 'none' } },
    ...{ valAxisLabelFontSize: 11, valAxisLabelColor: colors.ink3, valAxisLabelFontFace: font, valAxisLineShow: false },
    ...{ valAxisLabelFormatCode: look.numbers, valGridLine: { color: colors.hairline, size: 0.75, style: 'solid' } },
    ...(look.low === undefined ? {} : { valAxisMinVal: look.low }),
    ...(look.high === undefined ? {} : { valAxisMaxVal: look.high }),
    ...{ showValAxisTitle: true, valAxisTitle: look.unit, valAxisTitleFontSize: 11, valAxisTitleColor: colors.ink3 },
    ...{ showLegend: true, legendPos: 'b', legendFontSize: 11, legendColor: colors.ink2, legendFontFace: font },
  });
}

function addThemes(making: Making): void {
  const { deck, report, words, format, lang } = making;
  const slide = addSlide(making, words.titleOf.themes, report.sentences.themes);
  const shown = report.themes.slice(0, mostThemes);
  if (shown.length === 0) return;
  const toneOf = ({ grey, net }: ReportTheme) =>
    grey || !net ? colors.neutral : net.net > 0 ? colors.positive : colors.negative;
  // A bar chart begins below: the first theme is last, and stands on top.
  const upward = [...shown].reverse();
  slide.addChart(
    deck.ChartType.bar,
    [
      {
        name: words.axis.share,
        labels: upward.map(({ name }) => cutTo(name, 26)),
        values: upward.map(({ share }) => Math.round(share * 1_000) / 10),
      },
    ],
    {
      ...{ x: page.left - 0.1, y: 1.75, w: 5.3, h: 4.95, barDir: 'bar', barGapWidthPct: 45, lang },
      ...{ chartColors: upward.map(toneOf), altText: words.axis.share },
      ...{ showValue: true, dataLabelFormatCode: '0.0', dataLabelFontSize: 11, dataLabelColor: colors.ink2 },
      ...{ dataLabelPosition: 'outEnd', dataLabelFontFace: font },
      ...{
        catAxisLabelFontSize: 12,
        catAxisLabelColor: colors.ink1,
        catAxisLabelFontFace: font,
        catAxisMajorTickMark: 'none',
      },
      ...{
        catAxisLineColor: colors.hairlineStrong,
        valAxisHidden: true,
        valAxisMinVal: 0,
        valGridLine: { style: 'none' },
      },
      ...{
        showValAxisTitle: true,
        valAxisTitle: words.axis.share,
        valAxisTitleFontSize: 11,
        valAxisTitleColor: colors.ink3,
      },
    },
  );
  const { column } = words;
  const rows: TableRow[] = [
    head([column.theme, column.mentions, `${column.share}, ±`, column.net, column.interval, column.effect], lang),
    ...shown.map((theme): TableRow => {
      const { name, mentions, share, shareHalf, net, lean } = theme;
      const cell = (text: string, color: string = colors.ink1, bold = false) => ({
        text,
        options: { lang, color, bold, align: 'right' as const },
      });
      return [
        { text: cutTo(name, 28), options: { lang, bold: true, color: colors.ink1 } },
        cell(format.number(mentions)),
        cell(`${format.percent(share)} ± ${format.percent(shareHalf)}`),
        cell(net ? format.signed(net.net) : '–', toneOf(theme), true),
        cell(net ? `${format.signed(net.low)} / ${format.signed(net.high)}` : words.tooFew, colors.ink3),
        cell(sayEffect(theme, words, format), lean === 'neither' || lean === 'doubtful' ? colors.ink3 : colors.ink1),
      ];
    }),
  ];
  slide.addTable(rows, {
    ...{ x: 5.95, y: 1.85, w: 6.7, colW: [1.5, 0.85, 1.3, 0.55, 1.15, 1.35], rowH: 0.4 },
    ...{ fontFace: font, fontSize: 12, margin: [0.04, 0.04, 0.04, 0.04], valign: 'middle' },
    border: { type: 'none' },
  });
}

function addMessages(making: Making): void {
  const { report, words, format, lang } = making;
  if (report.messages.length === 0) return;
  const slide = addSlide(making, words.titleOf.messages, report.sentences.messages);
  const tone = { positive: colors.positive, negative: colors.negative, neutral: colors.ink3, unscored: colors.ink3 };
  report.messages.slice(0, mostMessages).forEach((message, index) => {
    const x = page.left + (index % 2) * 6.1;
    const y = 1.85 + Math.floor(index / 2) * 1.65;
    const about = [
      words.channel[message.channel],
      format.short(message.at),
      ...message.themes.slice(0, 2),
      ...(message.copies > 0 ? [words.copies(message.copies)] : []),
    ].join(' · ');
    slide.addShape('line', { x, y, w: 0, h: 1.35, line: { color: tone[message.opinion], width: 2.25 } });
    slide.addText(cutTo(message.text.replaceAll(/\s+/g, ' '), 210), {
      ...{
        x: x + 0.18,
        y,
        w: 5.5,
        h: 1.05,
        fontSize: 14,
        fontFace: font,
        color: colors.ink1,
        margin: 0,
        valign: 'top',
      },
      fit: 'shrink',
    });
    slide.addText(
      [
        { text: words.opinion[message.opinion], options: { bold: true, color: tone[message.opinion], lang } },
        { text: ` · ${cutTo(about, mostAbout)}`, options: { lang, color: colors.ink3 } },
      ],
      { x: x + 0.18, y: y + 1.08, w: 5.5, h: 0.27, fontSize: 11, fontFace: font, margin: 0, valign: 'top' },
    );
  });
}

function addBeside(making: Making): void {
  const { report, words, format, lang } = making;
  const { launch, past } = report.comparison;
  const told = [launch, ...past].filter(({ points }) => points.length > 0).slice(0, 11);
  if (told.length < 2) return;
  const slide = addSlide(making, words.titleOf.beside, report.sentences.headline);
  const { column } = words;
  const at = { from: format.offset(report.from - launch.at), to: format.offset(report.to - launch.at) };
  const [fromMs, toMs] = [report.from - launch.at, report.to - launch.at];
  const hasSizes = told.some(({ size }) => size !== null);
  const rows = told.map((one): TableRow => {
    const within = one.points.filter(({ offsetMs }) => offsetMs >= fromMs - 60_000 && offsetMs < toMs);
    // A launch that was not heard from end to end has no sum beside the others.
    const isWhole = one.heard !== null && one.heard.fromMs <= fromMs + 60_000 && one.heard.toMs >= toMs - 60_000;
    const sum = (count: 'mentions' | 'distinct') => within.reduce((all, point) => all + point[count], 0);
    const peak = one.points.reduce((best, point) => (point.mentions > best.mentions ? point : best));
    const cell = (text: string) => ({ text, options: { lang, align: 'right' as const, bold: one === launch } });
    return [
      { text: cutTo(one.name, 44), options: { lang, bold: true, color: one === launch ? making.brand : colors.ink1 } },
      cell(isWhole ? format.number(sum('mentions')) : words.notKnown),
      cell(isWhole ? format.number(sum('distinct')) : words.notKnown),
      cell(format.number(peak.mentions)),
      cell(format.offset(peak.offsetMs)),
      ...(hasSizes ? [cell(one.size ? format.number(one.size.perDay) : words.notKnown)] : []),
    ];
  });
  const most = words.mostIn(words.within[report.comparison.step]);
  const names = [
    column.launch,
    `${column.mentions}, ${words.stretch(at.from, at.to)}`,
    column.texts,
    most,
    column.offset,
  ];
  slide.addTable([head(hasSizes ? [...names, column.size] : names, lang), ...rows], {
    ...{
      x: page.left,
      y: 1.85,
      w: page.inner,
      colW: hasSizes ? [3.533, 2.2, 1.5, 1.6, 1.4, 1.7] : [4.433, 2.6, 1.6, 1.8, 1.5],
      rowH: 0.38,
    },
    ...{ fontFace: font, fontSize: 12, color: colors.ink1, valign: 'middle', margin: [0.04, 0.04, 0.04, 0] },
    border: { type: 'none' },
  });
}

function addMethod(making: Making): void {
  const { report, words, format, lang } = making;
  const { launch, figures, sentences } = report;
  const slide = addSlide(making, words.titleOf.method, words.method);
  const facts: [string, string][] = [
    [words.query, cutTo(report.query.replaceAll(/\s+/g, ' '), 320)],
    [
      words.sourceOf,
      [words.countsAre(launch.counts), words.ruleSet(report.ruleSet, report.corrections), words.zone(launch.zone)].join(
        ', ',
      ),
    ],
    ['T0', `${format.moment(launch.at)}, ${launch.zone}`],
    [words.column.when, words.stretch(format.moment(report.from), format.moment(report.to))],
    [
      words.column.mentions,
      `${format.number(figures.mentions)}; ${format.number(figures.distinct)} ${words.figure.distinct}; ` +
        (['positive', 'neutral', 'negative'] as const)
          .map((opinion) => `${format.number(figures[opinion])} ${words.opinion[opinion]}`)
          .join(', '),
    ],
    [words.column.net, figures.net ? format.net(figures.net) : words.tooFew],
    [words.open, report.link],
  ];
  const rows = facts.map(
    ([name, value], index): TableRow => [
      { text: name, options: { lang, color: colors.ink3 } },
      {
        text: value,
        options:
          index === facts.length - 1
            ? { color: colors.positive, hyperlink: { url: report.link } }
            : { lang, color: colors.ink1 },
      },
    ],
  );
  slide.addTable(rows, {
    ...{ x: page.left, y: 1.75, w: page.inner, colW: [2, 9.933], fontFace: font, fontSize: 12 },
    ...{ margin: [0.03, 0.04, 0.03, 0], valign: 'top', border: { type: 'none' } },
  });
  slide.addText(
    sentences.uncertain.slice(0, 8).map((sentence) => ({
      text: cutTo(sentence, 240),
      options: { lang, bullet: { indent: 12 }, breakLine: true },
    })),
    {
      ...{ x: page.left, y: 4.6, w: page.inner, h: 2.2, fontSize: 12, fontFace: font, color: colors.ink2, margin: 0 },
      ...{ valign: 'top', paraSpaceAfter: 4, fit: 'shrink' },
    },
  );
}

/** The report as slides whose charts and tables are PowerPoint's own, with what to say and where it is from in the notes. */
export async function writeReportSlides(report: LaunchReport): Promise<Buffer> {
  const { language, launch, brand, comparison, sentences } = report;
  const words = reportWordsIn(language);
  const deck = new PptxGenJS();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = `${launch.name} – ${brand.name}`;
  deck.subject = sentences.source;
  deck.author = 'Launchroom';
  deck.company = brand.name;
  deck.theme = { headFontFace: font, bodyFontFace: font };
  const making: Making = {
    ...{ deck, report, words, format: createReportFormat(language, launch.zone) },
    ...{ brand: brandColor(lightBrands, brand.color), lang: language === 'fr' ? 'fr-FR' : 'en-GB' },
  };
  addTitle(making);
  const volume = volumeChart(report, words.column);
  if (volume.lines.length > 0) {
    const slide = addSlide(making, words.titleOf.volume, sentences.volume);
    const isRaw = comparison.scale === 'raw';
    const unit = isRaw ? words.axis.mentions(words.step[comparison.step]) : words.bySize;
    addLines(making, slide, volume, { unit, numbers: isRaw ? '#,##0' : '0.0', low: 0 });
  }
  const net = netChart(report, { ...words.column, net: words.figure.net });
  if (net.lines.length > 0) {
    const slide = addSlide(making, words.titleOf.net, sentences.net);
    addLines(making, slide, net, { unit: words.axis.net, numbers: '+0;−0;0', low: -100, high: 100 });
  }
  addThemes(making);
  addMessages(making);
  addHappenings(making);
  addSpeak(making);
  addBeside(making);
  addMethod(making);
  return mendCharts((await deck.write({ outputType: 'nodebuffer' })) as Buffer);
}
