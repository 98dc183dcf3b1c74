import type { History, SignalSummary, SignalValue, Store, StoredRecord } from './store.ts';

type Writes = Pick<Store, 'keepRecords' | 'keepSignals' | 'dropSignal'>;
type Reads = Pick<History, 'records' | 'signals' | 'signalNames'>;

const inRange = (at: number, { from, to }: { from?: number; to?: number }) =>
  (from === undefined || at >= from) && (to === undefined || at < to);
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Records and signals of the store in memory. */
export function createMemoryNotes(): { store: Writes; history: Reads } {
  const records = new Map<string, StoredRecord>();
  const signals = new Map<string, SignalValue>();
  const keyOf = ({ name, brand, at }: Omit<SignalValue, 'value'>) => JSON.stringify([name, brand, at]);
  const sorted = () =>
    [...signals.values()].sort((a, b) => byText(a.name, b.name) || byText(a.brand, b.brand) || a.at - b.at);
  return {
    store: {
      async keepRecords(changes) {
        for (const { kind, id, at, body } of changes) {
          const key = JSON.stringify([kind, id]);
          if (body === null) records.delete(key);
          else records.set(key, { kind, id, at, body });
        }
      },
      async keepSignals(values) {
        const before = signals.size;
        for (const { name, brand, at, value } of values)
          signals.set(keyOf({ name, brand, at }), { name, brand, at, value });
        return signals.size - before;
      },
      async dropSignal(name, brand) {
        const before = signals.size;
        for (const [key, signal] of signals) if (signal.name === name && signal.brand === brand) signals.delete(key);
        return before - signals.size;
      },
    },
    history: {
      async records({ kind, limit, ...range }) {
        const found = [...records.values()].filter((record) => record.kind === kind && inRange(record.at, range));
        return found.sort((a, b) => b.at - a.at || byText(b.id, a.id)).slice(0, limit);
      },
      async signals({ names, brand, limit, ...range }) {
        const isAsked = (signal: SignalValue) =>
          (!names || names.includes(signal.name)) &&
          (brand === undefined || signal.brand === brand) &&
          inRange(signal.at, range);
        const newest = new Set(
          sorted()
            .filter(isAsked)
            .sort((a, b) => b.at - a.at)
            .slice(0, limit),
        );
        return sorted().filter((signal) => newest.has(signal));
      },
      async signalNames() {
        const found = new Map<string, SignalSummary>();
        for (const { name, brand, at } of sorted()) {
          const key = JSON.stringify([name, brand]);
          const summary = found.get(key) ?? { name, brand, values: 0, firstAt: at, lastAt: at };
          summary.values += 1;
          summary.lastAt = at;
          found.set(key, summary);
        }
        return [...found.values()];
      },
    },
  };
}
