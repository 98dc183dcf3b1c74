// @vitest-environment jsdom
import { cleanup, renderHook } from '@testing-library/react';
import { IntlProvider } from 'react-intl';
import { afterEach, expect, it } from 'vitest';
import type { Unheard } from '../../../client/select/unheard.ts';
import { createFormat } from '../../../client/ui/format.ts';
import { useUnheardNote } from '../../../client/ui/useUnheardNote.ts';
import { en } from '../../../client/ui/words/en.ts';
import { hourMs } from '../../../shared/rollup.ts';

afterEach(cleanup);

const noon = Date.UTC(2026, 10, 12, 12);
const gap = (from: number, to: number): Unheard => ({ from: noon + from * hourMs, to: noon + to * hourMs });

function note(unheard: Unheard[], before: Unheard[] = []): string | undefined {
  const { result } = renderHook(() => useUnheardNote(unheard, before, noon, createFormat('en', 'UTC')), {
    wrapper: ({ children }) => (
      <IntlProvider locale="en" messages={en}>
        {children}
      </IntlProvider>
    ),
  });
  return result.current?.replace(/\s/g, ' ');
}

it('says which hours nobody heard, and what then holds of the figures', () => {
  expect(note([])).toBeUndefined();
  expect(note([gap(-6, -4)])).toMatch(/^No mention came in from 12 Nov, 06:00 to 12 Nov, 08:00: mentions are at least/);
  expect(note([gap(-2, 0)])).toMatch(/^No mention came in since 12 Nov, 10:00: mentions are at least/);
  expect(note([gap(-9, -8), gap(-6, -4)])).toMatch(
    /^No mention came in in 2 stretches from 12 Nov, 03:00 on, 3 h together/,
  );
});

it('takes no figure for a least one where only the time before has holes', () => {
  const told = note([], [gap(-30, -28)]);
  expect(told).toMatch(/in the time before .*: no change is judged\.$/);
  expect(told).not.toContain('at least');
});
