import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigFault, readConfig } from '../../server/config.ts';

const token = (letter: string) => letter.repeat(32);

function faultsOf(env: Record<string, string>, argv: string[] = []): readonly string[] {
  try {
    readConfig(env, argv);
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults;
    throw error;
  }
  return [];
}

describe('readConfig', () => {
  it('needs nothing: port 4000 on loopback, data beside', () => {
    const config = readConfig({}, []);
    expect(config).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      demo: false,
      empty: false,
      bluesky: false,
      dev: false,
    });
    expect(config.dataDir).toMatch(/[\\/]data$/);
    expect(config.access).toEqual({ loopback: true, allowedHosts: [], trustProxy: 0 });
  });

  it('lets flags win over variables, written either way', () => {
    const env = { PORT: '1', HOST: 'localhost', DATA_DIR: 'a' };
    expect(readConfig(env, ['--port', '2', '--host=::1', '--data', 'b', '--empty'])).toMatchObject({
      port: 2,
      host: '::1',
      empty: true,
    });
    expect(readConfig(env, [])).toMatchObject({ port: 1, host: 'localhost' });
  });

  it('names every fault at once', () => {
    const faults = faultsOf(
      {
        PORT: 'x',
        HOST: '0.0.0.0',
        LAUNCHROOM_VIEW_TOKEN: 'short',
        LAUNCHROOM_TLS_CERT: '/no/such.pem',
        LAUNCHROOM_NAME: '1',
      },
      ['--speed', '--demo', '--empty', 'now'],
    );
    for (const word of [
      'PORT',
      'LAUNCHROOM_VIEW_TOKEN must have',
      'set LAUNCHROOM_TOKEN',
      'set LAUNCHROOM_ALLOWED_HOSTS',
      'cannot read /no/such.pem',
      'go together',
      'unknown variable LAUNCHROOM_NAME',
      'unknown flag --speed',
      'contradict',
      '"now" is not a flag',
    ])
      expect(
        faults.filter((fault) => fault.includes(word)),
        word,
      ).toHaveLength(1);
  });

  it('wants a token and names for any address but loopback', () => {
    expect(faultsOf({ HOST: '192.168.1.5' })).toHaveLength(2);
    const open = {
      HOST: '192.168.1.5',
      LAUNCHROOM_TOKEN: token('a'),
      LAUNCHROOM_ALLOWED_HOSTS: 'Wall.example, 192.168.1.5',
    };
    expect(readConfig(open, []).access).toMatchObject({
      loopback: false,
      allowedHosts: ['wall.example', '192.168.1.5'],
    });
  });

  it('refuses tokens that are short, equal, or without the one that has all rights', () => {
    expect(faultsOf({ LAUNCHROOM_TOKEN: 'x'.repeat(31) })).toHaveLength(1);
    expect(faultsOf({ LAUNCHROOM_TOKEN: token('a'), LAUNCHROOM_VIEW_TOKEN: token('a') })).toHaveLength(1);
    expect(faultsOf({ LAUNCHROOM_INGEST_TOKEN: token('a') })).toHaveLength(1);
    expect(faultsOf({ LAUNCHROOM_TOKEN: token('a'), LAUNCHROOM_INGEST_TOKEN: token('b') })).toEqual([]);
  });

  it('reads certificate and key', () => {
    const dir = mkdtempSync(join(tmpdir(), 'config-'));
    writeFileSync(join(dir, 'cert.pem'), 'CERT');
    writeFileSync(join(dir, 'key.pem'), 'KEY');
    const env = { LAUNCHROOM_TLS_CERT: join(dir, 'cert.pem'), LAUNCHROOM_TLS_KEY: join(dir, 'key.pem') };
    expect(readConfig(env, []).access.tls).toEqual({ cert: 'CERT', key: 'KEY' });
  });

  it('takes 0 for any free port and refuses what is no port or hop count', () => {
    expect(readConfig({ PORT: '0' }, []).port).toBe(0);
    for (const port of ['-1', '65536', '80.5', '1e3']) expect(faultsOf({ PORT: port })).toHaveLength(1);
    expect(faultsOf({ LAUNCHROOM_TRUST_PROXY: 'yes' })).toHaveLength(1);
    expect(readConfig({ LAUNCHROOM_TRUST_PROXY: '1' }, []).access.trustProxy).toBe(1);
  });

  it('refuses a host list with schemes or ports', () => {
    expect(faultsOf({ LAUNCHROOM_ALLOWED_HOSTS: 'https://wall.example,wall.example:80' })).toHaveLength(2);
  });
});

it('takes a key for the secrets of receivers that is long enough, and the flag that gives lost ones up', () => {
  const key = 'k'.repeat(32);
  expect(readConfig({ LAUNCHROOM_SECRETS_KEY: key }, ['--forget-receivers'])).toMatchObject({
    ways: { secretsKey: key },
    forgetReceivers: true,
  });
  expect(readConfig({}, [])).toMatchObject({ forgetReceivers: false });
  const [fault] = faultsOf({ LAUNCHROOM_SECRETS_KEY: 'hush' });
  expect(fault).toContain('LAUNCHROOM_SECRETS_KEY must have at least 32 characters');
  expect(fault).not.toContain('hush');
});
