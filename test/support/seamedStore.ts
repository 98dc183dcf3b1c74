import { readAuthorKey } from '../../server/engine/authorKey.ts';
import { createEngine } from '../../server/engine/createEngine.ts';
import { storeFile } from '../../server/store/backup.ts';
import { openStore } from '../../server/store/sqlite.ts';
import { workspaceSchema } from '../../shared/domain.ts';
import { dayMs } from '../../shared/rollup.ts';
import { launchDayWorkspace, tail } from './launchDay.ts';

const days = 40;
const perDay = 60;
export const keeping = { textDays: 20, setAsideDays: 7, idDays: 400 };

const sayings = [
  'I love the silky texture of my Vela balm',
  'I hate the price of the Vela balm, I want a refund',
  'the Orso balm is sticky and it broke after a day',
  'is the Vela balm back in the shop?',
  'nobody here is named at all',
  'the Solenne cream is good, I like it',
];

/** The folder of a store that has lived for forty days and let old texts go: its past cannot be counted under other rules. */
export async function makeSeamedStore(dir: string, now: number): Promise<void> {
  const path = `${dir}/${storeFile}`;
  const engine = await createEngine({
    path,
    authorKey: readAuthorKey(dir),
    keeping,
    log: () => undefined,
    onFatal: (error) => {
      throw error;
    },
  });
  await engine.saveWorkspace(workspaceSchema.parse(launchDayWorkspace(now)));
  for (let day = days; day > 0; day -= 1) {
    const from = now - day * dayMs;
    const lines = Array.from({ length: perDay }, (_, index) =>
      JSON.stringify({
        id: `d${day}-${index}`,
        at: Math.round(from + (index / perDay) * dayMs),
        lang: 'en',
        text: `${sayings[(index * 7 + day) % sayings.length]}, ${tail(day * perDay + index)}`,
      }),
    );
    const bytes = new TextEncoder().encode(lines.join('\n'));
    const receivedAt = from + dayMs - 1;
    await engine.ingest({ kind: 'bytes', bytes, format: 'ndjson', defaults: { source: 'made' }, receivedAt });
  }
  await engine.close();
  const store = openStore(path);
  while ((await store.index(10_000)) > 0);
  await store.prune(now, keeping);
  await store.close();
}
