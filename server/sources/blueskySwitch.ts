import type { Dataset } from '../dataset.ts';
import type { SourceSwitch } from '../http/deps.ts';
import { compileRules } from '../pipeline/rules.ts';
import type { RuleSet } from '../store/store.ts';
import { createBlueskySource } from './bluesky.ts';
import { runSource } from './runtime.ts';

const settingKey = 'bluesky';

export type BlueskySwitchOptions = {
  own: Dataset;
  hashAuthor: (name: string) => string;
  now: () => number;
  /** On from the start, whatever was set: `--bluesky`. */
  isAsked: boolean;
  log: (message: string) => void;
};

/** Listens to Bluesky while a person wants it; the choice outlives the server. */
export async function createBlueskySwitch({
  own,
  hashAuthor,
  now,
  isAsked,
  log,
}: BlueskySwitchOptions): Promise<SourceSwitch & { close(): Promise<void> }> {
  const compile = ({ workspace, version }: RuleSet) => compileRules(workspace, version, { hashAuthor }).couldNameBrand;
  let couldNameBrand = compile(await own.engine.ruleSet());
  own.engine.onRuleSet((ruleSet) => {
    couldNameBrand = compile(ruleSet);
  });
  const source = createBlueskySource({
    isWanted: (post) => couldNameBrand(post.text, post.title),
    hashAuthor,
    now,
  });
  let running: ReturnType<typeof runSource> | undefined;
  const start = () => {
    running ??= runSource(source, own.engine, own.sources, { now, log });
  };
  const stop = async () => {
    const before = running;
    running = undefined;
    await before?.stop();
  };
  if (isAsked || (await own.engine.setting(settingKey)) === 'on') start();
  return {
    on: () => running !== undefined,
    async turn(on) {
      await own.engine.setSetting(settingKey, on ? 'on' : 'off');
      if (on) start();
      else await stop();
    },
    close: stop,
  };
}
