import { createMemoryStore } from '../../../server/store/memory.ts';
import { storeContract } from './contract.ts';

storeContract('the memory store', async () => {
  const { store, history } = createMemoryStore({ setAsidePerSecond: 1 });
  return { store, history, close: () => store.close() };
});
