import { type Stage, stages } from '../../shared/domain.ts';
import { dayMs } from '../../shared/rollup.ts';
import type { ScoreboardAnswer, ScoreLabel } from '../../shared/scoreboard.ts';
import type { Errors } from '../../shared/uncertainty.ts';
import type { Engine } from '../engine/engine.ts';
import type { History } from '../store/store.ts';
import { type DrawnDay, drawDay } from './drawDay.ts';
import type { Drawn } from './drawSheet.ts';
import { narrowedErrors } from './narrowError.ts';
import { type Judged, resultsOf } from './results.ts';

type Machine = Judged['machine'];
/** `machine`: what it said when the label was given, for when the post is gone. */
export type SheetEntry = Drawn & { label?: ScoreLabel; machine?: Machine };
export type Sheet = Omit<DrawnDay, 'items'> & { day: string; drawnAt: number; items: SheetEntry[] };

/** Sheets older than this measure a machine and a stream that are no more. */
const lastingDays = 90;
const indexKey = 'scoreboard';
const sheetKey = (day: string) => `scoreboard:${day}`;

export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

type Labelled = SheetEntry & { label: ScoreLabel };
const labelledOf = (items: readonly SheetEntry[]) => items.filter((item): item is Labelled => item.label !== undefined);

/** Each label stands for its share of the posts of its kind on that day. */
function judgedOn(sheet: Sheet, machineOf: (entry: SheetEntry) => Machine | undefined): Judged[] {
  const labelled = labelledOf(sheet.items);
  return labelled.flatMap((entry): Judged[] => {
    const machine = machineOf(entry);
    if (!machine) return [];
    const { label, theme, themeChance, stratum } = entry;
    const weight = sheet.population[stratum] / labelled.filter((one) => one.stratum === stratum).length;
    return [{ stratum, weight, label, machine, theme, themeChance }];
  });
}

/** Posts on days with labels that no label stands for: of their stage nobody labelled one. */
function unjudgedOf(sheets: readonly Sheet[]): Record<Stage, number> {
  const unjudged = { significant: 0, important: 0, 'set-aside': 0 };
  for (const { items, population } of sheets) {
    const seen = new Set(labelledOf(items).map(({ stratum }) => stratum));
    if (seen.size > 0) for (const stage of stages) if (!seen.has(stage)) unjudged[stage] += population[stage];
  }
  return unjudged;
}

/**
 * The sheets of one data set, kept among its settings: labels measure the machine and change no figure, only how surely it is known.
 * Each is drawn once a day: the day's date and the posts decide what.
 */
export function createScoreboard(
  {
    engine,
    history,
  }: {
    engine: Pick<Engine, 'setting' | 'setSetting' | 'ruleSet'>;
    history: Pick<History, 'keptCount' | 'verdicts'>;
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

  async function sheets(): Promise<Sheet[]> {
    const days = (await read<string[]>(indexKey)) ?? [];
    const found = await Promise.all(days.map((day) => read<Sheet>(sheetKey(day))));
    return found.filter((sheet) => sheet !== undefined);
  }

  async function draw(day: string): Promise<Sheet> {
    const drawnAt = now();
    const { workspace } = await engine.ruleSet();
    const labelled = new Set((await sheets()).flatMap(({ items }) => labelledOf(items)).map(({ seq }) => seq));
    const themes = workspace.themes.map(({ id }) => id);
    const isLabelled = (seq: number) => labelled.has(seq);
    return { day, drawnAt, ...(await drawDay({ history, day, now: drawnAt, themes, isLabelled })) };
  }

  /** Today's sheet; an empty one is not kept: posts may still come. */
  async function today(): Promise<Sheet> {
    const day = dayOf(now());
    const known = await read<Sheet>(sheetKey(day));
    if (known) return known;
    const sheet = await draw(day);
    if (sheet.items.length === 0) return sheet;
    await keep(sheet);
    return sheet;
  }

  async function keep(sheet: Sheet): Promise<void> {
    const { day } = sheet;
    await write(sheetKey(day), sheet);
    const oldest = dayOf(now() - lastingDays * dayMs);
    const days = (await read<string[]>(indexKey)) ?? [];
    for (const old of days) if (old < oldest) await engine.setSetting(sheetKey(old), '');
    await write(indexKey, [...days.filter((one) => one >= oldest && one !== day), day].sort());
  }

  /** What the machine says of them now. */
  async function machines(seqs: readonly number[]): Promise<Map<number, Machine>> {
    const verdicts = await history.verdicts({ seqs });
    return new Map(verdicts.map(({ seq, receivedAt: _, ...machine }) => [seq, machine]));
  }

  /** Every label beside what the machine says now of its post. */
  async function judgedIn(all: readonly Sheet[]): Promise<Judged[]> {
    const seqs = all.flatMap(({ items }) => labelledOf(items)).map(({ seq }) => seq);
    if (seqs.length === 0) return [];
    const now = await machines(seqs);
    return all.flatMap((sheet) => judgedOn(sheet, ({ seq, machine }) => now.get(seq) ?? machine));
  }

  return {
    today: () => inTurn(today),
    /** Keeps a sheet of another day with its labels, in place of one that is there. */
    keep: (sheet: Sheet): Promise<void> => inTurn(() => keep(sheet)),
    /** Notes or, with null, takes back what a person says of a post of that day. Undefined: it is not on that day's sheet. */
    label: (day: string, seq: number, label: ScoreLabel | null): Promise<SheetEntry | undefined> =>
      inTurn(async () => {
        const sheet = await read<Sheet>(sheetKey(day));
        const entry = sheet?.items.find((one) => one.seq === seq);
        if (!sheet || !entry) return undefined;
        if (label === null) {
          delete entry.label;
          delete entry.machine;
        } else {
          entry.machine = (await machines([seq])).get(seq) ?? entry.machine;
          entry.label = label;
        }
        await write(sheetKey(day), sheet);
        return entry;
      }),
    async results(): Promise<ScoreboardAnswer> {
      const all = await sheets();
      return { days: lastingDays, sheets: all.length, ...resultsOf(await judgedIn(all), unjudgedOf(all)) };
    },
    /** The error of net sentiment that the labels leave. */
    errors: async (): Promise<Errors> => narrowedErrors(await judgedIn(await sheets())),
  };
}

export type Scoreboard = ReturnType<typeof createScoreboard>;
