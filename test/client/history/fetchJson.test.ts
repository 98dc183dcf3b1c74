import { expect, it } from 'vitest';
import { RequestFailed, reach, sayUnreachable } from '../../../client/history/fetchJson.ts';

it('says in the language on screen that nothing answers', async () => {
  // No program listens on port 1.
  const nowhere = () => reach('http://127.0.0.1:1/api/workspace', {}).catch((error: unknown) => error as RequestFailed);
  sayUnreachable('Le serveur est injoignable');
  const failed = await nowhere();
  expect(failed).toBeInstanceOf(RequestFailed);
  expect(failed).toMatchObject({ message: 'Le serveur est injoignable', problem: { status: 0 } });
  sayUnreachable('The server cannot be reached');
  expect(await nowhere()).toMatchObject({ message: 'The server cannot be reached' });
});
