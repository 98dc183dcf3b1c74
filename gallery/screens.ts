import type { SettingsSection } from '../client/views/settings/sections.ts';
import type { wallScenes } from '../shared/wall.ts';
import type { Shot } from './picture.ts';

const wallCaptions: Record<(typeof wallScenes)[number], string> = {
  pulse: 'Wall, Pulse: is it big, is it good, is it ours?',
  themes: 'Wall, Themes: what helps, what hurts?',
  voices: 'Wall, Voices: what do people say, and why does the machine think so?',
  clock: 'Wall, Launch clock: is this normal?',
  funnel: 'Wall, Funnel: what did we not read, and why?',
};

export const wallShot = (scene: (typeof wallScenes)[number], state = ''): Shot => ({
  name: `wall-${scene}${state && `-${state}`}`,
  caption: `${wallCaptions[scene]}${state && ` (${state})`}`,
  path: `/wall?scene=${scene}`,
  ready: `[data-scene="${scene}"] ${scene === 'pulse' ? '.recharts-area-curve' : 'h1'}`,
});

export const alertSheet: Shot = {
  name: 'wall-alert',
  caption: 'Wall, an alert interrupts',
  path: '/wall?scene=pulse',
  ready: 'section[data-alert]',
};

const openFirst = (selector: string, then: string) => async (page: import('playwright-core').Page) => {
  await page.locator(selector).first().click();
  await page.waitForSelector(then);
};

export const brief: Shot = {
  name: 'brief',
  caption: 'Brief: is it going well, compared with what?',
  path: '/',
  ready: 'article h1',
  isWhole: true,
};
export const explore: Shot = {
  name: 'explore',
  caption: 'Explore: where does it come from?',
  path: '/explore',
  ready: 'button[data-seq]',
};
export const exploreMatrix: Shot = {
  ...explore,
  name: 'explore-matrix',
  caption: 'Explore, further down: brands against themes, new words, repeated texts',
  isWhole: true,
};
export const trace: Shot = {
  ...explore,
  name: 'explore-trace',
  caption: 'Explore, a message taken apart',
  act: openFirst('button[data-seq]', 'button[data-seq][aria-current], [data-trace], h2'),
};
export const exploreThemes: Shot = {
  ...explore,
  name: 'explore-compare',
  caption: 'Explore, themes of one brand compared with the day before',
  path: '/explore?brand=solenne&by=theme&range=24h&compare=1',
};
export const alerts: Shot = {
  name: 'alerts',
  caption: 'Alerts',
  path: '/alerts',
  ready: 'main h1, main h2',
  isWhole: true,
};
export const alert: Shot = {
  name: 'alert',
  caption: 'One alert: what it consists of, and what was done',
  path: '/alerts',
  ready: 'main a[href^="/alerts/"]',
  act: async (page) => {
    await page.locator('main a[href^="/alerts/"]').first().click();
    await page.waitForSelector('main table');
  },
  isWhole: true,
};
export const launches: Shot = {
  name: 'launches',
  caption: 'Launches',
  path: '/launches',
  ready: 'main a[href^="/launches/"]',
  isWhole: true,
};
export const launchNow: Shot = {
  name: 'launch',
  caption: 'A launch among past ones, its outlook and its decisions',
  path: '/launches/lumiere',
  ready: 'article h1',
  isWhole: true,
};
export const retrospective: Shot = {
  name: 'retrospective',
  caption: 'A past launch: what was known when, and what came of it',
  path: '/launches/nuit',
  ready: 'article h1',
  isWhole: true,
};
export const remote: Shot = {
  name: 'remote',
  caption: 'Remote control of the walls',
  path: '/wall/remote',
  ready: 'main button',
  isWhole: true,
};
export const scoreboard: Shot = {
  name: 'scoreboard',
  caption: 'Scoreboard: how often labels are right',
  path: '/scoreboard',
  ready: 'main h1, main h2',
  isWhole: true,
};

export const settings = (section: SettingsSection): Shot => ({
  name: section === 'start' ? 'first-run' : `settings-${section}`,
  caption: section === 'start' ? 'First run: from the demo to one’s own brand' : `Settings, ${section}`,
  path: `/settings/${section}`,
  ready: 'main nav + *',
  isWhole: true,
});

export const mainScreens = [brief, explore, alerts, launches] as const;
export const inState = (shot: Shot, state: string, change: Partial<Shot> = {}): Shot => ({
  ...shot,
  name: `${shot.name}-${state}`,
  caption: `${shot.caption} (${state})`,
  isWhole: false,
  ...change,
});
