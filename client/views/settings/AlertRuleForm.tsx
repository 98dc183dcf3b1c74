import { useState } from 'react';
import { Link } from 'wouter';
import { alertKinds } from '../../../shared/alertKinds.ts';
import type { AlertRule, AlertSettings, RulePrecision } from '../../../shared/alerts.ts';
import type { Workspace } from '../../../shared/domain.ts';
import { channels } from '../../../shared/kinds.ts';
import { nameIn } from '../../../shared/nameIn.ts';
import type { Answered } from '../../history/fetchJson.ts';
import { useReceiverNames } from '../../history/useReceiverNames.ts';
import { useNewestWorkspace, useSaveWorkspace } from '../../history/useSaveWorkspace.ts';
import { namesOf } from '../../history/useWorkspace.ts';
import { alertRuleOf, newAlertRule, withoutRule, withRule } from '../../select/alertRuleDraft.ts';
import { idFor } from '../../select/watched.ts';
import { hrefTo, useHere } from '../../ui/hrefs.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './AlertRules.module.css';
import { Backtest } from './Backtest.tsx';
import { ChoiceChips } from './ChoiceChips.tsx';
import { ChoicePicker } from './ChoicePicker.tsx';
import type { Lock } from './lock.ts';
import rules from './Rules.module.css';
import { SaveBar } from './SaveBar.tsx';
import settings from './Settings.module.css';

type Props = {
  saved: Answered<Workspace>;
  inUse: AlertSettings;
  /** Undefined: a new one. */
  rule: AlertRule | undefined;
  /** What it is called on screen. */
  title: string;
  precision: RulePrecision | undefined;
  lock: Lock;
  onSaved: (id: string) => void;
  onRemoved: (rule: AlertRule, index: number) => void;
};

/** One rule: what it looks for, how sensitive it is and what that would have meant, and who hears of it. */
export function AlertRuleForm({ saved, inUse, rule, title, precision, lock, onSaved, onRemoved }: Props) {
  const { say, language } = useWords();
  const here = useHere();
  const workspace = saved.value;
  const format = useFormat(workspace.timeZone);
  const receivers = useReceiverNames(lock !== 'viewer');
  const before = rule ?? newAlertRule();
  // Nobody's draft: what is saved shows, also when somebody else has just saved it.
  const [begun, setBegun] = useState<{ draft: AlertRule; etag: string | null } | null>(null);
  const { draft, etag } = begun ?? { draft: before, etag: saved.etag };
  const save = useSaveWorkspace();
  const takeOver = useNewestWorkspace((newest) => {
    save.reset();
    setBegun((held) => held && { ...held, etag: newest.etag });
  });
  const id =
    rule?.id ??
    idFor(
      draft.name,
      inUse.rules.map((one) => one.id),
    );
  const next = alertRuleOf(draft, id);
  const isChanged = JSON.stringify(next) !== JSON.stringify(alertRuleOf(before, id));
  const isComplete = next.name !== '' && next.kinds.length > 0;
  const isReadOnly = lock === 'viewer';
  const change = (part: Partial<AlertRule>) => {
    save.reset();
    setBegun({ draft: { ...draft, ...part }, etag });
  };
  const number = (text: string, least: number, most: number) =>
    Math.min(most, Math.max(least, Math.round(Number(text)) || least));
  const remove = () => {
    if (!rule) return;
    const index = inUse.rules.indexOf(rule);
    save.mutate(
      { workspace: { ...workspace, alerts: withoutRule(inUse, rule.id) }, etag: saved.etag },
      { onSuccess: () => onRemoved(rule, index) },
    );
  };
  const judged = precision ? precision.useful + precision.useless : 0;
  return (
    <form
      className={settings.work}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(
          { workspace: { ...workspace, alerts: withRule(inUse, next) }, etag },
          {
            onSuccess: () => {
              setBegun(null);
              onSaved(id);
            },
          },
        );
      }}
    >
      <h1 className={settings.title}>{title}</h1>
      {precision && precision.alerts > 0 && (
        <p className="t13 ink-2" data-precision>
          {judged === 0
            ? say('alertRules.unjudged', { alerts: precision.alerts })
            : say('alertRules.precision', { useful: precision.useful, judged, alerts: precision.alerts })}
        </p>
      )}
      <div className={css.pair}>
        <label className={settings.field}>
          {say('settings.name')}
          <input
            value={draft.name}
            maxLength={120}
            readOnly={isReadOnly}
            onChange={({ target }) => change({ name: target.value })}
          />
        </label>
        <label className={css.tick}>
          <input
            type="checkbox"
            checked={!draft.isOff}
            disabled={isReadOnly}
            onChange={({ target }) => change({ isOff: !target.checked })}
          />
          {say('alertRules.isOn')}
        </label>
      </div>
      <ChoiceChips
        legend={say('alertRules.kinds')}
        note={say('alertRules.chooseKind')}
        choices={alertKinds.map((kind) => ({ id: kind, name: say(`alert.kind.${kind}`) }))}
        chosen={draft.kinds}
        isReadOnly={isReadOnly}
        onChange={(kinds) => change({ kinds })}
      />
      <div className={css.pickers}>
        <ChoicePicker
          legend={say('settings.brands')}
          choices={workspace.brands}
          chosen={draft.brands ?? []}
          isReadOnly={isReadOnly}
          onChange={(brands) => change({ brands })}
        />
        {workspace.themes.length > 0 && (
          <ChoicePicker
            legend={say('settings.themes')}
            choices={workspace.themes.map((theme) => ({ id: theme.id, name: nameIn(theme, language) }))}
            chosen={draft.themes ?? []}
            isReadOnly={isReadOnly}
            onChange={(themes) => change({ themes })}
          />
        )}
        <ChoicePicker
          legend={say('alertRules.channels')}
          choices={channels.map((channel) => ({ id: channel, name: say(`channel.${channel}`) }))}
          chosen={draft.channels ?? []}
          isReadOnly={isReadOnly}
          onChange={(chosen) => change({ channels: chosen })}
        />
      </div>
      <Backtest
        rule={next}
        isComplete={isComplete}
        isReadOnly={isReadOnly}
        names={namesOf(workspace, say('explore.noTheme'))}
        format={format}
        onSensitivity={(sensitivity) => change({ sensitivity })}
      />
      <div className={css.numbers}>
        <label>
          {say('alertRules.pending')}
          <span>
            <input
              className={rules.number}
              type="number"
              min="0"
              max="240"
              value={draft.pendingMinutes}
              readOnly={isReadOnly}
              onChange={({ target }) => change({ pendingMinutes: number(target.value, 0, 240) })}
            />{' '}
            {say('alertRules.minutes')}
          </span>
        </label>
        <label>
          {say('alertRules.least')}
          <span>
            <input
              className={rules.number}
              type="number"
              min="1"
              max="1000000"
              value={draft.least}
              readOnly={isReadOnly}
              onChange={({ target }) => change({ least: number(target.value, 1, 1_000_000) })}
            />{' '}
            {say('alertRules.mentions')}
          </span>
        </label>
      </div>
      <label className={css.tick}>
        <input
          type="checkbox"
          checked={draft.interrupts}
          disabled={isReadOnly}
          onChange={({ target }) => change({ interrupts: target.checked })}
        />
        {say('alertRules.interrupts')}
      </label>
      {receivers && (
        <>
          <p className={css.tick}>
            <label className={css.tick}>
              <input
                type="checkbox"
                checked={draft.receivers === undefined}
                disabled={isReadOnly}
                onChange={({ target }) => change({ receivers: target.checked ? undefined : [] })}
              />
              {say('alertRules.allReceivers', { count: receivers.length })}
            </label>
            <Link className="door" href={hrefTo(here, '/settings/receivers')}>
              {say(receivers.length === 0 ? 'alertRules.addReceiver' : 'settings.receivers')}
            </Link>
          </p>
          {draft.receivers && (
            <ChoiceChips
              legend={say('alertRules.receivers')}
              note={say('alertRules.screensOnly')}
              choices={receivers}
              chosen={draft.receivers}
              isReadOnly={isReadOnly}
              onChange={(chosen) => change({ receivers: chosen })}
            />
          )}
        </>
      )}
      <SaveBar
        lock={lock}
        save={save}
        takeOver={takeOver}
        isNew={rule === undefined}
        isChanged={isChanged}
        note="alertRules.whatChanges"
        isComplete={isComplete}
        onDelete={remove}
        onDiscard={() => {
          save.reset();
          setBegun(null);
        }}
      />
    </form>
  );
}
