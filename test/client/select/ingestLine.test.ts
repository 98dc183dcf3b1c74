import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ingestLine } from '../../../client/select/ingestLine.ts';

const now = Date.UTC(2026, 10, 12, 10);
/** What a shell makes of the line, with `curl` as a word that tells what it was given. */
const argumentsOf = (line: string) =>
  execFileSync('sh', ['-c', `curl() { for one in "$@"; do printf '%s\\n' "$one"; done; }; ${line}`], {
    encoding: 'utf8',
  })
    .trimEnd()
    .split('\n');

describe('ingestLine', () => {
  it.each(['Vela', "L'Atelier d'été", '$(id) `id` "x" \\'])(
    'sends one post that names %s, through a shell',
    (brand) => {
      const given = argumentsOf(ingestLine({ origin: 'https://room.example', brand, needsKey: false, now }));
      expect(given[0]).toBe('https://room.example/api/ingest');
      expect(JSON.parse(given.at(-1)!)).toEqual({
        id: `first-${now}`,
        at: '2026-11-12T10:00:00.000Z',
        text: `I love ${brand}`,
        lang: 'en',
      });
      expect(given.join()).not.toContain('Bearer');
    },
  );

  it('says where the key goes at a server that asks for one', () => {
    const line = ingestLine({ origin: 'https://room.example', needsKey: true, now });
    expect(argumentsOf(line)).toContain('Authorization: Bearer YOUR_KEY');
  });
});
