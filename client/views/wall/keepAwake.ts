/** Asks the system not to dim the screen, where it may be asked; asked anew each time the page becomes visible. */
export function keepAwake(): () => void {
  if (!('wakeLock' in navigator)) return () => {};
  let isOver = false;
  let lock: WakeLockSentinel | undefined;
  const ask = async () => {
    if (isOver || document.visibilityState !== 'visible') return;
    try {
      const granted = await navigator.wakeLock.request('screen');
      if (isOver) await granted.release();
      else lock = granted;
    } catch {
      // Refused by a policy or an empty battery: the wall works all the same, and asks again when it is next shown.
      lock = undefined;
    }
  };
  void ask();
  document.addEventListener('visibilitychange', ask);
  return () => {
    isOver = true;
    document.removeEventListener('visibilitychange', ask);
    void lock?.release();
  };
}
