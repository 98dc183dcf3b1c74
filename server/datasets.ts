import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSet } from '../shared/protocol.ts';
import type { Dataset } from './dataset.ts';
import { createRehearsal, type RehearsalPlayer } from './demo/createRehearsal.ts';
import { labelStory } from './demo/labelStory.ts';
import { type DemoStory, startDemo } from './demo/startDemo.ts';
import type { ShownDatasets } from './http/deps.ts';
import { type OpenOptions, openDataset } from './openDataset.ts';

/** `transformer` looks at own data only: the demo's story is told as it was written, and `deliver` tells nobody of it. */
export type DatasetsOptions = Omit<OpenOptions, 'name' | 'dir' | 'warm'> & {
  dataDir: string;
  /** Show the demo whatever there is. */
  demo: boolean;
  /** Never open the demo by itself: `--empty`, or a source of one's own that was asked for. */
  withoutDemo: boolean;
};

export type Datasets = ShownDatasets & { own: Dataset; close(): Promise<void> };

/** Remembered in the user's own store: who has left the demo is not met by it again. */
const leftKey = 'demo.left';

/**
 * The user's own data and, beside it in a store of its own, the demo. The demo is shown as long as there is nothing else to
 * see: the first own post or own settings end it, unless it was asked for.
 */
export async function openDatasets(options: DatasetsOptions): Promise<Datasets> {
  const { dataDir, demo: isDemoAsked, withoutDemo, transformer, deliver, ...shared } = options;
  const demoDir = join(dataDir, 'demo');
  const warm = withoutDemo && !isDemoAsked ? 'at-once' : 'with-brands';
  const own = await openDataset({
    ...{ ...shared, name: 'own', dir: dataDir, warm },
    ...(transformer === undefined ? {} : { transformer }),
    ...(deliver === undefined ? {} : { deliver }),
  });
  const listeners = new Set<(shown: Dataset) => void>();
  let demo: { dataset: Dataset; story: DemoStory | undefined; rehearsal: RehearsalPlayer } | undefined;
  let showing: DataSet = 'own';
  /** Changes of what is shown, one after the other. */
  let changes: Promise<void> = Promise.resolve();

  const current = () => (showing === 'demo' && demo ? demo.dataset : own);

  function show(name: DataSet): void {
    if (showing === name) return;
    showing = name;
    for (const listener of listeners) listener(current());
  }

  function inTurn(change: () => Promise<void>): Promise<void> {
    const done = changes.then(change);
    // A failed change is its caller's to hear of; the next one starts from what stands.
    changes = done.catch(() => undefined);
    return done;
  }

  async function openDemoDataset() {
    const rehearsal = createRehearsal({
      now: shared.now,
      alerts: async () => (await demo?.dataset.alerts.list({}, 100)) ?? [],
    });
    const opened = await openDataset({ ...shared, name: 'demo', dir: demoDir, warm: 'never', rehearsal });
    const dataset: Dataset = { ...opened, isTelling: () => demo?.story?.isTelling() ?? false };
    return { dataset, story: undefined, rehearsal };
  }

  async function playDemo(): Promise<void> {
    demo ??= await openDemoDataset();
    const { dataset } = demo;
    demo.story ??= await startDemo(dataset.engine, dataset.sources, {
      now: shared.now,
      rehearsal: demo.rehearsal,
      afterTold: (story) => labelStory(dataset, story, shared.now()),
      onTrouble: (error) => shared.log('warn', { error: String(error) }, 'the demo could not go on for a moment'),
    });
    show('demo');
  }

  async function stopDemo(): Promise<void> {
    show('own');
    await demo?.story?.stop();
    if (demo) demo.story = undefined;
  }

  const [totals, ruleSet, left] = await Promise.all([
    own.history.totals(),
    own.engine.ruleSet(),
    own.engine.setting(leftKey),
  ]);
  let isOwnEmpty = totals.posts === 0 && ruleSet.version === 0;
  const mayOpen = isOwnEmpty && left === undefined && !withoutDemo;
  if (isDemoAsked || mayOpen) await playDemo();

  const noticeOwn = () => {
    if (!isOwnEmpty) return;
    isOwnEmpty = false;
    if (!isDemoAsked)
      inTurn(stopDemo).catch((error: unknown) => shared.log('warn', { error: String(error) }, 'the demo did not stop'));
  };
  own.engine.onCommit((commit) => {
    if (Object.keys(commit.sources).length > 0) noticeOwn();
  });
  own.engine.onRuleSet(noticeOwn);

  return {
    own,
    get showing() {
      return showing;
    },
    current,
    get: (name) => (name === 'own' ? own : demo?.dataset),
    rehearsal: () => (demo?.story ? demo.rehearsal : undefined),
    onShow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    leaveDemo: () =>
      inTurn(async () => {
        await own.engine.setSetting(leftKey, 'yes');
        await stopDemo();
      }),
    openDemo: () => inTurn(playDemo),
    removeDemo: () =>
      inTurn(async () => {
        await own.engine.setSetting(leftKey, 'yes');
        await stopDemo();
        await demo?.dataset.close();
        demo = undefined;
        rmSync(demoDir, { recursive: true, force: true });
      }),
    close: () =>
      inTurn(async () => {
        await demo?.story?.stop();
        await demo?.dataset.close();
        await own.close();
      }),
  };
}
