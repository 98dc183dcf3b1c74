import { useEffect, useSyncExternalStore } from 'react';

/** What navigates: wouter's `navigate`, as its Router hands it to `aroundNav`. */
type Navigate<Options> = (to: string, options?: Options) => void;

/**
 * Which drafts on screen are not saved, and the question before one is lost. A way out that would take a draft away (another
 * item, another path, back) waits until the reader has answered; what only changes the search of the address takes nothing.
 */
export function createUnsaved() {
  const drafts = new Set<object>();
  const listeners = new Set<() => void>();
  let asking: { go: () => void } | null = null;
  let isPassing = false;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const isHere = (to: string) => new URL(to, location.href).pathname === location.pathname;

  /** Does it at once where nothing would be lost; else asks first. */
  function leave(go: () => void): void {
    if (drafts.size === 0) {
      go();
      return;
    }
    asking = { go };
    tell();
  }

  return {
    leave,
    /** A draft from now on; returns the way to say that it is none any more. */
    hold(): () => void {
      const draft = {};
      drafts.add(draft);
      tell();
      return () => {
        drafts.delete(draft);
        // Where nothing is left to lose, nothing is asked.
        if (drafts.size === 0) asking = null;
        tell();
      };
    },
    has: () => drafts.size > 0,
    asking: () => asking,
    answer(isLeaving: boolean): void {
      const go = asking?.go;
      asking = null;
      if (isLeaving && go) {
        isPassing = true;
        go();
        isPassing = false;
      }
      tell();
    },
    /** For wouter's Router: every link and every `navigate` goes through it. */
    around<Options>(navigate: Navigate<Options>, to: string, options?: Options): void {
      if (isPassing || isHere(to)) navigate(to, options);
      else leave(() => navigate(to, options));
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export type Unsaved = ReturnType<typeof createUnsaved>;

export const unsaved: Unsaved = createUnsaved();

/**
 * The ways out that no link takes: back and forward, which cannot be held and are gone back on, and the page being closed, of
 * which only the browser itself may ask. Call it before anything else hears of `popstate`.
 */
export function guardHistory({ has, leave }: Pick<Unsaved, 'has' | 'leave'> = unsaved): void {
  let held = location.href;
  let isGoing = false;
  const note = () => {
    held = location.href;
  };
  addEventListener('pushState', note);
  addEventListener('replaceState', note);
  addEventListener(
    'popstate',
    (event) => {
      const isElsewhere = new URL(held).pathname !== location.pathname;
      if (isGoing || !has() || !isElsewhere) {
        isGoing = false;
        note();
        return;
      }
      event.stopImmediatePropagation();
      history.pushState(null, '', held);
      leave(() => {
        isGoing = true;
        history.back();
      });
    },
    { capture: true },
  );
  addEventListener('beforeunload', (event) => {
    if (has()) event.preventDefault();
  });
}

/** Says that what this component holds would be lost with it. */
export function useUnsaved(isUnsaved: boolean): void {
  useEffect(() => (isUnsaved ? unsaved.hold() : undefined), [isUnsaved]);
}

export const useHasUnsaved = (): boolean => useSyncExternalStore(unsaved.subscribe, unsaved.has);
export const useIsAsking = (): boolean => useSyncExternalStore(unsaved.subscribe, () => unsaved.asking() !== null);
