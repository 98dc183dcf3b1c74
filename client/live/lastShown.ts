import type { Workspace } from '../../shared/domain.ts';
import { dayMs } from '../../shared/rollup.ts';
import type { ScoreboardAnswer } from '../../shared/scoreboard.ts';
import type { KeptTopics } from './liveStore.ts';

/** What the Brief showed when it was last live, kept on this machine, what names its figures, and how right they are. */
export type LastShown = KeptTopics & { workspace: Workspace; board: ScoreboardAnswer | null };

const shelf = 'launchroom-last-shown';
const place = '/last-shown';
/** Older figures help nobody, and whoever lost access in the meantime should not find them. */
const keptForMs = 7 * dayMs;
/** The file this is built into, whose name changes with every build: another one's states may have another shape. */
const madeBy = import.meta.url;

/** Browsers know it on HTTPS and on this machine only; elsewhere nothing is kept. */
const isKeeping = () => typeof caches !== 'undefined';

/** Settings may hold what people wrote; the Brief needs names, queries and launches of them. */
function withoutNotes(workspace: Workspace): Workspace {
  return {
    version: workspace.version,
    name: workspace.name,
    timeZone: workspace.timeZone,
    languages: workspace.languages,
    brands: workspace.brands,
    brandSets: workspace.brandSets,
    themes: workspace.themes,
    significance: workspace.significance,
    launches: workspace.launches.map(({ id, name, brand, at, timeZone, events, phases, competitors }) => ({
      id,
      name,
      brand,
      at,
      timeZone,
      events,
      phases,
      competitors,
      decisions: [],
    })),
  };
}

export async function keepLastShown(shown: LastShown): Promise<void> {
  if (!isKeeping()) return;
  const cache = await caches.open(shelf);
  const workspace = withoutNotes(shown.workspace);
  await cache.put(place, Response.json({ ...shown, workspace, madeBy }));
}

/** Null where nothing is kept, or only what is too old or of another build. `now`: epoch ms of this machine. */
export async function readLastShown(now: number): Promise<LastShown | null> {
  if (!isKeeping()) return null;
  const found = await (await caches.open(shelf)).match(place);
  if (!found) return null;
  const { madeBy: by, ...shown } = (await found.json()) as LastShown & { madeBy: string };
  return by === madeBy && shown.at <= now && now - shown.at < keptForMs ? shown : null;
}

/** When a key is given, changed or refused: what one person saw is not for the next. */
export async function forgetLastShown(): Promise<void> {
  if (isKeeping()) await caches.delete(shelf);
}
