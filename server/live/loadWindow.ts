import { eachRow } from '../store/packRows.ts';
import type { History } from '../store/store.ts';
import { minutesFrom, quartersFrom } from './tiers.ts';
import { createWindow, type LiveWindow } from './window.ts';

/**
 * A window filled from the store. `seq` is the newest commit it holds: commits up to it must not be absorbed again. Load it
 * before anything is ingested, or keep what is committed meanwhile and absorb what is newer.
 */
export async function loadWindow(history: History, now: number): Promise<{ window: LiveWindow; seq: number }> {
  const window = createWindow(now);
  const fromMinutes = minutesFrom(now);
  const { rows, funnel, seq } = await history.windowRows(quartersFrom(now), fromMinutes);
  for (const block of rows) window.load(eachRow(block), [], fromMinutes);
  window.load([], funnel, fromMinutes);
  return { window, seq };
}
