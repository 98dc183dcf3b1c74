// @vitest-environment jsdom
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useAlertChange } from '../../../client/history/useAlerts.ts';
import { createLiveStore } from '../../../client/live/liveStore.ts';
import { LiveContext } from '../../../client/live/useFrame.ts';
import type { Alert } from '../../../shared/alerts.ts';
import { makeAlert } from '../../support/makeAlert.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  for (const close of closing.splice(0)) await close();
});

/** A door that answers when it is told to. */
async function openDoor() {
  const asked: { method: string; url: string; body: unknown; answer: (status: number, body: object) => void }[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += part;
    asked.push({
      method: request.method!,
      url: request.url!,
      body: JSON.parse(text),
      answer: (status, body) =>
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body)),
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => void server.close(resolve)));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const real = fetch;
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => real(base + path, init));
  return asked;
}

function openHook(given: Alert) {
  const store = createLiveStore({
    connect: () => ({ watch() {}, unwatch() {}, seen() {}, restart() {}, close() {} }),
    afterDraw: (drawn) => drawn(),
  });
  closing.push(() => store.close());
  const queries = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <LiveContext value={store}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </LiveContext>
  );
  return renderHook((alert: Alert) => useAlertChange(alert), { wrapper, initialProps: given });
}

describe('What somebody says of an alert', () => {
  it('shows at once, stands as the server answered it, and gives way to what the line tells then', async () => {
    const asked = await openDoor();
    const alert = makeAlert({ id: 'a b' });
    const { result, rerender } = openHook(alert);
    act(() => result.current.change({ state: 'acknowledged' }));
    await waitFor(() => expect(result.current.alert.state).toBe('acknowledged'));
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]).toMatchObject({ method: 'PATCH', url: '/api/alerts/a%20b', body: { state: 'acknowledged' } });
    await act(async () => asked[0]!.answer(200, { ...alert, state: 'acknowledged', owner: 'You' }));
    await waitFor(() => expect(result.current.alert.owner).toBe('You'));
    rerender({ ...alert, state: 'resolved' });
    expect(result.current.alert).toMatchObject({ state: 'resolved' });
    expect(result.current.alert.owner).toBeUndefined();
  });

  it('is taken back where the server refuses, and says why', async () => {
    const asked = await openDoor();
    const alert = makeAlert();
    const { result } = openHook(alert);
    act(() => result.current.change({ useful: true }));
    await waitFor(() => expect(result.current.alert.useful).toBe(true));
    await waitFor(() => expect(asked).toHaveLength(1));
    await act(async () => asked[0]!.answer(503, { type: 'about:blank', title: 'The store is busy', status: 503 }));
    await waitFor(() => expect(result.current.error?.message).toBe('The store is busy'));
    expect(result.current.alert).toBe(alert);
  });
});
