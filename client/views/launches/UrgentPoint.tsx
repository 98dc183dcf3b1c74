import { Link } from 'wouter';
import type { Launch, Workspace } from '../../../shared/domain.ts';
import { useOpenPoints } from '../../history/useOpenPoints.ts';
import { useDoubtfulThemes } from '../../history/useScoreboard.ts';
import { namesOf } from '../../history/useWorkspace.ts';
import { hrefTo, useHere } from '../../ui/hrefs.ts';
import { sayOpenPoint, sayPointReason } from '../../ui/sayOpenPoint.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useMissing } from '../../ui/useMissing.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './LaunchLead.module.css';

type Props = { launch: Launch; workspace: Workspace; version: string };

/** The gravest of what waits for a decision about the launch's brand, in a sentence: nobody should have to read down to it. */
export function UrgentPoint({ launch, workspace, version }: Props) {
  const { say } = useWords();
  const here = useHere();
  const format = useFormat(launch.timeZone);
  const names = namesOf(workspace, say('brief.noneTheme'));
  const doubtful = useDoubtfulThemes(version);
  const { data } = useOpenPoints(launch.brand, `${version} ${launch.decisions.length}`);
  const isUnjudged = useMissing(data, format) !== null;
  const [gravest] = data?.open ?? [];
  if (!data || !gravest || gravest.kind === 'question') return null;
  const length = format.duration(data.to - data.from);
  const count = format.number(gravest.count);
  return (
    <p className={css.decidedLead}>
      <b className="strong">{sayOpenPoint(gravest, names, say)}</b>{' '}
      {say('lead.ofBrand', { brand: names.brand(launch.brand), time: format.time(data.to) })} {count}{' '}
      {sayPointReason(gravest, { doubtful, isUnjudged }, length, say, format)}{' '}
      <Link className="door" href={hrefTo(here, '/', { brand: launch.brand })}>
        {say('lead.open', { count: data.open.length, brand: names.brand(launch.brand) })}
      </Link>
    </p>
  );
}
