/** A clock that runs `speed` times as fast as ours, within [from, to]. Pure: our own time is an argument, epoch ms. */
export type ReplayClock = {
  at(now: number): number;
  /** It stands, because it was told to or because the end is reached. */
  isPaused(now: number): boolean;
  speed(): number;
  /** Moments outside the range become its nearest end. */
  moveTo(at: number, now: number): void;
  setSpeed(speed: number, now: number): void;
  pause(now: number): void;
  /** From the end it begins again. */
  play(now: number): void;
};

export function createReplayClock(
  range: { from: number; to: number },
  start: number,
  speedAtStart: number,
  now: number,
) {
  const within = (at: number) => Math.min(range.to, Math.max(range.from, at));
  let speed = speedAtStart;
  /** The moment shown at `since` of our time. */
  let base = within(start);
  let since = now;
  let isRunning = true;

  const at = (moment: number) => (isRunning ? within(base + Math.max(0, moment - since) * speed) : base);
  function settle(moment: number): void {
    base = at(moment);
    since = moment;
  }

  const clock: ReplayClock = {
    at: (moment) => Math.round(at(moment)),
    isPaused: (moment) => !isRunning || at(moment) >= range.to,
    speed: () => speed,
    moveTo(to, moment) {
      base = within(to);
      since = moment;
    },
    setSpeed(next, moment) {
      settle(moment);
      speed = next;
    },
    pause(moment) {
      settle(moment);
      isRunning = false;
    },
    play(moment) {
      settle(moment);
      if (base >= range.to) base = range.from;
      isRunning = true;
    },
  };
  return clock;
}
