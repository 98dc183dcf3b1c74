import { hourMs, minuteMs } from '../../shared/rollup.ts';
import { tellAsOwn } from '../ownStory.ts';
import { wanted } from '../picture.ts';
import * as screens from '../screens.ts';
import { startServer } from '../server.ts';
import { opensAt, type Part } from './part.ts';

/** A brand that is a minute old: too few mentions for a figure. */
export const few: Part = async (cameraFor) => {
  const server = await startServer(opensAt, ['--empty']);
  await tellAsOwn(server, opensAt + 8 * hourMs, opensAt + minuteMs);
  const camera = await cameraFor(server);
  await camera.take([
    // There is no curve yet to wait for.
    ...wanted({ ...screens.wallShot('pulse', 'too-few'), ready: '[data-scene="pulse"] section p' }, 'wall'),
    ...wanted(screens.wallShot('themes', 'too-few'), 'wall'),
    ...wanted(screens.inState(screens.brief, 'too-few'), 'laptop', 'phone dark fr'),
    ...wanted(screens.inState(screens.explore, 'too-few'), 'laptop'),
  ]);
  await camera.close();
  await server.end();
};
