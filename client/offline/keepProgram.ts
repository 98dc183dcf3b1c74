/** The first visit belongs to its figures: what keeps the program comes after them. */
const afterMs = 3_000;

/** Lets the browser keep the program, where it can: on HTTPS, and on this machine. Not while it is being developed. */
export function keepProgram(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  setTimeout(() => {
    navigator.serviceWorker
      .register('/service-worker.js')
      .catch((error: unknown) => console.warn('The program is not kept for times without a server', error));
  }, afterMs);
}
