import { describe, expect, it } from 'vitest';
import { readWays } from '../../../server/deliver/readWays.ts';

function read(env: Record<string, string>) {
  const faults: string[] = [];
  return { ways: readWays((name) => env[name], faults), faults };
}

describe('how messages leave the server', () => {
  it('needs no setting', () => {
    expect(read({})).toEqual({ ways: { allowReceivers: [] }, faults: [] });
  });

  it('is read from three variables', () => {
    const { ways, faults } = read({
      LAUNCHROOM_PUBLIC_URL: 'https://launch.example.com/room/',
      LAUNCHROOM_SMTP_URL: 'smtps://me%40acme.example:p%2Fw@mail.example:4650',
      LAUNCHROOM_ALLOW_RECEIVERS: 'Hooks.Intra.Example:8443, [fd00::5]:443,10.0.0.5',
    });
    expect(faults).toEqual([]);
    expect(ways).toEqual({
      publicUrl: 'https://launch.example.com/room',
      serverSmtp: {
        from: 'me@acme.example',
        smtp: { host: 'mail.example', port: 4650, security: 'tls', user: 'me@acme.example', password: 'p/w' },
      },
      allowReceivers: [
        { host: 'hooks.intra.example', port: 8443 },
        { host: 'fd00::5', port: 443 },
        { host: '10.0.0.5' },
      ],
    });
    const plain = read({ LAUNCHROOM_SMTP_URL: 'smtp://relay?from=a@b.example&security=none' });
    expect(plain.ways.serverSmtp).toEqual({
      from: 'a@b.example',
      smtp: { host: 'relay', port: 587, security: 'none' },
    });
  });

  it('names every fault, and no password', () => {
    const { faults } = read({
      LAUNCHROOM_PUBLIC_URL: 'launch.example.com',
      LAUNCHROOM_SMTP_URL: 'smtp://me:hush@mail.example',
      LAUNCHROOM_ALLOW_RECEIVERS: 'https://a.example',
    });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'LAUNCHROOM_PUBLIC_URL',
      'LAUNCHROOM_SMTP_URL',
      'LAUNCHROOM_ALLOW_RECEIVERS',
    ]);
    expect(faults.join()).not.toContain('hush');
    for (const url of ['http://a@b.example', 'smtps://a@b.example?security=none', 'nonsense', 'smtp://x?from=y'])
      expect(read({ LAUNCHROOM_SMTP_URL: url }).faults, url).toHaveLength(1);
  });

  it('names the variable whose password holds a % sign as it is', () => {
    const { faults } = read({ LAUNCHROOM_SMTP_URL: 'smtp://me:50%hush@mail.example?from=a@b.example' });
    expect(faults).toEqual(['LAUNCHROOM_SMTP_URL: in its name and password a % sign is written as %25']);
    const { ways } = read({ LAUNCHROOM_SMTP_URL: 'smtp://me:50%25hush@mail.example?from=a@b.example' });
    expect(ways.serverSmtp?.smtp.password).toBe('50%hush');
  });
});
