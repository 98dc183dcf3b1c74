import type { CountedTwice } from './fitError.ts';

const order = ['positive', 'neutral', 'negative'] as const;

/** The counts alone, one group a line, under a line that names the model (`stamp`) they were made for. */
export function writeCounted(sets: Readonly<Record<string, readonly CountedTwice[]>>, stamp: string): string {
  const lines = Object.entries(sets).flatMap(([name, members]) =>
    members.map(({ people, ours }) =>
      [name, ...order.map((key) => people[key]), ...order.map((key) => ours[key])].join('\t'),
    ),
  );
  return `${[`set\tpeople positive\tneutral\tnegative\tours positive\tneutral\tnegative\t${stamp}`, ...lines].join('\n')}\n`;
}

/** What `writeCounted` wrote; the caller names the sets that it holds. */
export function readCounted<Name extends string>(text: string): { stamp: string; sets: Record<Name, CountedTwice[]> } {
  const [head, ...lines] = text.trimEnd().split('\n');
  const sets: Record<string, CountedTwice[]> = {};
  for (const line of lines) {
    const [name, ...cells] = line.split('\t');
    const [a, b, c, d, e, f] = cells.map(Number) as [number, number, number, number, number, number];
    sets[name!] ??= [];
    sets[name!]!.push({
      people: { positive: a, neutral: b, negative: c },
      ours: { positive: d, neutral: e, negative: f },
    });
  }
  return { stamp: head!.split('\t').at(-1)!, sets };
}
