import { forgetLastShown } from '../live/lastShown.ts';

/**
 * `/#token=...` is exchanged once for a cookie that scripts cannot read; the address then forgets it, so that it is
 * neither bookmarked nor copied. Returns whether there was one.
 */
export async function signInFromAddress(): Promise<boolean> {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token === null) return false;
  history.replaceState(history.state, '', location.pathname + location.search);
  await forgetLastShown();
  try {
    await fetch('/api/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token }),
    });
  } catch (error) {
    // Whether we are let in is asked again by the live line, which says so on screen.
    console.warn('The key could not be handed over', error);
  }
  return true;
}

/** Whether the server answers, but not to us. A server that cannot be reached refuses nobody. */
export async function isRefused(): Promise<boolean> {
  try {
    const { status } = await fetch('/api/workspace', { method: 'HEAD' });
    return status === 401 || status === 403;
  } catch {
    return false;
  }
}

const patienceMs = 2_500;

/** Whether nothing answers in time, or only a proxy whose server is away. */
export async function isServerAway(): Promise<boolean> {
  try {
    const { status } = await fetch('/api/workspace', { method: 'HEAD', signal: AbortSignal.timeout(patienceMs) });
    return status >= 502 && status <= 504;
  } catch {
    return true;
  }
}
