import { wallScenes } from '../../shared/wall.ts';
import { tellAsOwn } from '../ownStory.ts';
import { wanted } from '../picture.ts';
import * as screens from '../screens.ts';
import { startServer } from '../server.ts';
import { stale } from '../states.ts';
import { opensAt, type Part, t0 } from './part.ts';

/** The same story as somebody's own data: what can be changed, points that wait for a decision; at last the server dies. */
export const own: Part = async (cameraFor) => {
  const server = await startServer(opensAt, ['--empty']);
  await tellAsOwn(server, t0, opensAt);
  const camera = await cameraFor(server);
  const open = { ...screens.brief, name: 'brief-points', caption: 'Brief with points that wait for a decision' };
  await camera.take([
    ...wanted(open, 'laptop', 'laptop dark fr', 'phone fr'),
    ...wanted(screens.settings('brands'), 'laptop', 'laptop dark', 'laptop fr', 'phone dark'),
    ...wanted(screens.settings('themes'), 'laptop'),
    ...wanted(screens.settings('significance'), 'laptop', 'phone dark fr'),
    ...wanted(screens.settings('corrections'), 'laptop'),
    ...wanted(screens.settings('versions'), 'laptop'),
    ...wanted(screens.settings('launches'), 'laptop', 'laptop dark fr'),
    ...wanted(screens.settings('alerts'), 'laptop'),
    ...wanted(screens.settings('sources'), 'laptop'),
    ...wanted(screens.settings('receivers'), 'laptop'),
    ...wanted(screens.settings('data'), 'laptop', 'phone fr'),
    ...wanted(screens.wallShot('clock', 'first'), 'wall'),
  ]);

  // All are open when it dies: a server for each would take minutes.
  const lost = (shot: Parameters<typeof stale>[0]) => stale(shot, server.now());
  const last = [
    // The launch clock is lost over the demo, where there are past launches to compare with.
    ...wallScenes
      .filter((scene) => scene !== 'clock')
      .flatMap((scene) => wanted(lost(screens.wallShot(scene)), 'wall')),
    ...wanted(lost(screens.wallShot('pulse')), 'wall fr'),
    ...wanted(lost(screens.brief), 'laptop', 'laptop dark', 'phone fr'),
    ...wanted(lost(screens.explore), 'laptop'),
    ...wanted(lost(screens.alerts), 'laptop'),
    ...wanted(lost(screens.settings('brands')), 'laptop'),
  ];
  await camera.takeTogether(last, () => server.end('SIGKILL'));
  await camera.close();
};
