import { QueryClient } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { keepZone } from '../../../client/history/lastZone.ts';
import { knownZone, workspaceKey } from '../../../client/history/useWorkspace.ts';

it('knows the zone of the newest workspace that was read, and none before any was', () => {
  const client = new QueryClient();
  expect(knownZone(client)).toBeUndefined();
  client.setQueryData([workspaceKey, '1'], { value: { timeZone: 'Europe/Paris' } }, { updatedAt: 2 });
  client.setQueryData([workspaceKey, '0'], { value: { timeZone: 'UTC' } }, { updatedAt: 1 });
  expect(knownZone(client)).toBe('Europe/Paris');
});

it('knows the zone that was kept on an earlier visit, where nothing was read on this one', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  keepZone('Asia/Tokyo');
  expect(knownZone(new QueryClient())).toBe('Asia/Tokyo');
  vi.unstubAllGlobals();
});
