import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { knownZone, workspaceKey } from '../../../client/history/useWorkspace.ts';

it('knows the zone of the newest workspace that was read, and none before any was', () => {
  const client = new QueryClient();
  expect(knownZone(client)).toBeUndefined();
  client.setQueryData([workspaceKey, '1'], { value: { timeZone: 'Europe/Paris' } }, { updatedAt: 2 });
  client.setQueryData([workspaceKey, '0'], { value: { timeZone: 'UTC' } }, { updatedAt: 1 });
  expect(knownZone(client)).toBe('Europe/Paris');
});
