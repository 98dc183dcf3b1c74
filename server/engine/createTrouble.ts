import { type Store, StoreUnavailable } from '../store/store.ts';
import { EngineBusy } from './engine.ts';

const probeEveryMs = 1_000;

/** A store that cannot write now: said once, tried every second, and told when it writes again. */
export type Trouble = {
  /** Undefined while it writes. */
  because(): string | undefined;
  /** What whoever wanted to write is answered. */
  note(error: StoreUnavailable): EngineBusy;
  /** Something was written. */
  recover(): void;
  /** Does `work`; a store that cannot write is noted, any other error goes on. `otherwise` is called then. */
  during(work: () => Promise<unknown>, otherwise?: () => void): Promise<void>;
  close(): void;
};

export type TroubleOptions = {
  store: Store;
  /** Has something done between two transactions. */
  errand: (work: () => Promise<void>) => void;
  /** It begins, or ends. */
  changed: (trouble: string | undefined) => void;
  warn: (fields: object, message: string) => void;
};

export function createTrouble({ store, errand, changed, warn }: TroubleOptions): Trouble {
  let trouble: string | undefined;
  let timer: NodeJS.Timeout | undefined;

  function note(error: StoreUnavailable): EngineBusy {
    if (trouble !== error.message) {
      trouble = error.message;
      warn({ trouble, cause: String(error.cause ?? '') }, 'the store cannot write; senders are asked to come again');
      changed(trouble);
    }
    timer ??= setTimeout(() => {
      timer = undefined;
      errand(probe);
    }, probeEveryMs);
    return new EngineBusy(error.message, 2);
  }

  function recover(): void {
    if (trouble === undefined) return;
    warn({ trouble }, 'the store writes again');
    trouble = undefined;
    changed(trouble);
  }

  async function during(work: () => Promise<unknown>, otherwise?: () => void): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      otherwise?.();
      note(error);
    }
  }

  /** Large enough to need new pages: a full disk must not look well because an old page could be written over. */
  async function probe(): Promise<void> {
    if (trouble === undefined) return;
    await during(async () => {
      await store.setSetting('probe', 'x'.repeat(65_536));
      await store.setSetting('probe', '');
      recover();
    });
  }

  return { because: () => trouble, note, recover, during, close: () => clearTimeout(timer) };
}
