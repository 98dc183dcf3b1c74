// @vitest-environment jsdom
import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Fold } from '../../../client/ui/Fold.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** A screen, or paper. */
function on(medium: 'screen' | 'print') {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query === medium,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
}

const isOpen = (container: HTMLElement) => container.querySelector('details')!.open;

it('is closed on a screen and lies open on paper, where nothing can be pressed', () => {
  on('screen');
  expect(isOpen(render(<Fold name="The plan">what is counted</Fold>).container)).toBe(false);
  on('print');
  expect(isOpen(render(<Fold name="The plan">what is counted</Fold>).container)).toBe(true);
});

it('writes what is long out when it is opened, and not for paper', () => {
  const rows = (
    <Fold name="As a table" isLate>
      <i>hundreds of rows</i>
    </Fold>
  );
  on('print');
  expect(render(rows).queryByText('hundreds of rows')).toBe(null);
  cleanup();
  on('screen');
  const { container, queryByText, getByText } = render(rows);
  expect(queryByText('hundreds of rows')).toBe(null);
  const details = container.querySelector('details')!;
  details.open = true;
  fireEvent(details, new Event('toggle'));
  expect(getByText('hundreds of rows')).toBeTruthy();
});
