import type { Launch, Workspace } from '../../../shared/domain.ts';
import { useComparisonOf } from '../../history/useComparisonOf.ts';
import type { Names } from '../../history/useWorkspace.ts';
import { useHere } from '../../ui/hrefs.ts';
import { MoreWords } from '../../ui/MoreWords.tsx';
import { BesideTable } from './BesideTable.tsx';

type Props = { launch: Launch; workspace: Workspace; names: Names; version: string };

/** The figures of the launch and of those beside it; nothing until they are known, and where they cannot be read the curve says so. */
export default function BesidePanel(props: Props) {
  return (
    <MoreWords>
      <Panel {...props} />
    </MoreWords>
  );
}

function Panel({ launch, workspace, names, version }: Props) {
  const { data } = useComparisonOf(launch, workspace, useHere().search, version).answer;
  return data ? <BesideTable comparison={data} names={names} zone={launch.timeZone} /> : null;
}
