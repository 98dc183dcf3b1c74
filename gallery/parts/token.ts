import { type Shot, wanted } from '../picture.ts';
import { startServer } from '../server.ts';
import { opensAt, type Part } from './part.ts';

/** The wall shows its address: it has to be the same in every run. */
const addressShown = '4179';

const signIn: Shot = { name: 'sign-in', caption: 'A browser without a key', path: '/', ready: 'main', mayFail: true };

/** A server that asks for a key. */
export const token: Part = async (cameraFor) => {
  const server = await startServer(opensAt, ['--empty', '--port', addressShown], {
    LAUNCHROOM_TOKEN: 'gallery '.repeat(5).trim().replaceAll(' ', '-'),
  });
  const camera = await cameraFor(server);
  await camera.take([
    ...wanted(signIn, 'laptop', 'phone dark fr'),
    ...wanted({ ...signIn, name: 'wall-sign-in', path: '/wall' }, 'wall'),
  ]);
  await camera.close();
  await server.end();
};
