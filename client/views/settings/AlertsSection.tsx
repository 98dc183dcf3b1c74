import { useState } from 'react';
import { defaultAlertSettings } from '../../../shared/alertDefaults.ts';
import type { AlertRule } from '../../../shared/alerts.ts';
import type { Workspace } from '../../../shared/domain.ts';
import type { Answered } from '../../history/fetchJson.ts';
import { usePrecision } from '../../history/useAlerts.ts';
import { useSaveWorkspace } from '../../history/useSaveWorkspace.ts';
import { withRule } from '../../select/alertRuleDraft.ts';
import { ruleName } from '../../ui/ruleName.ts';
import { unsaved, useHasUnsaved } from '../../ui/unsaved.ts';
import { useWords } from '../../ui/useWords.ts';
import { AlertRuleForm } from './AlertRuleForm.tsx';
import css from './AlertRules.module.css';
import { ListHead, RemovedNote } from './ItemList.tsx';
import type { Lock } from './lock.ts';
import { QuietHoursForm } from './QuietHoursForm.tsx';
import { RehearsalPanel } from './RehearsalPanel.tsx';
import settings from './Settings.module.css';

type Props = { saved: Answered<Workspace>; lock: Lock; data: string };

/** No rule can be called so. */
const quietHours = ':quiet';

/** The rules by which somebody is told: the list with what people thought of each one's alerts, and the one that is open. */
export function AlertsSection({ saved, lock, data }: Props) {
  const { say } = useWords();
  const inUse = saved.value.alerts ?? defaultAlertSettings;
  const { rules } = inUse;
  const precision = usePrecision(data).data;
  const save = useSaveWorkspace();
  const isUnsaved = useHasUnsaved();
  const [open, setOpen] = useState(rules[0]?.id ?? '');
  const [removed, setRemoved] = useState<{ rule: AlertRule; index: number } | null>(null);
  const rule = rules.find(({ id }) => id === open);
  const go = (id: string) => {
    if (id !== open) unsaved.leave(() => setOpen(id));
  };
  const undo = () => {
    if (!removed) return;
    const alerts = withRule(inUse, removed.rule, removed.index);
    save.mutate(
      { workspace: { ...saved.value, alerts }, etag: saved.etag },
      {
        onSuccess: () => {
          setRemoved(null);
          setOpen(removed.rule.id);
        },
      },
    );
  };
  const noteFor = (one: AlertRule): string => {
    if (one.id === open && isUnsaved) return say('settings.draft');
    const of = precision?.find(({ rule: id }) => id === one.id);
    const judged = of ? of.useful + of.useless : 0;
    if (one.isOff) return say('alertRules.off');
    return of && judged > 0 ? say('alertRules.usefulOf', { useful: of.useful, judged }) : '';
  };
  return (
    <>
      <section className={settings.list} aria-label={say('alerts.rules')}>
        <ListHead title={say('alerts.rules')} onAdd={lock === null ? () => go('') : null} />
        <ol>
          {rules.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className={css.item}
                data-off={one.isOff || undefined}
                aria-current={one.id === open || undefined}
                onClick={() => go(one.id)}
              >
                <span>
                  {ruleName(one, say)}
                  {noteFor(one) !== '' && <small>{noteFor(one)}</small>}
                </span>
              </button>
            </li>
          ))}
          <li>
            <button
              type="button"
              className={css.item}
              aria-current={open === quietHours || undefined}
              onClick={() => go(quietHours)}
            >
              <span>
                {say('alertRules.quiet')}
                <small>
                  {inUse.quietHours ? `${inUse.quietHours.from}–${inUse.quietHours.to}` : say('alertRules.none')}
                </small>
              </span>
            </button>
          </li>
        </ol>
        {removed && <RemovedNote name={ruleName(removed.rule, say)} onUndo={undo} />}
        {save.error && (
          <p className="t12" role="alert">
            {save.error.problem.errors?.[0]?.message ?? save.error.message}
          </p>
        )}
        <p className="t12 ink-3">{say('alertRules.note')}</p>
        {data === 'demo' && <RehearsalPanel isViewer={lock === 'viewer'} zone={saved.value.timeZone} />}
      </section>
      {open === quietHours ? (
        <QuietHoursForm saved={saved} inUse={inUse} lock={lock} />
      ) : (
        <AlertRuleForm
          key={open}
          saved={saved}
          inUse={inUse}
          rule={rule}
          title={rule ? ruleName(rule, say) : say('alertRules.new')}
          precision={precision?.find((one) => one.rule === rule?.id)}
          lock={lock}
          onSaved={(id) => {
            setRemoved(null);
            setOpen(id);
          }}
          onRemoved={(gone, index) => {
            setRemoved({ rule: gone, index });
            setOpen(rules.find(({ id }) => id !== gone.id)?.id ?? '');
          }}
        />
      )}
    </>
  );
}
