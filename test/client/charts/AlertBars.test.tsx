import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AlertBars } from '../../../client/charts/AlertBars.tsx';
import { axisValue, type Stretch } from '../../../client/select/alertCourse.ts';
import { makeCourse } from '../../support/alertStory.ts';

const now = Date.UTC(2026, 10, 12, 15, 5);
const quarter = 15 * 60_000;
const labels = {
  usual: 'usual',
  told: ({ value, pace, length }: Stretch, hasPace: boolean) =>
    `told ${value}${length !== 'shorter' || !hasPace ? '' : ` ${Math.round(pace)}`}`,
  number: String,
  from: 'from',
  to: (at: number) => new Date(at).toISOString().slice(11, 16),
  what: 'what',
};
/** The quarter-hour that the last bar is. */
const lastQuarter = { at: Math.floor(now / quarter) * quarter + quarter, spanMs: quarter, value: 40, expected: 4 };
const draw = (lastValues: number[], more: Partial<Parameters<typeof AlertBars>[0]> = {}) =>
  renderToStaticMarkup(
    <AlertBars
      course={makeCourse(now, lastValues)}
      figure={lastQuarter}
      width={480}
      height={170}
      isNegative
      isKnown
      size="page"
      labels={labels}
      {...more}
    />,
  );
const rects = (drawn: string, what: string) =>
  [...drawn.matchAll(/<rect[^>]*>/g)]
    .map(([rect]) => rect)
    .filter((rect) => rect.includes(what))
    .map((rect) => {
      const [x, width, height] = ['x', 'width', 'height'].map((name) => Number(rect.match(` ${name}="([\\d.]+)"`)![1]));
      return { x: x!, width: width!, height: height! };
    });
const heights = (drawn: string) => rects(drawn, 'data-bar').map(({ height }) => height);

describe('The bars of an alert', () => {
  it('stand from zero in proportion, the one that the alert is about in the colour of what it is', () => {
    const drawn = draw([10, 40]);
    const tall = heights(drawn);
    expect(tall).toHaveLength(23);
    const [told, ...more] = rects(drawn, 'data-told');
    expect(more).toEqual([]);
    expect(told!.height / tall.at(-1)!).toBeCloseTo(4, 5);
    // Of all the height that texts above and below leave.
    expect(told!.height).toBe(170 - 2 * 20);
    expect(drawn.match(/fill="var\(--negative\)"/g)).toHaveLength(1);
    expect(draw([10, 40], { isNegative: false })).not.toContain('--negative');
    expect(draw([10, 40], { isDoubtful: true })).not.toContain('--negative');
  });

  it('draw the usual range only where it is known', () => {
    expect(draw([10, 40], { size: 'wall' }).match(/data-expected/g)).toHaveLength(24);
    expect(draw([10, 40])).toContain('data-range');
    const unknown = draw([10, 40], { isKnown: false });
    expect(unknown).not.toContain('data-range');
    expect(unknown).not.toContain('data-band');
    expect(unknown).not.toContain('data-expected');
    expect(unknown).not.toContain('usual');
  });

  it('name the last one beside it, or above where bars before it are as tall', () => {
    const height = (drawn: string) => Number(drawn.match(/y="([\d.]+)" text-anchor="end"[^>]*>told 40</)![1]);
    expect(height(draw([2, 40]))).toBeGreaterThan(20);
    expect(height(draw([38, 39, 37, 40]))).toBeLessThan(20);
  });

  it("give the words of the usual range a line of their own where they have no room between the axis's ends", () => {
    const wordy = { ...labels, usual: 'per 15 min; faint: the usual range', from: '12 Nov, 10:30' };
    const placed = (width: number) => {
      const drawn = draw([10, 40], { width, labels: wordy });
      const [, x, y] = drawn.match(/x="([\d.]+)" y="([\d.]+)" text-anchor="\w+" data-usual/)!;
      return { height: Number(drawn.match(/height="(\d+)"/)![1]), x: Number(x), y: Number(y) };
    };
    expect(placed(480)).toEqual({ height: 170, x: 240, y: 166 });
    expect(placed(350)).toEqual({ height: 190, x: 0, y: 186 });
  });

  it('keep a bar that still runs hollow, as wide as the time it has', () => {
    const course = makeCourse(now, [40, 3]);
    const until = course.startAt + 23.2 * quarter;
    const drawn = draw([], { course: { ...course, until }, figure: { ...lastQuarter, at: until - 0.2 * quarter } });
    const [running] = rects(drawn, 'data-bar="running"');
    const [before] = rects(drawn, 'data-bar=""').slice(-1);
    expect((running!.width + 3) / (before!.width + 3)).toBeCloseTo(0.2, 1);
    // The axis ends when it was counted.
    expect(drawn).toContain(`>${labels.to(until)}<`);
    const [told] = rects(drawn, 'data-told');
    expect(told!.width).toBeCloseTo(480 / 23.2 - 3, 1);
  });

  it('colour two minutes that alarmed at their pace, not the quarter-hour before them', () => {
    const course = makeCourse(now, [40, 18]);
    const until = course.startAt + 23 * quarter + 2 * 60_000;
    const figure = { at: until, spanMs: 2 * 60_000, value: 16, expected: 1 };
    const drawn = draw([], { course: { ...course, until }, figure });
    const [told, ...more] = rects(drawn, 'data-told');
    expect(more).toEqual([]);
    expect(drawn).toContain('>told 16 120<');
    expect(told!.height / heights(drawn).at(-1)!).toBeCloseTo(120 / 40, 5);
    expect(told!.x + told!.width).toBe(480 - 1.5);
    expect(told!.width).toBe(4);
    // Where its pace has no room the height says it.
    expect(draw([], { course: { ...course, until }, figure, width: 60 })).toContain('>told 16<');
  });

  it('draw a quarter-hour across two others as one bar of that time, over what it counts', () => {
    const at = lastQuarter.at - quarter / 2;
    const drawn = draw([10, 20, 40, 30], { figure: { at, spanMs: quarter, value: 40, expected: 4 } });
    const [told, ...more] = rects(drawn, 'data-told');
    expect(more).toEqual([]);
    expect(told!.height).toBe(130);
    expect(told!.width).toBeCloseTo(480 / 26 - 3, 5);
    // What is before it stays, up to where it begins, and what is after it.
    const bars = rects(drawn, 'data-bar');
    expect(bars).toHaveLength(26);
    const [before, after] = bars.slice(-2);
    expect(before!.x + before!.width).toBeCloseTo(told!.x - 1.5, 5);
    expect(after!.x).toBeCloseTo(told!.x + told!.width + 1.5, 5);
  });

  it('colour of half an hour only what is in it, across the bars that it cuts', () => {
    const at = lastQuarter.at - quarter / 2;
    const drawn = draw([10, 20, 40, 30], { figure: { at, spanMs: 2 * quarter, value: 60, expected: 4 } });
    const told = rects(drawn, 'data-told');
    const [third, second, last] = rects(drawn, 'data-bar').slice(-3);
    expect(told.map(({ height }) => height)).toEqual([third, second, last].map((bar) => bar!.height));
    expect(told[0]!.width).toBeCloseTo(third!.width / 2, 5);
    expect(told[1]).toEqual(second);
    expect(told[2]!.width).toBeCloseTo(last!.width / 2, 5);
    expect(drawn).toContain('>told 60<');
  });

  it('colour nothing where the bars do not show the time of the alert', () => {
    const drawn = draw([10, 40], { figure: { ...lastQuarter, at: now - 30 * quarter } });
    expect(drawn).not.toContain('--negative');
    expect(drawn).not.toContain('told');
  });

  it('have one number on their axis, a round one below the highest bar', () => {
    expect(draw([10, 40])).toMatch(/data-axis="true">20</);
    expect([1, 9, 47, 61, 1_215].map(axisValue)).toEqual([1, 8, 40, 50, 1_000]);
  });

  it('mark nothing at all on the line, and draw an empty course', () => {
    expect(heights(draw([0, 0])).at(-1)).toBe(1.5);
    const empty = { startAt: now, stepMs: 1, values: [], expected: [], high: [] };
    expect(draw([], { course: empty })).not.toMatch(/NaN|Infinity/);
  });
});
