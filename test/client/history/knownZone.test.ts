import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import { knownZone, workspaceKey } from '../../../client/history/useWorkspace.ts';

afterEach(() => vi.unstubAllGlobals());

it('knows the zone of the newest workspace that was read, and none before any was', () => {
  const client = new QueryClient();
  expect(knownZone(client)).toBeUndefined();
  client.setQueryData([workspaceKey, '1'], { value: { timeZone: 'Europe/Paris' } }, { updatedAt: 2 });
  client.setQueryData([workspaceKey, '0'], { value: { timeZone: 'UTC' } }, { updatedAt: 1 });
  expect(knownZone(client)).toBe('Europe/Paris');
});

it('knows the zone that an earlier visit read, until a workspace is read', () => {
  vi.stubGlobal('localStorage', { getItem: (key: string) => (key === 'launchroom-zone' ? 'Europe/Paris' : null) });
  const client = new QueryClient();
  expect(knownZone(client)).toBe('Europe/Paris');
  client.setQueryData([workspaceKey, '0'], { value: { timeZone: 'Asia/Tokyo' } }, { updatedAt: 1 });
  expect(knownZone(client)).toBe('Asia/Tokyo');
});
