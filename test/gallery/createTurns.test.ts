import { expect, it } from 'vitest';
import { createTurns } from '../../gallery/createTurns.ts';

it('lets so many work at a time, in the order in which they came, and gives a turn back after a failure', async () => {
  const inTurn = createTurns(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const work = (name: number) =>
    inTurn(async () => {
      begun.push(name);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (name === 1) throw new Error('one fails');
      return name;
    });
  const all = [1, 2, 3, 4].map(work);
  const settled = Promise.allSettled(all);
  await Promise.resolve();
  expect(begun).toEqual([1, 2]);
  ends[0]!();
  await expect(all[0]).rejects.toThrow('one fails');
  expect(begun).toEqual([1, 2, 3]);
  ends[1]!();
  await all[1];
  expect(begun).toEqual([1, 2, 3, 4]);
  ends[2]!();
  ends[3]!();
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
});
