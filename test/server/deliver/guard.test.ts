import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { describe, expect, it } from 'vitest';
import { AddressRefused, canonicalHost, createGuard } from '../../../server/deliver/guard.ts';
import { isPublicAddress } from '../../../server/deliver/isPublicAddress.ts';

describe('an address', () => {
  it.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '100.100.100.200', '127.0.0.1', '127.255.255.254', '169.254.169.254'],
    ...['172.16.0.1', '172.31.255.255', '192.168.0.1', '192.0.0.192', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
    ...['168.63.129.16', '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::7f00:1', 'fe80::1', 'fe80::1%eth0'],
    ...['fc00::1', 'fd00:ec2::254', 'ff02::1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::1', '2002:7f00:1::1', '2001::1'],
    ...['2001:db8::1', 'fec0::1', 'example.com', ''],
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '100.63.255.255',
    '172.32.0.1',
    '192.167.1.1',
    '2606:4700:4700::1111',
    '2a00:1450::1',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('a host as it is written', () => {
  const guard = createGuard([]);

  it.each([
    ...[
      'localhost',
      'LOCALHOST',
      'localhost.',
      'a.localhost',
      '127.0.0.1',
      '127.0.0.1.',
      '127.1',
      '0x7f.1',
      '0177.0.0.1',
    ],
    ...['2130706433', '0x7f000001', '0', '１２７.0.0.1', '[::1]', '::1', '[::ffff:127.0.0.1]', '[::ffff:a9fe:a9fe]'],
    ...['169.254.169.254', '0xa9fea9fe', '2852039166', '[fd00:ec2::254]', '', 'a b', 'a@b', 'a/b', 'a:80', '[::1'],
  ])('"%s" is refused before anything is looked up', (host) => {
    expect(guard.faultOf(host, 443)).toBeDefined();
  });

  it.each(['example.com', 'Example.COM.', 'hooks.example.com', '8.8.8.8', '[2606:4700:4700::1111]'])(
    '%s may pass',
    (host) => {
      expect(guard.faultOf(host, 443)).toBeUndefined();
    },
  );

  it('is read as the URL standard reads it', () => {
    expect(['0x7f.1', '127.0.0.1.', '::1', 'EXAMPLE.com.'].map(canonicalHost)).toEqual([
      '127.0.0.1',
      '127.0.0.1',
      '::1',
      'example.com',
    ]);
  });

  it('may pass where the operator allows it, on that port alone if one is named', () => {
    const lenient = createGuard([{ host: '10.0.0.5', port: 8_443 }, { host: 'localhost' }]);
    expect(lenient.faultOf('10.0.0.5', 8_443)).toBeUndefined();
    expect(lenient.faultOf('10.0.0.5', 443)).toContain('LAUNCHROOM_ALLOW_RECEIVERS');
    expect(lenient.faultOf('localhost.', 1)).toBeUndefined();
    expect(lenient.faultOf('10.0.0.6', 8_443)).toBeDefined();
  });
});

describe('a look-up', () => {
  type Resolve = Parameters<typeof createGuard>[1];
  const answering = (...rounds: string[][]) => {
    let round = 0;
    const resolve = (_: string, __: object, callback: (error: null, addresses: LookupAddress[]) => void) => {
      const found = rounds[Math.min(round++, rounds.length - 1)] ?? [];
      callback(
        null,
        found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    };
    return resolve as unknown as Resolve;
  };
  const ask = (lookup: LookupFunction, all: boolean) =>
    new Promise<unknown>((resolve) => {
      lookup('rebind.example', { all }, (error, address) => resolve(error ?? address));
    });

  it('refuses a name as soon as one of its addresses is inside', async () => {
    const guard = createGuard([], answering(['8.8.8.8', '169.254.169.254']));
    for (const all of [true, false]) expect(await ask(guard.lookup(443), all)).toBeInstanceOf(AddressRefused);
  });

  it('judges each connection by its own answer: a name that turns inside is refused then', async () => {
    const guard = createGuard([], answering(['8.8.8.8'], ['127.0.0.1']));
    expect(await ask(guard.lookup(443), false)).toBe('8.8.8.8');
    expect(await ask(guard.lookup(443), false)).toBeInstanceOf(AddressRefused);
  });

  it('lets a name pass that the operator allows, on its port', async () => {
    const guard = createGuard([{ host: 'rebind.example', port: 25 }], answering(['10.0.0.9']));
    expect(await ask(guard.lookup(25), false)).toBe('10.0.0.9');
    expect(await ask(guard.lookup(26), false)).toBeInstanceOf(AddressRefused);
  });
});
