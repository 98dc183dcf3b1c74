import { lazy, Suspense, useState } from 'react';
import type { Alert } from '../../shared/alerts.ts';
import { useHere } from './hrefs.ts';
import css from './ShellAlerts.module.css';
import { useAtMost } from './useAtMost.ts';
import { useIsNarrow } from './useIsNarrow.ts';
import { useReservedRows } from './useReservedRows.ts';

/** Sentences of alerts come in both languages: they are loaded when there is something to say. */
const AlertLines = lazy(() => import('./AlertLines.tsx'));

/** On the page of thirty seconds two have their line; elsewhere, and on a phone, the newest one speaks for all. */
const rowsOf = (path: string, isNarrow: boolean) => (path === '/' && !isNarrow ? 2 : 1);
/** Ears hear of alerts at most this often. */
const spokenEveryMs = 30_000;

/** What waits for somebody, quietly below the places. What the screen itself is about is not said twice. */
export function ShellAlerts({ waiting }: { waiting: readonly Alert[] }) {
  const { path } = useHere();
  const [text, setText] = useState('');
  const spoken = useAtMost(text, spokenEveryMs);
  const told = path === '/alerts' ? [] : waiting.filter(({ id }) => path !== `/alerts/${id}`);
  const rows = Math.min(rowsOf(path, useIsNarrow()), told.length);
  const reserved = useReservedRows(path, rows);
  const shown = told.slice(0, rows);
  return (
    <div className={css.place} data-rows={reserved} style={{ '--rows': reserved } as object}>
      {shown.length > 0 && (
        <div className={css.lines}>
          <Suspense fallback={null}>
            <AlertLines alerts={shown} rest={told.slice(rows)} onText={setText} />
          </Suspense>
        </div>
      )}
      <p className="visually-hidden" aria-live="polite">
        {told.length > 0 ? spoken : ''}
      </p>
    </div>
  );
}
