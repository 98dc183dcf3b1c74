/** A wave that rises over `riseMs` and fades with `fadeMs` as its time constant; nothing before it begins. 0..1. */
export function wave(sinceMs: number, riseMs: number, fadeMs: number): number {
  if (sinceMs <= 0) return 0;
  return (1 - Math.exp(-sinceMs / riseMs)) * Math.exp(-sinceMs / fadeMs);
}
