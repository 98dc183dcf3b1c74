import type { Stage } from '../../shared/domain.ts';
import { dayMs } from '../../shared/rollup.ts';
import type { ScoreboardAnswer, ScoreLabel } from '../../shared/scoreboard.ts';
import type { Engine } from '../engine/engine.ts';
import type { Analysis } from '../pipeline/analysis.ts';
import { hashOf } from '../pipeline/normalize.ts';
import type { History, Kept } from '../store/store.ts';
import { createDrawing, type Drawn } from './drawSheet.ts';
import { type Judged, resultsOf } from './results.ts';

type Machine = Judged['machine'];
/** `machine`: what it said when the label was given, for when the post is gone. */
type Entry = Drawn & { label?: ScoreLabel; machine?: Machine };
export type Sheet = { day: string; drawnAt: number; population: Record<Stage, number>; items: Entry[] };

/** Sheets older than this measure a machine and a stream that are no more. */
const lastingDays = 90;
/** Of a flood the newest so many posts are drawn from: reading more of them would keep history questions waiting. */
const mostRead = 20_000;
const pagePosts = 500;
const indexKey = 'scoreboard';
const sheetKey = (day: string) => `scoreboard:${day}`;

export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const machineOf = ({ stage, lang, sentiment, brands, themes }: Analysis): Machine => ({
  stage,
  lang,
  sentiment: sentiment.label,
  brands: brands.map(({ id }) => id),
  themes: themes.map(({ id }) => id),
});
const ownVerdict = (post: Pick<Kept, 'analysis' | 'corrected'>) => machineOf(post.corrected?.machine ?? post.analysis);

/**
 * The sheets of one data set, kept among its settings: labels measure the machine and change no figure. Each is drawn once a
 * day, by the day's date alone, from the posts received in the day before.
 */
export function createScoreboard(
  {
    engine,
    history,
  }: {
    engine: Pick<Engine, 'setting' | 'setSetting' | 'ruleSet'>;
    history: Pick<History, 'keptCount' | 'keptAfter' | 'mention'>;
  },
  now: () => number,
) {
  /** One after the other: two labels at a time must not overwrite each other. */
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }

  async function read<Value>(key: string): Promise<Value | undefined> {
    const kept = await engine.setting(key);
    return kept === undefined || kept === '' ? undefined : (JSON.parse(kept) as Value);
  }
  const write = (key: string, value: unknown) => engine.setSetting(key, JSON.stringify(value));

  async function draw(day: string): Promise<Sheet> {
    const drawnAt = now();
    const { workspace } = await engine.ruleSet();
    const drawing = createDrawing(
      hashOf(day),
      workspace.themes.map(({ id }) => id),
    );
    const { seqFrom } = await history.keptCount(mostRead, mostRead);
    for (let seq = seqFrom - 1; ; ) {
      const posts = await history.keptAfter(seq, pagePosts);
      for (const post of posts) {
        if (post.receivedAt < drawnAt - dayMs) continue;
        const { stage, themes } = ownVerdict(post);
        drawing.add({ seq: post.seq, stage, themes });
      }
      if (posts.length < pagePosts) break;
      seq = posts.at(-1)!.seq;
    }
    return { day, drawnAt, ...drawing.finish() };
  }

  /** Today's sheet; an empty one is not kept: posts may still come. */
  async function today(): Promise<Sheet> {
    const day = dayOf(now());
    const known = await read<Sheet>(sheetKey(day));
    if (known) return known;
    const sheet = await draw(day);
    if (sheet.items.length === 0) return sheet;
    await write(sheetKey(day), sheet);
    const oldest = dayOf(now() - lastingDays * dayMs);
    const days = (await read<string[]>(indexKey)) ?? [];
    for (const old of days) if (old < oldest) await engine.setSetting(sheetKey(old), '');
    await write(indexKey, [...days.filter((one) => one >= oldest && one !== day), day]);
    return sheet;
  }

  async function machineNow({ seq, machine }: Entry): Promise<Machine | undefined> {
    const [post] = await history.mention({ seq });
    return post ? ownVerdict(post) : machine;
  }

  /** Each label stands for its share of the posts of its kind on that day. */
  async function judgedOn(sheet: Sheet): Promise<Judged[]> {
    const labelled = sheet.items.filter(({ label }) => label !== undefined);
    const judged = await Promise.all(
      labelled.map(async (entry): Promise<Judged[]> => {
        const machine = await machineNow(entry);
        if (!machine) return [];
        const ofItsKind = labelled.filter(({ stratum }) => stratum === entry.stratum).length;
        const weight = sheet.population[entry.stratum] / ofItsKind;
        const { label, theme, themeChance, stratum } = entry;
        return [{ stratum, weight, label: label!, machine, theme, themeChance }];
      }),
    );
    return judged.flat();
  }

  return {
    today: () => inTurn(today),
    /** Notes or, with null, takes back what a person says of a post of that day. False: it is not on that day's sheet. */
    label: (day: string, seq: number, label: ScoreLabel | null): Promise<boolean> =>
      inTurn(async () => {
        const sheet = await read<Sheet>(sheetKey(day));
        const entry = sheet?.items.find((one) => one.seq === seq);
        if (!sheet || !entry) return false;
        if (label === null) {
          delete entry.label;
          delete entry.machine;
        } else {
          entry.machine = await machineNow(entry);
          entry.label = label;
        }
        await write(sheetKey(day), sheet);
        return true;
      }),
    async results(): Promise<ScoreboardAnswer> {
      const days = (await read<string[]>(indexKey)) ?? [];
      const sheets = (await Promise.all(days.map((day) => read<Sheet>(sheetKey(day))))).filter(
        (one) => one !== undefined,
      );
      const judged: Judged[] = [];
      for (const sheet of sheets) judged.push(...(await judgedOn(sheet)));
      return { days: lastingDays, sheets: sheets.length, ...resultsOf(judged) };
    },
  };
}

export type Scoreboard = ReturnType<typeof createScoreboard>;
