import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { runCommand } from '../../../server/cli/commandLine.ts';
import { openHttpDoor } from '../../../server/cli/door.ts';

it('says a refusal in one sentence with the server’s own reason, and no stack', async () => {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(401, { 'content-type': 'application/problem+json' });
    response.end(JSON.stringify({ title: 'Unauthorized', status: 401, detail: 'this door asks for a token' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let said = '';
  const io = { stdin: process.stdin, out: () => {}, err: (text: string) => (said += text), env: {} };
  const send = {
    summary: 'sends',
    run: async () => {
      await openHttpDoor(url, undefined, io.err).deliver([{ id: '1' }], 'test');
      return 0;
    },
  };
  expect(await runCommand({ send }, ['send'], io)).toBe(1);
  expect(said).toBe(`${url} refused: 401 this door asks for a token\n`);
  server.close();
});
