import { useRef } from 'react';
import { Link } from 'wouter';
import { sentimentLabels } from '../../../shared/kinds.ts';
import type { MentionAnswer } from '../../../shared/protocol.ts';
import { useCorrection } from '../../history/useCorrection.ts';
import { useSession } from '../../history/useSession.ts';
import { hrefTo } from '../../ui/hrefs.ts';
import { useKeys } from '../../ui/useKeys.ts';
import css from './Correct.module.css';
import type { Explored } from './useExplore.ts';

type Props = { mention: MentionAnswer; explored: Explored };

/** A person's word over the machine's, each in one click or one key, and the way back. */
export function Correct({ mention, explored }: Props) {
  const { say, workspace, version, here } = explored;
  const { mutate, isPending, error } = useCorrection(mention.seq, version);
  const isViewer = useSession().data?.role === 'view';
  const { corrected, trace } = mention;
  const isAside = trace.stage === 'set-aside';
  const themesRef = useRef<HTMLFieldSetElement>(null);
  const brandsRef = useRef<HTMLFieldSetElement>(null);
  const focusFirst = (set: HTMLFieldSetElement | null) => set?.querySelector('button')?.focus();
  const takeBack = () => mutate({ sentiment: null, themes: null, relevant: null });
  const brands = brandsFor(mention, workspace?.brands ?? []);
  const [only] = brands.length === 1 ? brands : [];
  const sayKeys = Object.fromEntries(
    sentimentLabels.map((label, index) => [String(index + 1), () => mutate({ sentiment: label })]),
  );
  useKeys(
    isViewer
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
  const isRelevant = mention.reason !== 'other-meaning';
  if (isViewer) return null;
  return (
    <section className={css.correct} aria-label={say('explore.correct')} aria-busy={isPending}>
      {isAside ? (
        <fieldset ref={brandsRef}>
          <legend>
            {say('correct.whichBrand')}{' '}
            <span className={css.key} aria-hidden="true">
              Y
            </span>
          </legend>
          {brands.map(({ id, name }) => (
            <button key={id} type="button" aria-pressed="false" onClick={() => mutate({ brand: id, relevant: true })}>
              {name}
            </button>
          ))}
          <span className="ink-3">{say('correct.noneOfThem')}</span>
        </fieldset>
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
          <fieldset>
            <legend>{say('explore.correct.relevant')}</legend>
            {[true, false].map((relevant) => (
              <button
                key={String(relevant)}
                type="button"
                aria-pressed={isRelevant === relevant}
                aria-keyshortcuts={relevant ? 'y' : 'n'}
                onClick={() => mutate({ relevant })}
              >
                {say(relevant ? 'explore.correct.isRelevant' : 'explore.correct.isNot')}{' '}
                <span className={css.key} aria-hidden="true">
                  {relevant ? 'Y' : 'N'}
                </span>
              </button>
            ))}
          </fieldset>
        </>
      )}
      <p role="status">
        {error && <span>{error.problem.errors?.[0]?.message ?? error.message}</span>}
        {corrected && !error && (
          <>
            {say('explore.corrected', { opinion: say(`opinion.${corrected.machine.opinion}`) })}{' '}
            <button type="button" className="door" aria-keyshortcuts="u" onClick={takeBack}>
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

type Brands = NonNullable<Explored['workspace']>['brands'];

/** A brand whose NOT kept the post out is asked for first. */
function brandsFor({ trace }: MentionAnswer, brands: Brands): Brands {
  const isExcluded = (id: string) => trace.brands.some((one) => one.id === id && one.excluded.length > 0);
  return [...brands].sort((a, b) => Number(isExcluded(b.id)) - Number(isExcluded(a.id)));
}

function sayMachine(
  machine: NonNullable<MentionAnswer['trace']['ruled']>['machine'],
  { say, names }: Pick<Explored, 'say' | 'names'>,
): string {
  const place = machine.reason === null ? say('explore.stage.significant') : say(`reason.${machine.reason}`);
  const about = machine.themes.length === 0 ? names.theme('none') : machine.themes.map(names.theme).join(', ');
  return [say(`opinion.${machine.opinion}`), about, place].join(', ');
}
