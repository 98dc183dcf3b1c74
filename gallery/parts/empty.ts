import { wanted } from '../picture.ts';
import * as screens from '../screens.ts';
import { startServer } from '../server.ts';
import { opensAt, type Part } from './part.ts';

/** Nothing is there yet: no brand, no post. */
export const empty: Part = async (cameraFor) => {
  const server = await startServer(opensAt, ['--empty']);
  const camera = await cameraFor(server);
  await camera.take([
    ...wanted({ ...screens.wallShot('pulse', 'empty'), ready: 'main' }, 'wall'),
    ...[...screens.mainScreens, screens.scoreboard].flatMap((shot) =>
      wanted(screens.inState(shot, 'empty', { ready: 'main h2' }), 'laptop'),
    ),
    ...wanted(screens.inState(screens.brief, 'empty', { ready: 'main h2' }), 'phone dark fr'),
    ...wanted(screens.settings('start'), 'laptop', 'laptop dark', 'phone fr'),
  ]);
  await camera.close();
  await server.end();
};
