// @vitest-environment jsdom
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { useIsBlank } from '../../../client/history/useIsBlank.ts';
import { workspaceKey } from '../../../client/history/useWorkspace.ts';

afterEach(cleanup);

it('holds until the first workspace is read, and not while a newer one is', async () => {
  const queries = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  const answers: (() => void)[] = [];
  const queryFn = () => new Promise<string>((resolve) => answers.push(() => resolve('workspace')));
  const { result, rerender } = renderHook(
    ({ version }) => {
      const { isFetching } = useQuery({ queryKey: [workspaceKey, version], queryFn });
      return { isBlank: useIsBlank(), isFetching };
    },
    { wrapper, initialProps: { version: '1' } },
  );
  await waitFor(() => expect(result.current.isBlank).toBe(true));
  await act(async () => answers[0]!());
  await waitFor(() => expect(result.current).toEqual({ isBlank: false, isFetching: false }));
  rerender({ version: '2' });
  await waitFor(() => expect(result.current.isFetching).toBe(true));
  expect(result.current.isBlank).toBe(false);
});
