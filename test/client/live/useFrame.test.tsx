// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Wire } from '../../../client/live/connection.ts';
import { createLiveStore } from '../../../client/live/liveStore.ts';
import { LiveContext, useFrame, useLiveness } from '../../../client/live/useFrame.ts';
import type { FiguresState, Frame } from '../../../shared/protocol.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  cleanup();
  for (const close of closing.splice(0)) close();
});

function openStore() {
  let wire!: Wire;
  const watched: string[] = [];
  const store = createLiveStore({
    connect(given) {
      wire = given;
      return { watch: (topic) => watched.push(topic), unwatch() {}, seen() {}, restart() {}, close() {} };
    },
    afterDraw: (drawn) => drawn(),
  });
  closing.push(() => store.close());
  const frame = (version: number, state: unknown) =>
    act(() => {
      const base = version === 1 ? null : version - 1;
      wire.frame({ topic: 'figures/1h', epoch: 'e', version, base, state, madeAt: 0, newestReceivedAt: 0 } as Frame);
    });
  wire.opened();
  return { store, wire, watched, frame };
}

const mentions = (state: FiguresState) => state.now['*']?.['*']?.[0];
const brandsOf = (state: FiguresState) => Object.keys(state.now);
const cell = (count: number) => [count, 0, 0, 0, 0, 0, 0, 0, 0];

type Drawings = { count: number };

function Figure({ drawings = { count: 0 } }: { drawings?: Drawings }) {
  drawings.count += 1;
  return <b>{useFrame('figures/1h', mentions) ?? 'nothing yet'}</b>;
}
function Brands({ drawings }: { drawings: Drawings }) {
  drawings.count += 1;
  const names = useFrame(
    'figures/1h',
    (state) => brandsOf(state),
    (a, b) => a.join() === b.join(),
  );
  return <b>{names?.join(' ')}</b>;
}
function Line() {
  return <i>{useLiveness().state}</i>;
}

describe('useFrame', () => {
  it('gives a slice, and draws again only when that slice changes', () => {
    const { store, watched, frame } = openStore();
    const drawings = { count: 0 };
    const { container } = render(<Figure drawings={drawings} />, {
      wrapper: ({ children }) => <LiveContext value={store}>{children}</LiveContext>,
    });
    expect(container.textContent).toBe('nothing yet');
    expect(watched).toEqual(['figures/1h']);
    frame(1, { now: { '*': { '*': cell(5) } }, to: 1 });
    expect(container.textContent).toBe('5');
    const before = drawings.count;
    frame(2, { to: 2 });
    frame(3, { now: { orva: { '*': cell(1) } } });
    expect(drawings.count).toBe(before);
    frame(4, { now: { '*': { '*': cell(6) } } });
    expect(container.textContent).toBe('6');
    expect(drawings.count).toBe(before + 1);
  });

  it('takes an isEqual for slices that are made anew, and functions written in place', () => {
    const { store, frame } = openStore();
    const drawings = { count: 0 };
    const { container } = render(
      <StrictMode>
        <LiveContext value={store}>
          <Brands drawings={drawings} />
        </LiveContext>
      </StrictMode>,
    );
    frame(1, { now: { orva: { '*': cell(1) } }, to: 1 });
    const before = drawings.count;
    frame(2, { now: { orva: { '*': cell(2) } }, to: 2 });
    expect(drawings.count).toBe(before);
    frame(3, { now: { tiva: { '*': cell(2) } } });
    expect(container.textContent).toBe('orva tiva');
  });

  it('shares one watch between components and tells liveness to all', () => {
    const { store, wire, watched, frame } = openStore();
    const { container } = render(
      <LiveContext value={store}>
        <Figure />
        <Figure />
        <Line />
      </LiveContext>,
    );
    expect(watched).toEqual(['figures/1h']);
    frame(1, { now: { '*': { '*': cell(5) } } });
    expect(container.textContent).toBe('55live');
    act(() => wire.closed());
    expect(container.textContent, 'the last figures stay in sight, greyed by who draws them').toBe('55lost');
  });
});
