import type { Request } from 'express';

/** After a refusal the rest is read and thrown away, since many senders listen only once they have sent all. */
const patienceMs = 20_000;

/** Lets a refused sender finish, for a while: cut off at once it would see a broken connection, not our answer. */
export function discardRest(request: Request): void {
  if (request.complete || request.destroyed) return;
  const timer = setTimeout(() => request.socket.destroy(), patienceMs);
  timer.unref();
  request.once('close', () => clearTimeout(timer));
  request.resume();
}
