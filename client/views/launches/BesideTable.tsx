import { Link } from 'wouter';
import {
  type ComparedLaunch,
  compareSteps,
  type LaunchComparison,
  type Standing,
} from '../../../shared/launchComparison.ts';
import { launchTheme } from '../../../shared/launchThemes.ts';
import { netSentiment } from '../../../shared/uncertainty.ts';
import type { Names } from '../../history/useWorkspace.ts';
import { exploreLink } from '../../select/exploreState.ts';
import { launchFigures } from '../../select/launchFigures.ts';
import { useErrors } from '../../ui/Errors.tsx';
import { hrefTo, looksOf, useHere } from '../../ui/hrefs.ts';
import { netTone } from '../../ui/netTone.ts';
import { offsetWords } from '../../ui/offsetWords.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './ComparisonPanel.module.css';

type Props = { comparison: LaunchComparison; names: Names; zone: string };

/** The launch and those beside it in figures of one and the same stretch; each count leads to its messages. */
export function BesideTable({ comparison, names, zone }: Props) {
  const { say } = useWords();
  const format = useFormat(zone);
  const { launch, past, standing, step } = comparison;
  const until = standing
    ? say('comparison.until', { at: offsetWords(standing.toMs, format) })
    : say('comparison.drawn');
  return (
    <table className={css.beside}>
      <caption>
        {say('comparison.beside')} <small>{say('comparison.besideSet', { counts: launch.counts, until })}</small>
      </caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{say('comparison.peak', { step })}</th>
          <th scope="col">{say('comparison.mentions')}</th>
          <th scope="col">{say('comparison.texts')}</th>
          <th scope="col">{say('comparison.metric.net')}</th>
        </tr>
      </thead>
      <tbody>
        {[launch, ...past].map((one) => (
          <Row
            key={one.id}
            told={one}
            isOwn={one === launch}
            standing={standing}
            stepMs={compareSteps[step]}
            color={names.color(one.brand)}
            zone={zone}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = {
  told: ComparedLaunch;
  isOwn: boolean;
  standing: Standing | null;
  stepMs: number;
  color: string;
  zone: string;
};

function Row({ told, isOwn, standing, stepMs, color, zone }: RowProps) {
  const { say } = useWords();
  const here = useHere();
  const errors = useErrors();
  const format = useFormat(zone);
  const { soFar, drawn, peak, opinions } = launchFigures(told, standing, stepMs);
  const net = netSentiment(opinions, errors.whole);
  const part = standing ? soFar : drawn;
  const range = part && ({ range: 'custom', from: told.at + part.fromMs, to: told.at + part.toMs } as const);
  const themes = told.counts === 'product' ? [launchTheme(told.id)] : [];
  return (
    <tr data-own={isOwn || undefined}>
      <th scope="row">
        <i style={{ background: color }} />
        <bdi>
          {isOwn ? told.name : <Link href={hrefTo(here, `/launches/${encodeURIComponent(told.id)}`)}>{told.name}</Link>}
        </bdi>{' '}
        <small>{format.moment(told.at)}</small>
      </th>
      <td>{peak === null ? say('comparison.none') : format.number(peak.mentions)}</td>
      <td>
        {range && part ? (
          <Link
            className="door"
            href={exploreLink({ ...range, brands: [told.brand], themes, stage: 'important' }, looksOf(here))}
          >
            {format.number(part.mentions)}
          </Link>
        ) : (
          say('comparison.none')
        )}
      </td>
      <td>{part ? format.number(part.texts) : say('comparison.none')}</td>
      <td>
        {net ? <span className={netTone(net)}>{format.signed(net.net)}</span> : say('comparison.none')}
        {net && <small> {format.netSpread(net)}</small>}
      </td>
    </tr>
  );
}
