import type { ReportHappening } from './report.ts';
import { lightColors as colors } from './reportColors.ts';
import { addSlide, cutTo, font, head, type Making, page, type TableRow } from './reportSlide.ts';

const mostHappenings = 7;

/** One sentence of what followed: of the day once it is over, else of the hour. */
const toldOf = ({ day, sentences }: ReportHappening) =>
  (day && day.elapsedMs < day.spanMs ? sentences[0] : sentences.at(-1)) ?? '';

/** What happened, and what followed each. */
export function addHappenings(making: Making): void {
  const { report, words, format, lang } = making;
  if (report.happenings.length === 0) return;
  const slide = addSlide(making, words.titleOf.happenings, `${report.sentences.happenings} ${words.caution}`);
  // Decisions first, then what was planned, then what stood out: of many the ones people chose are told.
  const weight = { decision: 0, event: 1, alert: 2 };
  const shown = [...report.happenings]
    .sort((a, b) => weight[a.kind] - weight[b.kind] || b.at - a.at)
    .slice(0, mostHappenings)
    .sort((a, b) => a.at - b.at);
  const rows = shown.map((one): TableRow => {
    const kind = one.letter === undefined ? words.kind[one.kind] : `${words.kind[one.kind]} ${one.letter}`;
    const more = [
      ...(one.who === undefined ? [] : [words.by(one.who)]),
      ...(one.expected ? [words.expected(one.expected)] : []),
    ];
    return [
      {
        text: [
          { text: format.offset(one.offsetMs), options: { bold: true, lang, breakLine: true } },
          { text: format.short(one.at), options: { color: colors.ink3, fontSize: 10, lang } },
        ],
      },
      {
        text: [
          { text: cutTo(one.name, 90), options: { bold: true, lang, breakLine: true } },
          { text: cutTo([kind, ...more].join(' · '), 120), options: { color: colors.ink3, fontSize: 10, lang } },
        ],
      },
      { text: cutTo(toldOf(one), 190), options: { lang, color: colors.ink2 } },
    ];
  });
  slide.addTable(
    [
      head([words.column.when, words.column.what, words.column.followed], lang).map((cell) => ({
        ...cell,
        options: { ...cell.options, align: 'left' as const },
      })),
      ...rows,
    ],
    {
      ...{
        x: page.left,
        y: 1.75,
        w: page.inner,
        colW: [1.8, 4.6, 5.533],
        fontFace: font,
        fontSize: 12,
        color: colors.ink1,
      },
      ...{ margin: [0.05, 0.1, 0.05, 0], valign: 'top', border: { type: 'none' } },
    },
  );
  const left = report.happenings.length - shown.length;
  if (left > 0)
    slide.addText(words.moreInFile(left), {
      ...{ x: page.left, y: 6.62, w: page.inner, h: 0.25, fontSize: 10, fontFace: font, lang, color: colors.ink3 },
      margin: 0,
    });
}
