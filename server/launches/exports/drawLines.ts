import type { ReportFormat } from './createReportFormat.ts';
import { escapeMarkup } from './escapeMarkup.ts';
import type { ChartLine, LineChart } from './reportCharts.ts';

const width = 960;
const height = 320;
const plot = { left: 44, right: width - 150, top: 14, bottom: height - 30 };
/** Labels nearer than this would stand on each other. */
const labelHeight = 15;
const dashes = ['', '5 3', '2 3', '8 3 2 3', '1 3', '8 4'];

/** A round number at or above a value: 1, 2 or 5 times a power of ten. */
function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10) * power;
}

/** Round distances from T0 within a chart, at most seven. */
export function offsetTicks(offsets: readonly number[]): number[] {
  const first = offsets[0] ?? 0;
  const last = offsets.at(-1) ?? 0;
  const hour = 3_600_000;
  const steps = [0.25, 0.5, 1, 2, 3, 6, 12, 24, 48, 96, 168, 336, 672, 1_344].map((hours) => hours * hour);
  const step = steps.find((one) => (last - first) / one <= 7) ?? (last - first) / 7;
  const ticks: number[] = [];
  for (let tick = Math.ceil(first / step) * step; tick <= last; tick += step) ticks.push(tick);
  return ticks;
}

/** Pieces of a line without the gaps in it. */
function pathOf(line: ChartLine, x: (index: number) => number, y: (value: number) => number): string {
  let path = '';
  let pen: 'M' | 'L' = 'M';
  line.values.forEach((value, index) => {
    if (value === null) {
      pen = 'M';
      return;
    }
    path += `${pen}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    pen = 'L';
  });
  return path;
}

/** The area between two ends of an interval, where both are known. */
function bandOf(low: ChartLine, high: ChartLine, x: (index: number) => number, y: (value: number) => number): string {
  const pieces: string[] = [];
  let piece: number[] = [];
  const close = () => {
    if (piece.length > 0) {
      const there = piece.map((index) => `${x(index).toFixed(1)} ${y(high.values[index] ?? 0).toFixed(1)}`);
      const back = piece.map((index) => `${x(index).toFixed(1)} ${y(low.values[index] ?? 0).toFixed(1)}`).reverse();
      pieces.push(`M${[...there, ...back].join('L')}Z`);
    }
    piece = [];
  };
  low.values.forEach((value, index) => {
    if (value === null || high.values[index] === null) close();
    else piece.push(index);
  });
  close();
  return pieces.join('');
}

export type LinesLook = { format: ReportFormat; unit: string; title: string; zero: boolean };

/** Lines from T0 as SVG, their names at their ends; '' without a value. `zero`: the axis begins there. */
export function drawLines({ offsets, lines }: LineChart, { format, unit, title, zero }: LinesLook): string {
  const values = lines.flatMap((line) => line.values.filter((value) => value !== null));
  if (values.length === 0) return '';
  const top = zero ? roundUp(Math.max(...values)) : Math.min(100, Math.ceil((Math.max(...values, 0) + 1) / 25) * 25);
  const bottom = zero ? 0 : Math.max(-100, Math.floor((Math.min(...values, 0) - 1) / 25) * 25);
  const x = (index: number) =>
    plot.left + (plot.right - plot.left) * (offsets.length === 1 ? 0.5 : index / (offsets.length - 1));
  const y = (value: number) => plot.bottom - ((plot.bottom - plot.top) * (value - bottom)) / (top - bottom);
  const at = (offset: number) => {
    const first = offsets[0] ?? 0;
    const last = offsets.at(-1) ?? 0;
    return last === first ? x(0) : plot.left + ((plot.right - plot.left) * (offset - first)) / (last - first);
  };
  const levels = zero
    ? [0, top / 2, top]
    : [bottom, 0, top].filter((level, index, all) => all.indexOf(level) === index);
  const name = (value: number) =>
    zero ? (value < 10 ? format.times(value) : format.number(value)) : format.signed(value);
  const grid = levels
    .map(
      (level) =>
        `<line class="${level === 0 ? 'axis' : 'grid'}" x1="${plot.left}" x2="${plot.right}" y1="${y(level)}" y2="${y(level)}"/><text x="${plot.left - 8}" y="${y(level) + 4}" text-anchor="end">${level === 0 ? '0' : escapeMarkup(name(level))}</text>`,
    )
    .join('');
  const ticks = offsetTicks(offsets)
    .map(
      (offset) =>
        `<text x="${at(offset).toFixed(1)}" y="${plot.bottom + 20}" text-anchor="middle"${offset === 0 ? ' class="strong"' : ''}>${escapeMarkup(format.offset(offset))}</text>`,
    )
    .join('');
  const isT0Seen = (offsets[0] ?? 1) <= 0 && (offsets.at(-1) ?? -1) >= 0;
  const t0 = isT0Seen ? `<line class="t0" x1="${at(0)}" x2="${at(0)}" y1="${plot.top}" y2="${plot.bottom}"/>` : '';
  const [low, high] = lines.filter(({ role }) => role === 'band');
  const band = low && high ? `<path class="band" d="${bandOf(low, high, x, y)}"/>` : '';
  const drawn = lines.filter(({ role }) => role !== 'band');
  let past = 0;
  const strokes = drawn
    .map((line) => {
      const dash = line.role === 'past' ? dashes[past++ % dashes.length] : line.role === 'median' ? '6 4' : '';
      return `<path class="line ${line.role}" d="${pathOf(line, x, y)}"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`;
    })
    .reverse()
    .join('');
  const ends = drawn
    .flatMap((line) => {
      const index = line.values.findLastIndex((value) => value !== null);
      return index < 0 ? [] : [{ line, x: x(index), y: y(line.values[index] ?? 0), value: line.values[index] ?? 0 }];
    })
    .sort((a, b) => a.y - b.y);
  let free = plot.top;
  const labels = ends
    .map(({ line, x: endX, y: endY, value }, index) => {
      const room = plot.bottom - (ends.length - 1 - index) * labelHeight;
      const place = Math.min(Math.max(endY + 4, free), room);
      free = place + labelHeight;
      const said = line.name.length > 18 ? `${line.name.slice(0, 17)}…` : line.name;
      const dot =
        line.role === 'launch' ? `<circle class="end" cx="${endX.toFixed(1)}" cy="${endY.toFixed(1)}" r="3.5"/>` : '';
      return `${dot}<text class="name ${line.role}" x="${(line.role === 'launch' ? endX + 8 : plot.right + 10).toFixed(1)}" y="${place.toFixed(1)}">${escapeMarkup(said)}${line.role === 'launch' ? ` <tspan class="strong">${escapeMarkup(name(value))}</tspan>` : ''}</text>`;
    })
    .join('');
  return `<figure><figcaption>${escapeMarkup(unit)}</figcaption><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeMarkup(`${unit}. ${title}`)}">${grid}${ticks}${t0}${band}${strokes}${labels}</svg></figure>`;
}
