import { alertSettingsOf } from '../../shared/alertDefaults.ts';
import type { AlertRule } from '../../shared/alerts.ts';
import type { Workspace } from '../../shared/domain.ts';
import type { SourceHealth } from '../../shared/protocol.ts';
import { minuteMs } from '../../shared/rollup.ts';
import type { Told } from './standing.ts';
import { keyOf } from './watched.ts';

/** A connection that was lost comes back by itself within moments, mostly. */
const lostForMs = minuteMs;

/** What is known of a source: how many posts would have come since the last one, and how seldom so few come. */
export type Silence = { since: number; expected: number; severity: number; onceInDays?: number };

/** Sources that are lost, or that say nothing where they always did. */
export function createSourceWatch({ silenceOf }: { silenceOf: (source: string, now: number) => Silence | undefined }) {
  /** Since when a source says itself that it is lost. */
  const lostSince = new Map<string, number>();

  function told(
    rule: AlertRule,
    source: string,
    { since, expected, severity, onceInDays }: Silence,
    now: number,
  ): Told {
    const subject = { kind: 'silent-source' as const, source };
    const figure = { at: now, spanMs: now - since, value: 0, expected };
    return {
      watched: { key: keyOf(rule.id, subject), rule, subject },
      standing: {
        ...{ at: since, until: now, severity, figure, isKnown: true },
        ...(onceInDays === undefined ? {} : { onceInDays }),
      },
    };
  }

  return {
    look(workspace: Workspace, health: Readonly<Record<string, SourceHealth>>, now: number): Told[] {
      const rules = alertSettingsOf(workspace).rules.filter(
        ({ kinds, isOff }) => !isOff && kinds.includes('silent-source'),
      );
      for (const source of lostSince.keys()) if (health[source]?.state !== 'lost') lostSince.delete(source);
      const found: Told[] = [];
      for (const [source, { state, kind, postAt }] of Object.entries(health)) {
        if (kind === 'import' || state === 'off') continue;
        if (state === 'lost' && !lostSince.has(source)) lostSince.set(source, now);
        const lost = lostSince.get(source);
        const silence = silenceOf(source, now);
        if (lost !== undefined && now - lost >= lostForMs) {
          const since = postAt > 0 ? Math.min(postAt, lost) : lost;
          const known = silence ?? { expected: 0, severity: 5 };
          for (const rule of rules) found.push(told(rule, source, { ...known, since }, now));
        } else if (silence) for (const rule of rules) found.push(told(rule, source, silence, now));
      }
      return found;
    },
  };
}
