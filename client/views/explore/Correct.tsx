import { useRef } from 'react';
import { Link } from 'wouter';
import { sentimentLabels } from '../../../shared/kinds.ts';
import type { MentionAnswer } from '../../../shared/protocol.ts';
import { useCorrection } from '../../history/useCorrection.ts';
import { useSession } from '../../history/useSession.ts';
import { useIsLost } from '../../live/useFrame.ts';
import { deniedBrands } from '../../select/deniedBrands.ts';
import { hrefTo } from '../../ui/hrefs.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { WhileLive } from '../../ui/WhileLive.tsx';
import { AboutBrands, brandsFor, WhichBrand } from './AboutBrands.tsx';
import css from './Correct.module.css';
import type { Explored } from './useExplore.ts';

type Props = { mention: MentionAnswer; explored: Explored };

/** A person's word over the machine's, each in one click or one key, and the way back. */
export function Correct({ mention, explored }: Props) {
  const { say, names, workspace, version, here } = explored;
  const { mutate, isPending, error } = useCorrection(mention.seq, version);
  const isViewer = useSession().data?.role === 'view';
  const { corrected, trace } = mention;
  const isAside = trace.stage === 'set-aside';
  const themesRef = useRef<HTMLFieldSetElement>(null);
  const brandsRef = useRef<HTMLFieldSetElement>(null);
  const focusFirst = (set: HTMLFieldSetElement | null) => set?.querySelector('button')?.focus();
  const takeBack = () => mutate({ sentiment: null, themes: null, relevant: null });
  const denied = deniedBrands(mention);
  const brands = brandsFor(mention, denied, workspace?.brands ?? []);
  const [only] = brands.length === 1 ? brands : [];
  const sayKeys = Object.fromEntries(
    sentimentLabels.map((label, index) => [String(index + 1), () => mutate({ sentiment: label })]),
  );
  const isLost = useIsLost();
  useKeys(
    isViewer || isLost
      ? {}
      : isAside
        ? {
            y: () => (only ? mutate({ brand: only.id, relevant: true }) : focusFirst(brandsRef.current)),
            ...(corrected ? { u: takeBack } : {}),
          }
        : {
            ...sayKeys,
            y: () => mutate({ relevant: true }),
            n: () => mutate({ relevant: false }),
            t: () => focusFirst(themesRef.current),
            ...(corrected ? { u: takeBack } : {}),
          },
  );
  const themes = mention.themes.map((theme) => theme.id);
  if (isViewer) return null;
  return (
    <section className={css.correct} aria-label={say('explore.correct')} aria-busy={isPending}>
      <WhileLive>
        {isAside ? (
          <WhichBrand ref={brandsRef} {...{ brands, explored, mutate }} />
        ) : (
          <>
            <fieldset>
              <legend>{say('explore.correct.sentiment')}</legend>
              {sentimentLabels.map((label, index) => (
                <button
                  key={label}
                  type="button"
                  aria-pressed={mention.opinion === label}
                  aria-keyshortcuts={String(index + 1)}
                  onClick={() => mutate({ sentiment: label })}
                >
                  {say(`opinion.${label}`)}{' '}
                  <span className={css.key} aria-hidden="true">
                    {index + 1}
                  </span>
                </button>
              ))}
            </fieldset>
            {workspace && workspace.themes.length > 0 && (
              <fieldset ref={themesRef}>
                <legend>
                  {say('explore.correct.themes')}{' '}
                  <span className={css.key} aria-hidden="true">
                    T
                  </span>
                </legend>
                {workspace.themes.map(({ id, name }) => {
                  const isOn = themes.includes(id);
                  const next = isOn ? themes.filter((one) => one !== id) : [...themes, id];
                  return (
                    <button key={id} type="button" aria-pressed={isOn} onClick={() => mutate({ themes: next })}>
                      {name}
                    </button>
                  );
                })}
              </fieldset>
            )}
            <AboutBrands {...{ mention, explored, denied, mutate }} />
          </>
        )}
      </WhileLive>
      <p role="status">
        {denied.length > 0 && (
          <span className="strong">{say('correct.denied', { brands: denied.map(names.brand).join(', ') })} </span>
        )}
        {error && <span>{error.problem.errors?.[0]?.message ?? error.message}</span>}
        {corrected && !error && (
          <>
            {say('explore.corrected', { opinion: say(`opinion.${corrected.machine.opinion}`) })}{' '}
            <button type="button" className="door" disabled={isLost} aria-keyshortcuts="u" onClick={takeBack}>
              {say('explore.correct.undo')}
            </button>{' '}
            <span className={css.key} aria-hidden="true">
              U
            </span>
          </>
        )}
        {trace.ruled && (
          <>
            {' '}
            {say('correct.ruled', {
              rules: trace.ruled.ids.join(', '),
              machine: sayMachine(trace.ruled.machine, explored),
            })}
          </>
        )}
      </p>
      {!isAside && (
        <p className="ink-3">
          {say('correct.teaches')}{' '}
          <Link className="door" href={hrefTo(here, '/settings/corrections')}>
            {say('correct.teachesDoor')}
          </Link>
        </p>
      )}
    </section>
  );
}

function sayMachine(
  machine: NonNullable<MentionAnswer['trace']['ruled']>['machine'],
  { say, names }: Pick<Explored, 'say' | 'names'>,
): string {
  const place = machine.reason === null ? say('explore.stage.significant') : say(`reason.${machine.reason}`);
  const about = machine.themes.length === 0 ? names.theme('none') : machine.themes.map(names.theme).join(', ');
  return [say(`opinion.${machine.opinion}`), about, place].join(', ');
}
