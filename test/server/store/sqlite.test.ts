import { openTempStore } from '../../support/tempStore.ts';
import { storeContract } from './contract.ts';

storeContract('the SQLite store', async () => openTempStore({ setAsidePerSecond: 1 }));
