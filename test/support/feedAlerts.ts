import type { Page } from 'playwright-core';
import type { AlertsState } from '../../shared/alerts.ts';

/**
 * Stands in for the server's `alerts` topic on a page: everything else goes to the real server and back. Call it before the page
 * is opened; the answer shows another state from then on.
 */
export async function feedAlerts(page: Page, first: AlertsState): Promise<(state: AlertsState) => void> {
  let state = first;
  let version = 0;
  const lines = new Set<(text: string) => void>();
  const epochs = new WeakMap<(text: string) => void, string>();
  const frameFor = (send: (text: string) => void) => {
    version += 1;
    const frame = {
      topic: 'alerts',
      epoch: epochs.get(send) ?? 'fed',
      version,
      base: null,
      state,
      madeAt: Date.now(),
      newestReceivedAt: 0,
    };
    send(`42${JSON.stringify(['frame', frame])}`);
  };
  await page.routeWebSocket(/\/socket\.io\//, (socket) => {
    const server = socket.connectToServer();
    const send = (text: string) => socket.send(text);
    server.onMessage((message) => {
      const epoch = /"epoch":"([^"]+)"/.exec(String(message))?.[1];
      if (epoch !== undefined) epochs.set(send, epoch);
      socket.send(message);
    });
    socket.onMessage((message) => {
      // socket.io: 42 an event, a number behind it where an answer is awaited; 43 the answer.
      const [, ack, event] = /^42(\d*)\["(\w+)","alerts"/.exec(String(message)) ?? [];
      if (event === undefined) {
        server.send(message);
        return;
      }
      if (event !== 'watch') return;
      if (ack !== '') send(`43${ack}[{"ok":true}]`);
      lines.add(send);
      frameFor(send);
    });
    socket.onClose(() => void lines.delete(send));
  });
  return (next) => {
    state = next;
    for (const send of lines) frameFor(send);
  };
}
