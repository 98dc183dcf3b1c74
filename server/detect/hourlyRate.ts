import { dayMs, hourMs } from '../../shared/rollup.ts';

/** Of an hour of the day half is forgotten after seven of its own. */
const keepADay = 0.5 ** (1 / 7);

/** How many come in a millisecond, by hour of the day (UTC). */
export function createHourlyRate() {
  const counts = new Float64Array(24);
  const heardMs = new Float64Array(24);
  let day = Number.NaN;
  const hourOf = (at: number) => ((Math.floor(at / hourMs) % 24) + 24) % 24;
  const sumOf = (all: Float64Array) => all.reduce((sum, one) => sum + one, 0);

  function forget(at: number): void {
    const today = Math.floor(at / dayMs);
    if (today > day) {
      const keep = keepADay ** (today - day);
      for (let hour = 0; hour < 24; hour += 1) {
        counts[hour]! *= keep;
        heardMs[hour]! *= keep;
      }
    }
    day = today;
  }
  const mean = () => sumOf(counts) / Math.max(1, sumOf(heardMs));

  return {
    aDay: (): number => mean() * dayMs,
    /** How many were to come between these moments. */
    expectedBetween(from: number, to: number): number {
      const usual = mean();
      let expected = 0;
      for (let at = from; at < to; ) {
        const hour = hourOf(at);
        const end = Math.min(to, (Math.floor(at / hourMs) + 1) * hourMs);
        // An hour in which nothing ever came expects nothing: a silent night is no wonder.
        expected += (heardMs[hour]! > 0 ? counts[hour]! / heardMs[hour]! : usual) * (end - at);
        at = end;
      }
      return expected;
    },
    learn(at: number, count: number, ms: number): void {
      forget(at);
      counts[hourOf(at)]! += count;
      heardMs[hourOf(at)]! += ms;
    },
  };
}
