import { expect, it } from 'vitest';
import { addedTogether } from '../../../client/select/addedTogether.ts';
import type { WorkspaceChange } from '../../../shared/workspaceChanges.ts';

const added = (list: 'brands' | 'themes', name: string): WorkspaceChange => ({ list, id: name, name, is: 'added' });
const removed: WorkspaceChange = { list: 'brands', id: 'old', name: 'Old', is: 'removed' };
const zone: WorkspaceChange = { list: null, member: 'timeZone', from: 'UTC', to: 'Europe/Paris' };

it('takes together what was added to one list, and leaves all else by itself in its order', () => {
  const changes = [added('brands', 'Vela'), zone, added('themes', 'Price'), removed, added('brands', 'Orso')];
  expect(addedTogether(changes)).toEqual({
    together: [{ list: 'brands', names: ['Vela', 'Orso'] }],
    single: [zone, added('themes', 'Price'), removed],
  });
});
