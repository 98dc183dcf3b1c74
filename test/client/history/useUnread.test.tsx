// @vitest-environment jsdom
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { RequestFailed } from '../../../client/history/fetchJson.ts';
import { useUnread } from '../../../client/history/useUnread.ts';

afterEach(cleanup);

/** The hook beside figures that are asked for and answered by `answer`. */
function open(answer: () => Promise<string>) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  return renderHook(
    () => {
      const { status, refetch } = useQuery({ queryKey: ['figures'], queryFn: answer });
      return { isUnread: useUnread(), status, refetch };
    },
    { wrapper },
  );
}
const refused = (status: number) => new RequestFailed({ type: 'about:blank', title: 'refused', status });

describe('useUnread', () => {
  it.each([500, 503, 0])(
    'says so of figures on screen that a server cannot give (%i), until it can',
    async (status) => {
      let isWell = false;
      const { result } = open(async () => {
        if (!isWell) throw refused(status);
        return 'figures';
      });
      await waitFor(() => expect(result.current.isUnread).toBe(true));
      isWell = true;
      await result.current.refetch();
      await waitFor(() => expect(result.current.isUnread).toBe(false));
    },
  );

  it.each([400, 404, 401])('takes a refusal of what was asked (%i) for an answer', async (status) => {
    const { result } = open(async () => {
      throw refused(status);
    });
    await waitFor(() => expect(result.current.status).toBe('error'));
    expect(result.current.isUnread).toBe(false);
  });

  it('forgets figures that nobody looks at any more', async () => {
    const { result, unmount } = open(async () => {
      throw refused(503);
    });
    await waitFor(() => expect(result.current.isUnread).toBe(true));
    unmount();
    const queries = new QueryClient();
    const { result: after } = renderHook(useUnread, {
      wrapper: ({ children }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>,
    });
    expect(after.current).toBe(false);
  });
});
