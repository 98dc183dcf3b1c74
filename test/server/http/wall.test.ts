import { afterEach, describe, expect, it } from 'vitest';
import type { WallState } from '../../../shared/wall.ts';
import { type OpenDoors, type Opening, openDoors } from '../../support/openDoors.ts';
import { openScreen } from '../../support/openScreen.ts';

let doors: OpenDoors;
const open = async (opening: Opening = {}) => {
  doors = await openDoors(opening);
};
afterEach(() => doors.close());

const put = (body: object, headers: Record<string, string> = {}) =>
  doors.ask('/api/wall', { method: 'PUT', body, headers });

describe('/api/wall', () => {
  it('tells every screen that watches what the walls are asked to show, whichever data is shown', async () => {
    await open();
    const screen = openScreen(doors.url);
    await screen.until<WallState>('wall', (state) => !state.paused && state.scene === undefined);
    expect((await put({ scene: 'funnel' })).status).toBe(200);
    const held = await screen.until<WallState>('wall', (state) => state.scene === 'funnel');
    expect((await doors.ask('/api/wall')).json()).toEqual(held);
    await doors.deps.datasets.openDemo();
    await put({});
    await screen.until<WallState>('wall', (state) => state.scene === undefined);
    screen.close();
  });

  it('counts the walls that listen, and no other screen', async () => {
    await open();
    const walls = async () => ((await doors.ask('/api/wall/walls')).json() as { walls: number }).walls;
    expect(await walls()).toBe(0);
    const [one, other, brief] = [openScreen(doors.url), openScreen(doors.url), openScreen(doors.url)];
    for (const wall of [one, other]) await wall.until<WallState>('wall', (state) => !state.paused);
    await brief.until('status', () => true);
    expect(await walls()).toBe(2);
    other.close();
    await expect.poll(walls).toBe(1);
    one.close();
    brief.close();
  });

  it('refuses what is no scene, a pause of one scene, and a pin of nothing', async () => {
    await open();
    for (const body of [{ scene: 'news' }, { scene: 'pulse', paused: true }, { pinned: true }, { until: 5 }]) {
      const answer = await put(body);
      expect(answer.status, JSON.stringify(body)).toBe(400);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
    expect(doors.deps.wall.state()).toMatchObject({ paused: false, pinned: false });
  });

  it('is read by a view token, and changed by none but the full one', async () => {
    await open({ access: { token: 'all-of-it', viewToken: 'only-look' } });
    const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
    expect((await doors.ask('/api/wall', { headers: bearer('only-look') })).status).toBe(200);
    expect((await put({ paused: true }, bearer('only-look'))).status).toBe(403);
    expect((await put({ paused: true }, bearer('all-of-it'))).status).toBe(200);
  });
});
