import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AlertBars } from '../../../client/charts/AlertBars.tsx';
import { axisValue } from '../../../client/select/alertCourse.ts';
import { makeCourse } from '../../support/alertStory.ts';

const now = Date.UTC(2026, 10, 12, 15, 5);
const labels = { usual: 'usual', told: () => 'last', number: String, from: 'from', to: 'to', what: 'what' };
const draw = (lastValues: number[], more: Partial<Parameters<typeof AlertBars>[0]> = {}) =>
  renderToStaticMarkup(
    <AlertBars
      course={makeCourse(now, lastValues)}
      width={480}
      height={170}
      isNegative
      isKnown
      size="page"
      labels={labels}
      {...more}
    />,
  );
const heights = (drawn: string) =>
  [...drawn.matchAll(/<rect[^>]*? height="([\d.]+)"/g)].map(([, tall]) => Number(tall));

describe('The bars of an alert', () => {
  it('stand from zero in proportion, the last one in the colour of what it is', () => {
    const drawn = draw([10, 40]);
    const tall = heights(drawn);
    expect(tall).toHaveLength(24);
    expect(tall.at(-1)! / tall.at(-2)!).toBeCloseTo(4, 5);
    // Of all the height that texts above and below leave.
    expect(tall.at(-1)).toBe(170 - 2 * 20);
    expect(drawn.match(/fill="var\(--negative\)"/g)).toHaveLength(1);
    expect(draw([10, 40], { isNegative: false })).not.toContain('--negative');
  });

  it('draw the usual range only where it is known', () => {
    expect(draw([10, 40]).match(/data-expected/g)).toHaveLength(24);
    const unknown = draw([10, 40], { isKnown: false });
    expect(unknown).not.toContain('data-band');
    expect(unknown).not.toContain('data-expected');
    expect(unknown).not.toContain('usual');
  });

  it('name the last one beside it, or above where bars before it are as tall', () => {
    const height = (drawn: string) => Number(drawn.match(/y="([\d.]+)" text-anchor="end">last</)![1]);
    expect(height(draw([2, 40]))).toBeGreaterThan(20);
    expect(height(draw([38, 39, 37, 40]))).toBeLessThan(20);
  });

  it('keep a bar that still runs hollow, and tell the one before it, unless it stands out already', () => {
    const course = (lastValues: number[]) => {
      const whole = makeCourse(now, lastValues);
      return { ...whole, until: whole.startAt + 23.2 * whole.stepMs };
    };
    const running = draw([], { course: course([40, 3]) });
    expect(running.match(/data-bar="told"/g)).toHaveLength(1);
    expect(running.indexOf('data-bar="told"')).toBeLessThan(running.indexOf('data-bar="running"'));
    const already = draw([], { course: course([6, 40]) });
    expect(already).toContain('data-bar="told"');
    expect(already).not.toContain('data-bar="running"');
  });

  it('have one number on their axis, a round one below the highest bar', () => {
    expect(draw([10, 40])).toMatch(/data-axis="true">20</);
    expect([1, 9, 47, 61, 1_215].map(axisValue)).toEqual([1, 8, 40, 50, 1_000]);
  });

  it('mark nothing at all on the line, and draw an empty course', () => {
    expect(heights(draw([0, 0])).slice(-2)).toEqual([1.5, 1.5]);
    const empty = { startAt: now, stepMs: 1, values: [], expected: [], high: [] };
    expect(draw([], { course: empty })).not.toContain('NaN');
  });
});
