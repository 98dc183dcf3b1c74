import { type ReactNode, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Workspace } from '../../../shared/domain.ts';
import type { Answered } from '../../history/fetchJson.ts';
import { useNewestWorkspace, useSaveWorkspace } from '../../history/useSaveWorkspace.ts';
import { useBlueskySwitch, useDemoAction, useSources } from '../../history/useSources.ts';
import { useIsLost } from '../../live/useFrame.ts';
import { idFor, queryFor, withItem } from '../../select/watched.ts';
import { Dot } from '../../ui/Dot.tsx';
import { Frame } from '../../ui/Frame.tsx';
import { hrefTo, useHere } from '../../ui/hrefs.ts';
import { useUnsaved } from '../../ui/unsaved.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useWords } from '../../ui/useWords.ts';
import { FirstMentions } from './FirstMentions.tsx';
import { Imports } from './Imports.tsx';
import { IngestLine } from './IngestLine.tsx';
import { QueryEditor } from './QueryEditor.tsx';
import { SaveProblem } from './SaveProblem.tsx';
import css from './Settings.module.css';

type Props = { saved: Answered<Workspace>; isDemo: boolean };

/** From an empty screen to one's own figures: a name, then where posts come from, then look. */
export function FirstRun({ saved, isDemo }: Props) {
  const { say } = useWords();
  const here = useHere();
  const workspace = saved.value;
  const format = useFormat(workspace.timeZone);
  const sources = useSources();
  const bluesky = useBlueskySwitch();
  const demo = useDemoAction();
  const isLost = useIsLost();
  const brand = workspace.brands[0];
  const spoken = Object.entries(sources.data?.sources ?? {}).filter(([, health]) => health.accepted > 0);
  const accepted = spoken.reduce((sum, [, health]) => sum + health.accepted, 0);
  if (isDemo)
    return (
      <div className={css.wide}>
        <h1 className={css.headline}>{say('settings.firstRun')}</h1>
        <p className="ink-2">{say('settings.firstRunDemo')}</p>
        {(['brand', 'posts', 'look'] as const).map((step, index) => (
          <Step key={step} number={index + 1} is={index === 0 ? 'now' : 'later'} title={say(`settings.step.${step}`)}>
            <p className="ink-2">{say(`settings.stepWhy.${step}`)}</p>
          </Step>
        ))}
        <p className={css.go}>
          <button
            type="button"
            className="button primary"
            disabled={isLost || demo.isPending}
            onClick={() => demo.mutate('leave')}
          >
            {say('settings.startOwn')}
          </button>
          <span className="ink-3">{say('settings.startOwnWhy')}</span>
        </p>
        {demo.error && <p role="alert">{demo.error.message}</p>}
      </div>
    );
  return (
    <div className={css.wide}>
      <h1 className={css.headline}>{say('settings.firstRun')}</h1>
      <p className="ink-2">{say('settings.firstRunWhy')}</p>
      <div className={css.runs}>
        <div>
          <Step
            number={1}
            is={brand ? 'done' : 'now'}
            title={say('settings.step.brand')}
            note={brand && say('settings.done')}
          >
            {brand ? (
              <p>
                <b className="strong">{brand.name}</b>, {say('settings.writtenAs')}{' '}
                <Link className={`door ${css.query}`} href={hrefTo(here, '/settings/brands')}>
                  {brand.query}
                </Link>
              </p>
            ) : (
              <NameBrand saved={saved} />
            )}
          </Step>
          <Step number={2} is={spoken.length > 0 ? 'done' : brand ? 'now' : 'later'} title={say('settings.step.posts')}>
            <ul className={css.ways}>
              <li>
                <Dot shape={sources.data?.switches.bluesky ? 'live' : 'lost'} />
                <div>
                  <p>{say('settings.bluesky')}</p>
                  <small>
                    {bluesky.error?.message ?? say(brand ? 'settings.blueskyShort' : 'settings.blueskyAfter')}
                  </small>
                </div>
                {sources.data?.switches.bluesky !== undefined && (
                  <button
                    type="button"
                    className="button"
                    disabled={isLost || bluesky.isPending || (brand === undefined && !sources.data.switches.bluesky)}
                    onClick={() => bluesky.mutate(!sources.data!.switches.bluesky)}
                  >
                    {say(sources.data.switches.bluesky ? 'settings.turnOff' : 'settings.connect')}
                  </button>
                )}
              </li>
              <li>
                <Dot shape="lost" />
                <div>
                  <p>{say('settings.door')}</p>
                  <small>{say('settings.doorShort')}</small>
                  <details className={css.technical}>
                    <summary>{say('settings.technical')}</summary>
                    <small>{say('settings.doorFirst')}</small>
                    <IngestLine brand={brand?.name} />
                  </details>
                </div>
              </li>
              {spoken.map(([name, health]) => (
                <li key={name}>
                  <Dot shape={health.state === 'live' ? 'live' : 'lost'} />
                  <div>
                    <p>{name}</p>
                    <small>
                      {say('settings.acceptedPosts', { count: health.accepted, shown: format.number(health.accepted) })}
                    </small>
                  </div>
                </li>
              ))}
            </ul>
            <Imports format={format} isDemo={false} isNext={brand !== undefined && spoken.length === 0} />
          </Step>
          <Step number={3} is={brand && accepted > 0 ? 'now' : 'later'} title={say('settings.step.look')}>
            <p className="ink-2">{say(brand ? 'settings.fillIn' : 'settings.stepWhy.look')}</p>
            {brand && (
              <p className={css.openIt}>
                <Link className={`button ${accepted > 0 ? 'primary' : ''}`} href={hrefTo(here, '/')}>
                  {say('settings.openBrief')}
                </Link>
              </p>
            )}
          </Step>
        </div>
        <aside className={css.seen} aria-labelledby="seen-title">
          <h2 id="seen-title">{say('settings.seen')}</h2>
          {brand ? (
            <FirstMentions brand={brand} accepted={accepted} format={format} />
          ) : (
            <>
              <p className="ink-2">{say('settings.waiting')}</p>
              <Frame shape="rows" isFilled={false} />
            </>
          )}
        </aside>
      </div>
    </div>
  );
}

function NameBrand({ saved }: { saved: Answered<Workspace> }) {
  const { say } = useWords();
  const save = useSaveWorkspace();
  const isLost = useIsLost();
  const [name, setName] = useState('');
  const [own, setOwn] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const query = own ?? queryFor(name);
  useUnsaved(name !== '');
  const saveOver = ({ value, etag }: Answered<Workspace>) => {
    const id = idFor(
      name,
      value.brands.map((one) => one.id),
    );
    const named = { ...value, timeZone: zoneFor(value) };
    save.mutate({ workspace: withItem(named, 'brands', { id, name: name.trim(), query }), etag });
  };
  const takeOver = useNewestWorkspace(saveOver);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        // The one button of this step is never grey: without a name it leads to where one is written.
        if (name.trim() === '') field.current?.focus();
        else saveOver(saved);
      }}
    >
      <label className={css.field}>
        {say('settings.brandName')}
        <input ref={field} value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
      </label>
      {name.trim() !== '' && <QueryEditor query={query} onChange={setOwn} isReadOnly={false} />}
      {save.error && (
        <SaveProblem
          error={takeOver.error ?? save.error}
          isStale={save.error.problem.status === 412 && !takeOver.error}
          onTakeOver={() => takeOver.mutate()}
        />
      )}
      <button
        type="submit"
        className="button primary"
        disabled={isLost || (name.trim() !== '' && query.trim() === '') || save.isPending}
      >
        {say('settings.save')}
      </button>
    </form>
  );
}

/** A new workspace begins on UTC; the first to write in it most likely reads the clocks of this machine. */
function zoneFor(workspace: Workspace): string {
  return workspace.timeZone === 'UTC' ? Intl.DateTimeFormat().resolvedOptions().timeZone : workspace.timeZone;
}

/** `now`: the one thing to do next. */
type StepProps = { number: number; is: 'done' | 'now' | 'later'; title: string; note?: string; children: ReactNode };

function Step({ number, is, title, note, children }: StepProps) {
  return (
    <section className={css.step} data-step={is} aria-current={is === 'now' ? 'step' : undefined}>
      <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
        {is === 'done' ? (
          <>
            <circle cx="12" cy="12" r="11" fill="var(--ink-1)" />
            <path d="M7 12.4l3.4 3.3L17 9" fill="none" stroke="var(--bg)" strokeWidth="2" />
          </>
        ) : (
          <>
            <circle
              cx="12"
              cy="12"
              r="11"
              fill={is === 'now' ? 'var(--ink-1)' : 'none'}
              stroke={is === 'now' ? 'none' : 'var(--hairline-strong)'}
              strokeWidth="1.5"
            />
            <text
              x="12"
              y="16.5"
              textAnchor="middle"
              fontSize="13"
              fontWeight="620"
              fill={is === 'now' ? 'var(--bg)' : 'var(--ink-2)'}
            >
              {number}
            </text>
          </>
        )}
      </svg>
      <div>
        <h2>
          {title} {note && <small>{note}</small>}
        </h2>
        {children}
      </div>
    </section>
  );
}
