import { describe, expect, it } from 'vitest';
import { createReceivers } from '../../../server/deliver/receivers.ts';
import { createSealer, SecretsLocked } from '../../../server/deliver/sealer.ts';
import { createMemoryStore } from '../../../server/store/memory.ts';
import type { Receiver } from '../../../shared/receivers.ts';

const key = 'k'.repeat(32);
const receiver = (id: string): Receiver => ({
  ...{ id, name: 'Team', kind: 'webhook', language: 'en', butFrom: null, isOff: false, createdAt: 1_000 },
  ...{ url: 'https://hooks.example.com/hush', secret: 'a secret of the team' },
});

function open() {
  const { store, history } = createMemoryStore();
  const with_ = (secret: string | undefined) =>
    createReceivers({ engine: store, history, sealer: createSealer(secret) });
  const kept = async () => (await history.records({ kind: 'receiver', limit: 50 })).map(({ body }) => body);
  return { with_, kept };
}

describe('Receivers with a key', () => {
  it('are kept so that nobody reads them without it, and read the same with it', async () => {
    const { with_, kept } = open();
    await with_(key).keep(receiver('a'));
    const [body] = await kept();
    expect(body).not.toMatch(/hush|secret of|hooks|Team/);
    expect(await with_(key).list()).toEqual([receiver('a')]);
    await expect(with_('x'.repeat(32)).list()).rejects.toBeInstanceOf(SecretsLocked);
    await expect(with_(undefined).list()).rejects.toBeInstanceOf(SecretsLocked);
  });

  it('are sealed at the next start where they were kept in the clear before, and read without a key until then', async () => {
    const { with_, kept } = open();
    await with_(undefined).keep(receiver('a'));
    expect((await kept())[0]).toContain('hush');
    expect(await with_(key).list()).toEqual([receiver('a')]);
    await with_(key).unlock(false);
    expect((await kept())[0]).not.toContain('hush');
    expect(await with_(key).list()).toEqual([receiver('a')]);
    // Sealed ones stay to the letter: a start writes nothing anew.
    const before = await kept();
    await with_(key).unlock(false);
    expect(await kept()).toEqual(before);
  });

  it('end the start where they do not open, and are removed only when somebody asks for it', async () => {
    const { with_ } = open();
    await with_(key).keep(receiver('a'));
    await expect(with_('x'.repeat(32)).unlock(false)).rejects.toBeInstanceOf(SecretsLocked);
    expect(await with_(key).list()).toHaveLength(1);
    await with_('x'.repeat(32)).unlock(true);
    expect(await with_(key).list()).toEqual([]);
  });

  it('do not open under the name of another, nor changed by a letter', () => {
    const { seal, open: unseal } = createSealer(key);
    const sealed = seal('hush', 'a');
    expect(unseal(sealed, 'a')).toBe('hush');
    expect(seal('hush', 'a')).not.toBe(sealed);
    expect(() => unseal(sealed, 'b')).toThrow(SecretsLocked);
    const changed = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA');
    expect(() => unseal(changed, 'a')).toThrow(SecretsLocked);
    expect(() => unseal('sealed.v1.AAAA', 'a')).toThrow(SecretsLocked);
  });
});
