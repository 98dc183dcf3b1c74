import { expect, it } from 'vitest';
import { brokenOff, problemOf, RequestFailed, reach, sayFailuresWith } from '../../../client/history/fetchJson.ts';

it('says in the language on screen what a server that says nothing did', async () => {
  // No program listens on port 1.
  const nowhere = () => reach('http://127.0.0.1:1/api/workspace', {}).catch((error: unknown) => error as RequestFailed);
  sayFailuresWith({ unreachable: 'injoignable', answered: 'a répondu {status}', brokeOff: 'interrompue' });
  const failed = await nowhere();
  expect(failed).toBeInstanceOf(RequestFailed);
  expect(failed).toMatchObject({ message: 'injoignable', problem: { status: 0 } });
  expect(problemOf(502, undefined)).toMatchObject({ title: 'a répondu 502', status: 502 });
  expect(problemOf(409, { title: 'Said by the server' })).toMatchObject({ title: 'Said by the server', status: 409 });
  expect(brokenOff()).toMatchObject({ message: 'interrompue', problem: { status: 0 } });
  sayFailuresWith({ unreachable: 'The server cannot be reached', answered: '{status}', brokeOff: 'broke off' });
  expect(await nowhere()).toMatchObject({ message: 'The server cannot be reached' });
});
