import type { Corrected, RuleSet, Store } from '../store/store.ts';
import type { Replay, Slice } from './replay.ts';

/** After a failure: the thread that listens is started anew then. */
const againAfterMs = 5_000;

export type SecondLookParts = {
  store: Pick<Store, 'lookAgain'>;
  replay: Replay;
  /** There is something to do. */
  stir: () => void;
  warn: (fields: object, message: string) => void;
};

type Question = { ruleSet: RuleSet; seq: number; slice: Slice | undefined };

/**
 * Gives mentions that matter their second look after they were counted by the first one: what arrives never waits for it.
 * Another thread listens to the transformer; the writing loop asks `step` between two deliveries.
 */
export function createSecondLook({ store, replay, stir, warn }: SecondLookParts) {
  let question: Question | undefined;
  let restTimer: NodeJS.Timeout | undefined;

  return {
    /** Goes on behind `heardTo`, unless it is under way; `seq` is the newest post's number. */
    ask(ruleSet: RuleSet, heardTo: number, seq: number): void {
      if (question || restTimer || heardTo >= seq) return;
      const asked: Question = { ruleSet, seq, slice: undefined };
      question = asked;
      replay.listen(ruleSet, heardTo).then(
        (slice) => {
          if (question !== asked) return;
          asked.slice = slice;
          stir();
        },
        (error: unknown) => {
          if (question !== asked) return;
          question = undefined;
          warn({ error: String(error) }, 'second looks have to wait');
          restTimer = setTimeout(() => {
            restTimer = undefined;
            stir();
          }, againAfterMs);
        },
      );
    },
    isReady: (): boolean => question?.slice !== undefined,
    /** What became different, and how far it is; undefined where what was heard no longer holds. */
    async step(ruleSet: RuleSet, liveFrom: number): Promise<(Corrected & { heardTo: number }) | undefined> {
      const asked = question;
      if (!asked?.slice) return undefined;
      question = undefined;
      if (asked.ruleSet.version !== ruleSet.version) return undefined;
      const { analyses, indexes, isLast, last } = asked.slice;
      // Numbers of posts that are not kept lie between: behind the last one everything has been looked at.
      const heardTo = isLast ? Math.max(last, asked.seq) : last;
      const verdicts = analyses.map((analysis, place) => ({ seq: indexes[place]!, analysis }));
      return { ...(await store.lookAgain(verdicts, heardTo, liveFrom)), heardTo };
    },
    /** What is being heard does not hold any more: history is counted again. */
    drop(): void {
      question = undefined;
    },
    /** Nothing more is heard. */
    giveUp(): void {
      clearTimeout(restTimer);
      restTimer = undefined;
      question = undefined;
      replay.rest();
    },
  };
}
