import { describe, expect, it } from 'vitest';
import { openAddress } from '../../server/openAddress.ts';

const at = (host: string, allowedHosts: string[], more = {}) =>
  openAddress({ host, access: { loopback: allowedHosts.length === 0, allowedHosts, trustProxy: 0, ...more } }, 4000);

describe('the address that is said at start', () => {
  it('is the loopback one where only this machine is let in', () => {
    expect(at('127.0.0.1', [])).toBe('http://127.0.0.1:4000');
    expect(at('::1', [])).toBe('http://[::1]:4000');
  });

  it('is a name that the server answers to, never the address of all interfaces', () => {
    expect(at('0.0.0.0', ['buzz.example', 'other.example'])).toBe('http://buzz.example:4000');
    expect(at('::', ['buzz.example'], { tls: { cert: '', key: '' } })).toBe('https://buzz.example:4000');
    expect(at('192.0.2.7', ['[2001:db8::7]'])).toBe('http://[2001:db8::7]:4000');
  });
});
