import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Launch, Workspace } from '../../../shared/domain.ts';
import { compareSteps, type LaunchComparison } from '../../../shared/launchComparison.ts';
import { launchTheme } from '../../../shared/launchThemes.ts';
import { dayMs } from '../../../shared/rollup.ts';
import { netSentiment } from '../../../shared/uncertainty.ts';
import { useComparisonOf } from '../../history/useComparisonOf.ts';
import { exploreLink } from '../../select/exploreState.ts';
import { type LaunchFigures, launchFigures } from '../../select/launchFigures.ts';
import { useErrors } from '../../ui/Errors.tsx';
import { looksOf, useHere } from '../../ui/hrefs.ts';
import { MoreWords } from '../../ui/MoreWords.tsx';
import { netTone } from '../../ui/netTone.ts';
import { offsetWords } from '../../ui/offsetWords.ts';
import { sayOutcome } from '../../ui/sayOutlook.ts';
import { sayStanding } from '../../ui/sayStanding.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useWords } from '../../ui/useWords.ts';
import { Decided, DecisionsLead } from './DecisionsLead.tsx';
import css from './LaunchLead.module.css';
import { UrgentPoint } from './UrgentPoint.tsx';

/** So long a launch is one of today. */
const weekMs = 7 * dayMs;

type Props = { launch: Launch; workspace: Workspace; version: string };

/** What a launch's page says first: where it stands, in a sentence, and the figures that it rests on. */
export default function LaunchLead(props: Props) {
  return (
    <MoreWords>
      <Lead {...props} />
    </MoreWords>
  );
}

function Lead({ launch, workspace, version }: Props) {
  const { say } = useWords();
  const format = useFormat(launch.timeZone);
  const { data } = useComparisonOf(launch, workspace, useHere().search, version).answer;
  // Where it cannot be read the curve says so.
  if (!data) return null;
  const came = launch.outcome === undefined ? null : { ...workspace.outcome, value: launch.outcome };
  const { headline, counted, more } = sayStanding(data, say, format);
  const figures = data.standing && launchFigures(data.launch, data.standing, compareSteps[data.step]);
  // What stands as a figure is not said again below it.
  const below = figures?.soFar ? more : [...counted, ...more];
  const isUnderWay = data.now >= launch.at && data.now < launch.at + weekMs;
  return (
    <section className={css.lead} aria-labelledby="comparison-title">
      <div>
        <h2 id="comparison-title" className={css.kicker}>
          {say('comparison.title')}
        </h2>
        <p className="lead">{headline}</p>
        <Decided launch={launch} />
        {isUnderWay && <UrgentPoint launch={launch} workspace={workspace} version={version} />}
        {figures && <Figures comparison={data} figures={figures} launch={launch} came={came} />}
        {below.length > 0 && <p className={css.more}>{below.join(' ')}</p>}
      </div>
      {launch.decisions.length > 0 && <DecisionsLead launch={launch} />}
    </section>
  );
}

/** What came of a launch, as one number. */
type Came = { name?: string; unit?: string | undefined; value: number };

type FiguresProps = { comparison: LaunchComparison; figures: LaunchFigures; launch: Launch; came: Came | null };

function Figures({ comparison, figures, launch, came }: FiguresProps) {
  const { say } = useWords();
  const here = useHere();
  const errors = useErrors();
  const format = useFormat(launch.timeZone);
  const { launch: told, standing, step } = comparison;
  if (!standing) return null;
  const { soFar, peak, opinions } = figures;
  const net = netSentiment(opinions, errors.whole);
  const { fromMs, toMs } = standing;
  const range = { range: 'custom', from: told.at + fromMs, to: told.at + toMs } as const;
  const themes = told.counts === 'product' ? [launchTheme(told.id)] : [];
  return (
    <dl className={css.figures}>
      {came && (
        <Figure name={came.name ?? say('outlook.anOutcome')}>
          <span>{sayOutcome(came.value, came.unit, format)}</span>
        </Figure>
      )}
      {/* Where nothing is compared it is the headline. */}
      {soFar && (standing.rank || standing.percentile !== undefined) && (
        <Figure
          name={say('lead.mentions', {
            count: soFar.mentions,
            counts: told.counts,
            at: offsetWords(toMs, format),
            texts: soFar.texts,
          })}
        >
          <Link
            className="door"
            href={exploreLink({ ...range, brands: [told.brand], themes, stage: 'important' }, looksOf(here))}
          >
            {format.number(soFar.mentions)}
          </Link>
        </Figure>
      )}
      {peak !== null && (
        <Figure name={say('lead.peak', { step, texts: peak.texts })}>
          <span>{format.number(peak.mentions)}</span>
        </Figure>
      )}
      {net && (
        <Figure name={say('lead.net')}>
          <span className={netTone(net)}>{format.signed(net.net)}</span> <small>{format.netSpread(net)}</small>
        </Figure>
      )}
    </dl>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="big-figure">{children}</dd>
    </div>
  );
}
