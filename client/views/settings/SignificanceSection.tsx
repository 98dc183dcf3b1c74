import { useState } from 'react';
import type { Workspace } from '../../../shared/domain.ts';
import { keptAt, thresholdFor } from '../../../shared/keptPerDay.ts';
import type { SignificanceAnswer, StatusState } from '../../../shared/protocol.ts';
import { KeptCurve } from '../../charts/KeptCurve.tsx';
import type { Answered } from '../../history/fetchJson.ts';
import { useNewestWorkspace, useSaveWorkspace } from '../../history/useSaveWorkspace.ts';
import { useSignificance } from '../../history/useVersions.ts';
import { useFrame } from '../../live/useFrame.ts';
import { keptOf, neverSignificant } from '../../select/countedMentions.ts';
import {
  byHand,
  byTarget,
  draftOf,
  isSameSignificance,
  type SignificanceDraft,
  significanceOf,
  targetOf,
} from '../../select/significanceDraft.ts';
import type { Format } from '../../ui/format.ts';
import { useWords } from '../../ui/useWords.ts';
import { DraftPreview } from './DraftPreview.tsx';
import type { Lock } from './lock.ts';
import css from './Rules.module.css';
import { SaveBar } from './SaveBar.tsx';
import settings from './Settings.module.css';
import { sayWhenCounted, wholeDay } from './sayWhenCounted.ts';

type Props = { saved: Answered<Workspace>; lock: Lock; format: Format };
/** With the version it was begun on: saved over that one, so that nobody else's change is lost. */
type Draft = SignificanceDraft & { etag: string | null };

const selectVersion = (status: StatusState) => `${status.data} ${status.workspace} ${status.history.ruleSet}`;

/** The threshold of significance with what it keeps; a number a day asked for becomes a threshold. */
export function SignificanceSection({ saved, lock, format }: Props) {
  const { say } = useWords();
  const workspace = saved.value;
  // Nobody's draft: what is saved shows, also when somebody else has just saved it.
  const [begun, setBegun] = useState<Draft | null>(null);
  const draft = begun ?? { ...draftOf(workspace.significance), etag: saved.etag };
  const save = useSaveWorkspace();
  const takeOver = useNewestWorkspace(({ etag }) => {
    save.reset();
    setBegun((before) => before && { ...before, etag });
  });
  const answer = useSignificance(useFrame('status', selectVersion) ?? '').data;
  const known = answer && answer.mentions > 0 ? answer : undefined;
  // In the demo it can be tried, as queries can.
  const isReadOnly = lock === 'viewer';
  const significance = significanceOf(draft);
  const isChanged = !isSameSignificance(significance, workspace.significance);
  const next: Workspace = { ...workspace, significance };
  const change = (changed: SignificanceDraft) => {
    save.reset();
    setBegun({ ...changed, etag: draft.etag });
  };
  const { threshold } = draft;
  const { threshold: inUse } = workspace.significance;
  // What was heard for less than a day is not a day's count.
  const isPace = known !== undefined && known.days < wholeDay;
  const never = known ? neverSignificant(known) : 0;
  return (
    <form
      className={settings.wide}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ workspace: next, etag: draft.etag }, { onSuccess: () => setBegun(null) });
      }}
    >
      <h1 className={settings.title}>{say('settings.significance')}</h1>
      <p className="ink-2">{say('significance.what')}</p>
      <div className={css.form}>
        <div aria-live="polite">
          {known ? (
            <>
              <p className={css.keeps}>
                <Kept
                  perDay={perDayAt(known, threshold, format)}
                  word={isPace ? (threshold === inUse ? 'pace' : 'paceWould') : threshold === inUse ? 'kept' : 'keeps'}
                />
              </p>
              <p className="t13 ink-2">
                {say('significance.counted', {
                  when: sayWhenCounted(known, say, format, Date.now()),
                  mentions: known.mentions,
                  kept: keptOf(known, threshold),
                  tried: threshold === inUse ? 'no' : 'yes',
                })}
              </p>
              {never > 0 && <p className="t13 ink-3">{say('significance.never', { count: never })}</p>}
              {threshold !== inUse && (
                <p className="t13 ink-2">
                  {say('significance.now', {
                    perDay: perDayAt(known, inUse, format),
                    threshold: format.score(inUse),
                  })}
                </p>
              )}
            </>
          ) : (
            answer && <p className="ink-2">{say('significance.nothing')}</p>
          )}
        </div>
        <div className={css.threshold}>
          <label htmlFor="threshold">{say('significance.threshold')}</label>
          <div>
            <input
              type="range"
              id="threshold"
              min="0"
              max="1"
              step="0.01"
              value={threshold}
              disabled={isReadOnly}
              onChange={({ target }) => change(byHand(Number(target.value)))}
            />
            {known && (
              <>
                <h2 className={css.curveHead}>{say('significance.curve')}</h2>
                <KeptCurve
                  perDay={known.perDay}
                  threshold={threshold}
                  value={perDayAt(known, threshold, format)}
                  label={say('significance.curve')}
                  format={format}
                />
              </>
            )}
          </div>
          <output htmlFor="threshold" className="figures">
            {format.score(threshold)}
          </output>
        </div>
        <div className={css.target}>
          <label htmlFor="target">{say('significance.target')}</label>
          <input
            id="target"
            className={css.number}
            inputMode="numeric"
            maxLength={7}
            value={draft.target}
            readOnly={isReadOnly || !known}
            onChange={({ target }) => known && change(byTarget(draft, target.value, known.perDay))}
          />
        </div>
        {known && (
          <TargetLine
            draft={draft}
            known={known}
            isSaved={!isChanged}
            format={format}
            onAgain={isReadOnly ? undefined : () => change(byTarget(draft, draft.target, known.perDay))}
          />
        )}
        {lock === null && <DraftPreview draft={threshold === inUse ? undefined : next} format={format} />}
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
            setBegun(null);
          }}
        />
      </div>
    </form>
  );
}

/** The sentence of what is kept, its figure large. */
function Kept({ perDay, word }: { perDay: string; word: 'pace' | 'paceWould' | 'kept' | 'keeps' }) {
  const { say } = useWords();
  const [before, after] = say(`significance.${word}`, { perDay }).split(perDay);
  return (
    <>
      {before}
      <b className="figures">{perDay}</b>
      {after}
    </>
  );
}

const perDayAt = ({ perDay }: SignificanceAnswer, threshold: number, format: Format): string => {
  const kept = keptAt(perDay, threshold);
  return kept > 0 && kept < 9.95 ? format.times(kept) : format.number(Math.round(kept));
};

type TargetProps = {
  draft: SignificanceDraft;
  known: SignificanceAnswer;
  isSaved: boolean;
  format: Format;
  onAgain: (() => void) | undefined;
};

/** What was asked for, what it became, and whether that still holds. */
function TargetLine({ draft, known, isSaved, format, onAgain }: TargetProps) {
  const { say } = useWords();
  const target = targetOf(draft);
  if (target === undefined) return null;
  const found = thresholdFor(known.perDay, target) ?? 0;
  const values = {
    target: format.number(target),
    threshold: format.score(draft.threshold),
    perDay: perDayAt(known, draft.threshold, format),
  };
  if (!isSaved && found === 0 && keptAt(known.perDay, 0) <= target)
    return <p className="t13 ink-2">{say('significance.targetNone')}</p>;
  return (
    <p className="t13 ink-2">
      {say(isSaved ? 'significance.targetWas' : 'significance.targetSays', values)}{' '}
      {isSaved && found !== draft.threshold && onAgain && (
        <button type="button" className="door" onClick={onAgain}>
          {say('significance.again')}
        </button>
      )}
    </p>
  );
}
