import { afterEach, beforeEach, expect, vi } from 'vitest';

/** An unexpected `console.error` fails the test that caused it; one that expects it mocks console.error itself. */
let said: unknown[][] = [];

beforeEach(() => {
  said = [];
  vi.spyOn(console, 'error').mockImplementation((...words) => {
    said.push(words);
  });
});

afterEach(() => {
  const heard = said;
  vi.restoreAllMocks();
  expect(heard, 'console.error was called').toEqual([]);
});
