import { createHmac, timingSafeEqual } from 'node:crypto';

const macOf = (body: string, secret: string, seconds: number) =>
  createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');

/** `t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">`: the receiver can tell that we sent it, and when. */
export function sign(body: string, secret: string, at: number): string {
  const seconds = Math.floor(at / 1_000);
  return `t=${seconds},v1=${macOf(body, secret, seconds)}`;
}

/** As a receiver checks it; `withinS`: older signatures are somebody's copy. */
export function isSignedBy(
  header: string,
  { body, secret, now, withinS = 300 }: { body: string; secret: string; now: number; withinS?: number },
): boolean {
  const [, seconds = '', mac = ''] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  if (mac === '' || Math.abs(now / 1_000 - Number(seconds)) > withinS) return false;
  return timingSafeEqual(Buffer.from(mac, 'hex'), Buffer.from(macOf(body, secret, Number(seconds)), 'hex'));
}
