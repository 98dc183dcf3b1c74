import { useState } from 'react';
import type { Workspace } from '../../../shared/domain.ts';
import type { StatusState } from '../../../shared/protocol.ts';
import type { Answered } from '../../history/fetchJson.ts';
import { useNewestWorkspace, useSaveWorkspace } from '../../history/useSaveWorkspace.ts';
import { useSignificance } from '../../history/useVersions.ts';
import { useFrame } from '../../live/useFrame.ts';
import { keptAt, thresholdFor } from '../../select/keptPerDay.ts';
import type { Format } from '../../ui/format.ts';
import { useWords } from '../../ui/useWords.ts';
import { DraftPreview } from './DraftPreview.tsx';
import type { Lock } from './lock.ts';
import css from './Rules.module.css';
import { SaveBar } from './SaveBar.tsx';
import settings from './Settings.module.css';

type Props = { saved: Answered<Workspace>; lock: Lock; format: Format };

const selectVersion = (status: StatusState) => `${status.data} ${status.workspace} ${status.history.ruleSet}`;

/** The threshold of significance with what it keeps; a number a day asked for becomes a threshold. */
export function SignificanceSection({ saved, lock, format }: Props) {
  const { say } = useWords();
  const workspace = saved.value;
  const now = workspace.significance.threshold;
  const [threshold, setThreshold] = useState(now);
  const [etag, setEtag] = useState(saved.etag);
  const [target, setTarget] = useState('');
  const save = useSaveWorkspace();
  const takeOver = useNewestWorkspace((newest) => {
    save.reset();
    setEtag(newest.etag);
  });
  const known = useSignificance(useFrame('status', selectVersion) ?? '').data;
  const isReadOnly = lock !== null;
  const isChanged = threshold !== now;
  const next: Workspace = { ...workspace, significance: { ...workspace.significance, threshold } };
  const asked = Number(target);
  const isAsked = target !== '' && Number.isFinite(asked) && asked >= 0;
  const proposed = known && isAsked ? thresholdFor(known.perDay, asked) : undefined;
  const askFor = (value: string) => {
    setTarget(value);
    const wanted = Number(value);
    if (!known || value === '' || !(wanted >= 0)) return;
    setThreshold(thresholdFor(known.perDay, wanted) ?? 0);
  };
  const perDay = known ? keptAt(known.perDay, threshold) : null;
  return (
    <form
      className={settings.wide}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ workspace: next, etag }, { onSuccess: (answer) => setEtag(answer.etag) });
      }}
    >
      <h1 className={settings.title}>{say('settings.significance')}</h1>
      <p className="ink-2">{say('significance.what')}</p>
      <div className={css.form}>
        {known && perDay !== null && (
          <div aria-live="polite">
            <p className={css.keeps}>
              {say(isChanged ? 'significance.keeps' : 'significance.kept', {
                perDay: format.number(Math.round(perDay)),
              })}
            </p>
            <p className="t12 ink-3">
              {say('significance.over', {
                mentions: format.number(known.mentions),
                days: format.duration(known.days * 86_400_000),
              })}
            </p>
          </div>
        )}
        <div className={css.threshold}>
          <label htmlFor="threshold">{say('significance.threshold')}</label>
          <input
            type="range"
            id="threshold"
            min="0"
            max="1"
            step="0.01"
            value={threshold}
            disabled={isReadOnly}
            onChange={(event) => {
              setTarget('');
              setThreshold(Number(event.target.value));
            }}
          />
          <output htmlFor="threshold" className="figures">
            {format.score(threshold)}
          </output>
        </div>
        {known && <Curve perDay={known.perDay} threshold={threshold} label={say('significance.curve')} />}
        <div className={css.target}>
          <label htmlFor="target">{say('significance.target')}</label>
          <input
            id="target"
            className={css.number}
            type="number"
            min="0"
            step="1"
            value={target}
            readOnly={isReadOnly || !known}
            onChange={(event) => askFor(event.target.value)}
          />
        </div>
        {isAsked && known && (
          <p className="t13 ink-2">
            {proposed === undefined
              ? say('significance.targetNone')
              : say('significance.targetSays', {
                  threshold: format.score(proposed),
                  perDay: format.number(Math.round(keptAt(known.perDay, proposed))),
                })}
          </p>
        )}
        {lock === null && <DraftPreview draft={isChanged ? next : undefined} format={format} />}
        <SaveBar
          lock={lock}
          save={save}
          takeOver={takeOver}
          isNew
          isChanged={isChanged}
          note="rules.whatChanges"
          isComplete
          onDelete={() => undefined}
          onDiscard={() => {
            save.reset();
            setTarget('');
            setThreshold(now);
          }}
        />
      </div>
    </form>
  );
}

/** Mentions kept a day over all thresholds, with the one that is chosen. */
function Curve({ perDay, threshold, label }: { perDay: readonly number[]; threshold: number; label: string }) {
  const top = Math.max(1, perDay[0] ?? 1);
  const y = (kept: number) => 70 - (66 * kept) / top;
  const line = perDay.map((kept, step) => `${step === 0 ? 'M' : 'L'}${step} ${y(kept).toFixed(1)}`).join('');
  return (
    <svg className={css.curve} viewBox="0 0 100 72" preserveAspectRatio="none" role="img" aria-label={label}>
      <path d={`${line}L100 70L0 70Z`} fill="var(--hairline)" />
      <path d={line} fill="none" stroke="var(--ink-3)" strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
      <path d={`M${threshold * 100} 2V70`} stroke="var(--ink-1)" strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
