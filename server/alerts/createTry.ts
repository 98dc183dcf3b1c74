import type { Alert, AlertRule, BacktestAnswer } from '../../shared/alerts.ts';
import type { Workspace } from '../../shared/domain.ts';
import { createRaising } from './createRaising.ts';
import { createTermWatch } from './createTermWatch.ts';
import type { PastTerms } from './pastTerms.ts';
import type { Told } from './standing.ts';

export type Story = BacktestAnswer['alerts'][number];

export type TryOptions = {
  workspace: Workspace;
  /** With the sensitivity that is tried. */
  rule: AlertRule;
  from: number;
  terms: PastTerms;
};

/** What a rule with one sensitivity makes of what stood out: stories, each told once. */
export function createTry({ workspace, rule, from, terms: past }: TryOptions) {
  const watchesTerms = rule.kinds.includes('term');
  const terms = createTermWatch(past, { knownFrom: () => from });
  const asked = { ...workspace, alerts: { rules: [{ ...rule, isOff: false }], quietHours: null } };
  const raising = createRaising();
  const found = new Map<string, Alert>();

  function look(seen: readonly Told[], now: number, isQuarterOver: boolean): void {
    for (const { alert } of raising.look(seen, now, isQuarterOver)) found.set(alert.id, alert);
  }

  return {
    /** A look within a quarter-hour; `silent`: sources of which nothing came. */
    see(told: readonly Told[], silent: readonly Told[], now: number): void {
      if (told.length > 0) look([...terms.seen(), ...silent, ...told], now, false);
    },
    /** The look at the end of a quarter-hour. */
    async end(told: readonly Told[], silent: readonly Told[], now: number): Promise<void> {
      if (watchesTerms) for (const _ of workspace.brands) await terms.look(asked, now);
      look([...terms.seen(), ...silent, ...told], now, true);
    },
    stories: (): Story[] => [...found.values()].map(storyOf),
  };
}

function storyOf({ kind, brand, theme, channel, source, term, ...alert }: Alert): Story {
  const { at, until, severity, isKnown, current: figure } = alert;
  return {
    ...{ kind, at, until, severity, isKnown, figure },
    ...(brand === undefined ? {} : { brand }),
    ...(theme === undefined ? {} : { theme }),
    ...(channel === undefined ? {} : { channel }),
    ...(source === undefined ? {} : { source }),
    ...(term === undefined ? {} : { term }),
  };
}
