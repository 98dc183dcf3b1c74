import type PptxGenJS from 'pptxgenjs';
import type { ReportFormat } from './createReportFormat.ts';
import type { LaunchReport } from './report.ts';
import { lightColors as colors } from './reportColors.ts';
import type { ReportWords } from './reportWords.ts';

export type Slide = PptxGenJS.Slide;
export type TableRow = PptxGenJS.TableRow;

/** On every machine that shows slides. */
export const font = 'Arial';
/** Inches: 16:9, and the margins all slides share. */
export const page = { width: 13.333, height: 7.5, left: 0.7, inner: 11.933 };
export const cutTo = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;

/** What every slide is made from; `lang` is the language of its texts. */
export type Making = {
  deck: PptxGenJS;
  report: LaunchReport;
  words: ReportWords;
  format: ReportFormat;
  brand: string;
  lang: string;
};

/** A slide with its title, one sentence that says what to see, and the source below; the same again in the speaker's notes. */
export function addSlide({ deck, report, words, lang }: Making, title: string, sentence: string): Slide {
  const slide = deck.addSlide();
  slide.background = { color: colors.bg };
  const text = { fontFace: font, lang, margin: 0, valign: 'top' } as const;
  slide.addText(title, { ...text, x: page.left, y: 0.5, w: page.inner, h: 0.3, fontSize: 13, color: colors.ink3 });
  slide.addText(sentence, {
    ...{ ...text, x: page.left, y: 0.84, w: page.inner, h: 0.8, fontSize: 22, bold: true, color: colors.ink1 },
    fit: 'shrink',
  });
  addSource(slide, report, words, lang);
  slide.addNotes(notesOf(report, words, `${title}. ${sentence}`));
  return slide;
}

export function addSource(slide: Slide, report: LaunchReport, words: ReportWords, lang: string): void {
  const y = page.height - 0.52;
  slide.addShape('line', {
    ...{ x: page.left, y: y - 0.08, w: page.inner, h: 0 },
    line: { color: colors.hairlineStrong, width: 0.75 },
  });
  slide.addText(
    [
      { text: `${report.isDemo ? `${words.demo} ` : ''}${report.sentences.source} · `, options: { lang } },
      { text: words.open, options: { lang, color: colors.positive, hyperlink: { url: report.link } } },
    ],
    {
      ...{ x: page.left, y, w: page.inner, h: 0.36, fontSize: 9, fontFace: font, color: colors.ink3 },
      margin: 0,
      valign: 'top',
    },
  );
}

/** What a speaker finds under a slide: what it says, and where that is from. */
export const notesOf = ({ isDemo, sentences, link }: LaunchReport, words: ReportWords, said: string): string =>
  [said, `${words.sourceOf}: ${sentences.source}`, link, ...(isDemo ? [words.demo] : [])].join('\n');

/** The first row of a table; numbers stand to the right. */
export const head = (names: readonly string[], lang: string): TableRow =>
  names.map((text, index) => ({
    text,
    options: { lang, color: colors.ink3, fontSize: 11, align: index === 0 ? 'left' : 'right' },
  }));
