import { lightColors as colors } from './reportColors.ts';
import { addSlide, cutTo, font, head, type Making, page, type TableRow } from './reportSlide.ts';

const mostNotes = 7;

/** When and where people usually speak: suggested windows, or why none is, and what followed own events. */
export function addSpeak(making: Making): void {
  const { report, words, lang } = making;
  const { headline, windows, notes, followed } = report.speak;
  const slide = addSlide(making, words.titleOf.speak, headline);
  const { when, usual, rests } = words.speak.column;
  const left = (text: string, strong = false) => ({
    text: cutTo(text, 160),
    options: { lang, align: 'left' as const, bold: strong, color: strong ? colors.ink1 : colors.ink2 },
  });
  if (windows.length > 0)
    slide.addTable(
      [
        head([when, usual, rests], lang).map((cell) => ({
          ...cell,
          options: { ...cell.options, align: 'left' as const },
        })),
        ...windows.map(({ name, held, why }): TableRow => [left(name, true), left(held), left(why)]),
      ],
      {
        ...{ x: page.left, y: 1.85, w: page.inner, colW: [3.4, 3, 5.533], fontFace: font, fontSize: 13 },
        ...{ margin: [0.05, 0.1, 0.05, 0], valign: 'top', border: { type: 'none' } },
      },
    );
  const y = windows.length > 0 ? 2.5 + 0.55 * windows.length : 1.85;
  const caution = followed.length > 0 ? [words.caution] : [];
  slide.addText(
    [...notes, ...followed, ...caution].slice(0, mostNotes).map((sentence) => ({
      text: cutTo(sentence, 260),
      options: { lang, bullet: { indent: 12 }, breakLine: true },
    })),
    {
      ...{ x: page.left, y, w: page.inner, h: page.height - 0.75 - y, fontSize: 13, fontFace: font },
      ...{ color: colors.ink2, margin: 0, valign: 'top', paraSpaceAfter: 5, fit: 'shrink' },
    },
  );
}
