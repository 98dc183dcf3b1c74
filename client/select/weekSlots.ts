import { dayMs } from '../../shared/rollup.ts';

type Day = { at: number; mentions: number; significant: number };

/** Every day of [from, to], those without a message too: one bar alone would look like all there is. Days begin where those counted do. */
export function weekSlots(points: readonly Day[], from: number, to: number): Day[] {
  const [first] = points;
  if (!first) return [];
  const counted = new Map(points.map((point) => [point.at, point]));
  const start = first.at - Math.ceil((first.at - from) / dayMs) * dayMs;
  const slots: Day[] = [];
  for (let at = start; at <= to; at += dayMs) slots.push(counted.get(at) ?? { at, mentions: 0, significant: 0 });
  return slots;
}
