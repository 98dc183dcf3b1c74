import { useRef } from 'react';

type Domain = { low: number; high: number };
const shrinkAfterMs = 3_600_000;

/** A domain that grows at once when it must and shrinks at most once an hour: axes that breathe cannot be read. */
export function useSteady(wanted: Domain, now: number): Domain {
  const held = useRef<Domain & { since: number }>({ ...wanted, since: now });
  const { low, high, since } = held.current;
  const mustGrow = wanted.low < low || wanted.high > high;
  const mayShrink = now - since > shrinkAfterMs;
  if (mustGrow) held.current = { low: Math.min(low, wanted.low), high: Math.max(high, wanted.high), since: now };
  else if (mayShrink) held.current = { ...wanted, since: now };
  return held.current;
}
