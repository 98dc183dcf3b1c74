import { rehearsalMs } from '../../server/demo/rehearsalPosts.ts';
import { usualStartsBeforeMs } from '../../server/demo/story.ts';
import { hourMs, minuteMs } from '../../shared/rollup.ts';
import { wallScenes } from '../../shared/wall.ts';
import type { Camera } from '../createCamera.ts';
import { type Shot, wanted } from '../picture.ts';
import * as screens from '../screens.ts';
import { type GalleryServer, startServer } from '../server.ts';
import { failing, loading, stale } from '../states.ts';
import { opensAt, type Part, t0 } from './part.ts';

const filling: Shot = {
  name: 'wall-filling',
  caption: 'Wall while the demo is still being told',
  path: '/wall',
  ready: 'main h1, main h2, main p',
};

/** Every screen over the demo, a past launch played again, what is late, refused or lost, and an alert. */
export const demo: Part = async (cameraFor) => {
  const server = await startServer(opensAt, ['--demo']);
  const camera = await cameraFor(server);
  await camera.take(wanted(filling, 'wall'));
  // Told from the launch on backwards: the first hour comes last.
  await server.untilHeard(t0 - usualStartsBeforeMs, t0 - usualStartsBeforeMs + hourMs);
  await server.untilTold();
  await resolveEarly(server);
  // Minute by minute, as detectors look; what was told to the wall has had its minute by then.
  for (let minute = 0; minute < 3; minute += 1) {
    server.moveClock(server.now() + minuteMs);
    await server.untilTold();
  }
  await camera.take([
    ...wallScenes.flatMap((scene) => wanted(screens.wallShot(scene), 'wall', 'wall fr')),
    ...wanted(screens.wallShot('pulse'), 'cinema', 'upright', '4k'),
    ...wanted(screens.wallShot('themes'), 'upright'),
    ...wanted(screens.wallShot('clock'), 'cinema'),
    ...wanted(screens.brief, 'laptop', 'laptop dark', 'laptop fr', 'phone', 'phone dark fr'),
    ...wanted(screens.explore, 'laptop', 'laptop dark', 'laptop fr', 'phone', 'phone dark fr'),
    ...wanted(screens.exploreMatrix, 'laptop'),
    ...wanted(screens.exploreThemes, 'laptop dark fr'),
    ...wanted(screens.trace, 'laptop', 'laptop dark', 'phone fr'),
    ...wanted(screens.alerts, 'laptop', 'laptop dark fr', 'phone'),
    ...wanted(screens.alert, 'laptop', 'laptop dark', 'phone fr'),
    ...wanted(screens.launches, 'laptop', 'laptop dark', 'phone fr'),
    ...wanted(screens.launchNow, 'laptop', 'laptop dark fr', 'phone', 'phone dark'),
    ...wanted(screens.retrospective, 'laptop', 'laptop dark fr'),
    ...wanted(screens.remote, 'laptop', 'phone dark fr'),
    ...wanted(screens.scoreboard, 'laptop', 'laptop dark', 'laptop fr'),
    ...screens.mainScreens.flatMap((shot) => [...wanted(loading(shot), 'laptop'), ...wanted(failing(shot), 'laptop')]),
    ...wanted(failing(screens.brief), 'phone dark fr'),
  ]);
  // Here there are past launches to compare with, and the server lives on.
  await camera.takeTogether(wanted(stale(screens.wallShot('clock'), server.now()), 'wall', 'wall fr'), async () =>
    server.pause(),
  );
  server.goOn();
  await playAgain(server, camera);
  await rehearse(server, camera);
  await camera.close();
  await server.end();
};

/** What was raised while half of the story was told knew too little: somebody has seen to it. */
async function resolveEarly(server: GalleryServer): Promise<void> {
  const { items } = (await server.ask('GET', '/api/alerts?state=open')) as { items: { id: string }[] };
  for (const { id } of items)
    await server.ask('PATCH', `/api/alerts/${id}`, { state: 'resolved', owner: 'Care', useful: true });
}

/** The launch of two months ago, five hours after it began. */
async function playAgain(server: GalleryServer, camera: Camera): Promise<void> {
  const { id } = (await server.ask('POST', '/api/replays', { launch: 'nuit' })) as { id: string };
  await server.ask('PATCH', `/api/replays/${id}`, { at: t0 - 61 * 24 * hourMs + 5 * hourMs });
  const caption = 'A past launch played again';
  await camera.take([
    ...wanted({ ...screens.brief, name: 'replay', caption, path: `/?replay=${id}` }, 'laptop'),
    ...wanted(
      { ...screens.wallShot('pulse'), name: 'wall-replay', caption, path: `/wall?scene=pulse&replay=${id}` },
      'wall',
    ),
  ]);
  await server.ask('DELETE', `/api/replays/${id}`);
}

/** Complaints that raise an alert, then a source of which nothing comes. */
async function rehearse(server: GalleryServer, camera: Camera): Promise<void> {
  const startedAt = server.now();
  await server.ask('POST', '/api/demo/rehearsal', { scenario: 'crisis' });
  const isAlerted = async () => {
    const { items } = (await server.ask('GET', `/api/alerts?from=${startedAt}&to=${server.now() + 1}`)) as {
      items: { rehearsal?: true }[];
    };
    // What the story itself raises at the same moment is not what is waited for.
    return items.some(({ rehearsal }) => rehearsal);
  };
  // The demo speaks every second: as it would be noticed, five seconds of its clock at a time.
  for (let steps = 0; steps < 24 && !(await isAlerted()); steps += 1) {
    server.moveClock(server.now() + 5_000);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
  }
  await camera.take([
    ...wanted(screens.alertSheet, 'wall', 'wall fr', 'upright'),
    ...wanted(screens.inState(screens.brief, 'alert'), 'laptop', 'phone dark'),
  ]);
  // One is played at a time.
  server.moveClock(Math.max(server.now(), startedAt + rehearsalMs.crisis + 1_000));
  await server.untilTold();
  await server.ask('POST', '/api/demo/rehearsal', { scenario: 'outage' });
  server.moveClock(server.now() + 2.5 * minuteMs);
  await server.untilTold();
  await camera.take([
    ...wanted(screens.wallShot('pulse', 'partial'), 'wall'),
    ...wanted(screens.inState(screens.brief, 'partial'), 'laptop', 'phone dark fr'),
    ...wanted(screens.inState(screens.explore, 'partial'), 'laptop'),
    ...wanted(screens.inState(screens.settings('sources'), 'partial'), 'laptop'),
  ]);
}
