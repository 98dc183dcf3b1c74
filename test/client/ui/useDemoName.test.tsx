// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { afterEach, expect, it } from 'vitest';
import type { Wire } from '../../../client/live/connection.ts';
import { createLiveStore } from '../../../client/live/liveStore.ts';
import { LiveContext } from '../../../client/live/useFrame.ts';
import { useDemoName } from '../../../client/ui/useDemoName.ts';
import { en } from '../../../client/ui/words/en.ts';
import type { Frame, Topic } from '../../../shared/protocol.ts';
import { rehearsedLoss } from '../../../shared/rehearsal.ts';
import { makeAlert } from '../../support/makeAlert.ts';
import { makeStatus } from '../../support/makeLive.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  cleanup();
  for (const close of closing.splice(0)) close();
});

const source = { state: 'live', kind: 'demo', heardAt: 0, postAt: 0, accepted: 1, skipped: 0 } as const;

/** What the demo is called while its line tells so much. */
function nameWith(topic: Topic, state: unknown): string {
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
  const wrapper = ({ children }: { children: ReactNode }) => (
    <IntlProvider locale="en" messages={en}>
      <LiveContext value={store}>{children}</LiveContext>
    </IntlProvider>
  );
  const { result } = renderHook(() => useDemoName(), { wrapper });
  act(() => wire.frame({ topic, epoch: 'e', version: 1, base: null, state, madeAt: 0, newestReceivedAt: 0 } as Frame));
  return result.current;
}

it('says that the demo plays a rehearsal while an alert or a loss of one is told', () => {
  const alerts = (one: ReturnType<typeof makeAlert>) => ({ order: [one.id], alerts: { [one.id]: one } });
  expect(nameWith('alerts', alerts(makeAlert({ rehearsal: true })))).toBe('Demo, rehearsal');
  expect(nameWith('alerts', alerts(makeAlert({})))).toBe('Demo data');
  const lost = { ...source, state: 'lost' as const, message: rehearsedLoss };
  expect(nameWith('status', makeStatus({ sources: { Forums: lost } }))).toBe('Demo, rehearsal');
  expect(nameWith('status', makeStatus({ sources: { Forums: source } }))).toBe('Demo data');
});
