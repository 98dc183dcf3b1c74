import { setImmediate as breathe } from 'node:timers/promises';

/** Explaining a message takes from 0.1 ms to some ms (many brands in one text): after so long others have their turn. */
const turnMs = 5;

/** What `make` makes of each, in order, without holding the thread for longer than a turn. */
export async function inTurns<Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  let turnEnds = performance.now() + turnMs;
  for (const item of items) {
    if (performance.now() > turnEnds) {
      await breathe();
      turnEnds = performance.now() + turnMs;
    }
    made.push(await make(item));
  }
  return made;
}
