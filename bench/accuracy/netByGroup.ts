import { fittedSets, type NetGroup, type NetSets, type Thought } from '../../server/training/netGroups.ts';

/** Shares of negative, neutral and positive. */
type Shares = [number, number, number];
/** Texts of which the model thinks alike, and how many there are. */
type Kind = { thinks: ArrayLike<number>; texts: number };

const netOf = ([negative, , positive]: Shares): number => (positive - negative) / (positive + negative);

/**
 * The shares of the classes in a group by expectation maximisation (Saerens, Latinne and Decaestecker 2002), where
 * probabilities are of a stream in which the classes are equally common. `invented` texts for each real one, as many of each
 * class, hold it back: alone it takes the model's errors for shares.
 */
export function expectShares(kinds: readonly Kind[], invented: number): Shares {
  const texts = kinds.reduce((sum, kind) => sum + kind.texts, 0);
  let shares: Shares = [1 / 3, 1 / 3, 1 / 3];
  for (let round = 0; round < 200; round++) {
    const next: Shares = [(invented * texts) / 3, (invented * texts) / 3, (invented * texts) / 3];
    for (const { thinks, texts: weight } of kinds) {
      const whole = shares[0] * thinks[0]! + shares[1] * thinks[1]! + shares[2] * thinks[2]!;
      for (const k of [0, 1, 2] as const) next[k] += (weight * shares[k] * thinks[k]!) / whole;
    }
    shares = next.map((sum) => sum / (texts * (1 + invented))) as Shares;
  }
  return shares;
}

/** Nine bins: the likeliest class, and whether it is below 55 %, below 75 % or above. */
export function binOf(probabilities: ArrayLike<number>): number {
  let likeliest = 0;
  for (const k of [1, 2]) if (probabilities[k]! > probabilities[likeliest]!) likeliest = k;
  const chance = probabilities[likeliest]!;
  return likeliest * 3 + (chance < 0.55 ? 0 : chance < 0.75 ? 1 : 2);
}

const sumOf = (thoughts: readonly Thought[]): Shares =>
  [0, 1, 2].map((k) => thoughts.reduce((sum, { probabilities }) => sum + probabilities[k]!, 0)) as Shares;

const labelBinOf = (probabilities: ArrayLike<number>) => Math.floor(binOf(probabilities) / 3);

/** What the model thinks of a text of each bin, in the mean. */
function meansOfBins(thoughts: readonly Thought[], count: number, binned: typeof binOf): Shares[] {
  const bins = Array.from({ length: count }, (): Thought[] => []);
  for (const thought of thoughts) bins[binned(thought.probabilities)]!.push(thought);
  return bins.map((bin) => sumOf(bin).map((sum) => (bin.length === 0 ? 1 / 3 : sum / bin.length)) as Shares);
}

function labelsOf(thoughts: readonly Thought[]): Shares {
  const counts: Shares = [0, 0, 0];
  for (const { probabilities } of thoughts) counts[labelBinOf(probabilities) as 0 | 1 | 2] += 1;
  return counts;
}

const invented = [0.05, 0.1, 0.2] as const;

/**
 * Net sentiment by group, mean error among people's figures, by what is counted: labels as the store holds them; sums of
 * probabilities; expectation maximisation over every text, over counts in nine bins and over the labels alone; and labels and bins without near-copies.
 * What would be gained by a store that held them: docs/decisions/039.
 */
export function judgeNetByGroup(groups: NetSets<NetGroup>): Record<string, string>[] {
  const sets = Object.entries(fittedSets).flatMap(([trade, names]) => names.map((name) => ({ trade, name })));
  return sets.map(({ trade, name }) => {
    const members = groups[name];
    const others = sets.filter((set) => set.trade !== trade).flatMap((set) => groups[set.name]);
    const elsewhere = others.flatMap(({ thoughts }) => thoughts);
    const means = meansOfBins(elsewhere, 9, binOf);
    const meansOfLabels = meansOfBins(elsewhere, 3, labelBinOf);
    const error = (sharesOf: (thoughts: readonly Thought[]) => Shares, isOnce = false) => {
      let sum = 0;
      for (const { people, thoughts } of members) {
        const counted = isOnce ? thoughts.filter(({ isCopy }) => !isCopy) : thoughts;
        sum += Math.abs(netOf(sharesOf(counted)) - netOf([people.negative, people.neutral, people.positive]));
      }
      return (sum / members.length).toFixed(3);
    };
    const byText = (share: number) => (thoughts: readonly Thought[]) =>
      expectShares(
        thoughts.map(({ probabilities }) => ({ thinks: probabilities, texts: 1 })),
        share,
      );
    const byBins = (share: number) => (thoughts: readonly Thought[]) => {
      const kinds = means.map((thinks) => ({ thinks, texts: 0 }));
      for (const { probabilities } of thoughts) kinds[binOf(probabilities)]!.texts += 1;
      return expectShares(kinds, share);
    };
    const byLabels = (thoughts: readonly Thought[]) =>
      expectShares(
        labelsOf(thoughts).map((texts, k) => ({ thinks: meansOfLabels[k]!, texts })),
        0.1,
      );
    return {
      groups: `${name} (${members.length})`,
      labels: error(labelsOf),
      sums: error(sumOf),
      'three counts 0.1': error(byLabels),
      ...Object.fromEntries(
        invented.flatMap((share) => [
          [`texts ${share}`, error(byText(share))],
          [`bins ${share}`, error(byBins(share))],
        ]),
      ),
      'labels once': error(labelsOf, true),
      'bins 0.1 once': error(byBins(0.1), true),
    };
  });
}
