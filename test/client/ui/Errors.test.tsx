// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { useDoubtfulThemes } from '../../../client/history/useScoreboard.ts';
import type { Wire } from '../../../client/live/connection.ts';
import { type Keeper, KeeperContext } from '../../../client/live/keeper.ts';
import { createLiveStore } from '../../../client/live/liveStore.ts';
import { LiveContext } from '../../../client/live/useFrame.ts';
import { ErrorsOfLabels, useErrors } from '../../../client/ui/Errors.tsx';
import type { Frame } from '../../../shared/protocol.ts';
import { type Errors, measuredErrors } from '../../../shared/uncertainty.ts';
import { makeStatus } from '../../support/makeLive.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  for (const close of closing.splice(0)) close();
});

const errorsOf = (shift: number): Errors => ({
  whole: { ...measuredErrors.whole, shift, sd: 0.6 },
  theme: { ...measuredErrors.theme, shift, sd: 0.8 },
});

function open(answer: () => Response | Promise<Response>, kept: Errors | null = null) {
  const fetched = vi.fn(async (_path: string) => answer());
  vi.stubGlobal('fetch', fetched);
  let wire!: Wire;
  const store = createLiveStore({
    connect(given) {
      wire = given;
      return { watch() {}, unwatch() {}, seen() {}, restart() {}, close() {} };
    },
    afterDraw: (drawn) => drawn(),
  });
  closing.push(() => store.close());
  wire.opened();
  const noted = vi.fn();
  const keeper = { noteBoard: noted, board: () => kept && { errors: kept, themes: [] } } as unknown as Keeper;
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>
      <LiveContext value={store}>
        <KeeperContext value={keeper}>
          <ErrorsOfLabels>{children}</ErrorsOfLabels>
        </KeeperContext>
      </LiveContext>
    </QueryClientProvider>
  );
  const { result } = renderHook(
    () => {
      useDoubtfulThemes('');
      return useErrors();
    },
    { wrapper },
  );
  let version = 0;
  const told = (status: Parameters<typeof makeStatus>[0] = {}) =>
    act(() => {
      version += 1;
      wire.frame({
        ...{ topic: 'status', epoch: 'e', version, base: null, state: makeStatus(status) },
        ...{ madeAt: 0, newestReceivedAt: 0 },
      } as Frame);
    });
  return { result, told, fetched, noted };
}

it('gives the error without labels and asks nothing until the server told what it counts, then what labels leave', async () => {
  const { result, told, fetched, noted } = open(() => Response.json({ errors: errorsOf(0.4), themes: [] }));
  expect(result.current).toBe(measuredErrors);
  expect(fetched).not.toHaveBeenCalled();
  told();
  await waitFor(() => expect(result.current).toEqual(errorsOf(0.4)));
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(noted).toHaveBeenLastCalledWith(expect.objectContaining({ errors: errorsOf(0.4) }));
});

it('gives what was kept where nothing can be asked, and the error without labels where nothing was kept', async () => {
  const refused = () => new Response('{}', { status: 503 });
  const kept = open(refused, errorsOf(-0.2));
  kept.told();
  await waitFor(() => expect(kept.fetched).toHaveBeenCalled());
  expect(kept.result.current).toEqual(errorsOf(-0.2));
  const none = open(refused);
  none.told();
  await waitFor(() => expect(none.fetched).toHaveBeenCalled());
  expect(none.result.current).toBe(measuredErrors);
});

it('takes what it knew of the same data until the new answer comes, and nothing of other data', async () => {
  const nothingYet = new Promise<Response>(() => undefined);
  const answers: (Response | Promise<Response>)[] = [Response.json({ errors: errorsOf(0.4), themes: [] })];
  const { result, told, fetched } = open(() => answers.shift() ?? nothingYet);
  told({ data: 'demo', workspace: 'a' });
  await waitFor(() => expect(result.current).toEqual(errorsOf(0.4)));
  told({ data: 'demo', workspace: 'b' });
  await waitFor(() => expect(fetched).toHaveBeenCalledTimes(2));
  expect(result.current).toEqual(errorsOf(0.4));
  told({ data: 'own', workspace: 'c' });
  await waitFor(() => expect(fetched).toHaveBeenCalledTimes(3));
  expect(result.current).toBe(measuredErrors);
});
