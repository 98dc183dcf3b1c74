import { Link } from 'wouter';
import type { Workspace } from '../../../shared/domain.ts';
import type { StatusState } from '../../../shared/protocol.ts';
import { useLaunchTable } from '../../history/useLaunchTable.ts';
import { namesOf } from '../../history/useWorkspace.ts';
import { useFrame } from '../../live/useFrame.ts';
import { type LaunchTableRow, launchTable, tableTop } from '../../select/launchTable.ts';
import { useErrors } from '../../ui/Errors.tsx';
import { hrefTo, useHere } from '../../ui/hrefs.ts';
import { Loading } from '../../ui/Loading.tsx';
import { offsetWords } from '../../ui/offsetWords.ts';
import { StaleNote } from '../../ui/StaleNote.tsx';
import { StateBlock } from '../../ui/StateBlock.tsx';
import { sayTextsBeside } from '../../ui/sayTextsBeside.ts';
import { Unread } from '../../ui/Unread.tsx';
import { useFormat } from '../../ui/useFormat.ts';
import { useIsFilling } from '../../ui/useIsFilling.ts';
import { useNamedWorkspace } from '../../ui/useNamedWorkspace.ts';
import { useNow } from '../../ui/useNow.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Launches.module.css';
import { LaunchRow } from './LaunchRow.tsx';

const selectVersion = (status: StatusState) => `${status.data} ${status.workspace}`;
const selectCounted = (status: StatusState) => `${status.history.ruleSet} ${status.history.corrections}`;

/** Which launch went how: all of the workspace, the newest first, on one scale. */
export default function Launches() {
  const { say } = useWords();
  const here = useHere();
  const isFilling = useIsFilling();
  const { data, error, refetch } = useNamedWorkspace(useFrame('status', selectVersion));
  if (error && !data) return <Unread what="state.unread.launches" error={error} isPage retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  if (data.value.launches.length === 0)
    return (
      <StateBlock shape="lost" title={say('launches.none')} why={say('launches.noneWhy')} frame="rows">
        <Link className="button primary" href={hrefTo(here, '/settings/launches')}>
          {say('launches.settings')}
        </Link>
      </StateBlock>
    );
  if (isFilling) return <StateBlock shape="live" title={say('state.filling')} why={say('state.fillingWhy')} />;
  return <Table workspace={data.value} />;
}

/** As wide as the table's columns come out on a laptop. */
const widths = '310px minmax(176px, 1fr) 116px 116px 84px 84px 84px 236px';

function Waiting() {
  const { say } = useWords();
  const heads = (['list.launch', 'list.curveName', 'list.early', 'list.day', 'list.peak', 'list.net'] as const).map(
    (key) => say(key),
  );
  const columns = { heads: [...heads, say('list.outcome'), say('list.verdict')], widths, below: 18 };
  return <Loading shape="rows" what={say('list.loading')} columns={columns} />;
}

function Table({ workspace }: { workspace: Workspace }) {
  const { say } = useWords();
  const here = useHere();
  const now = useNow(60_000);
  const version = useFrame('status', selectVersion) ?? '';
  const counted = useFrame('status', selectCounted) ?? '';
  const { comparisons, isWaiting, error, retry } = useLaunchTable(workspace.launches, `${version} ${counted}`);
  const rows = launchTable(workspace.launches, comparisons, now, useErrors().whole);
  const names = namesOf(workspace, '');
  const outcome = rows.some(({ launch }) => launch.outcome !== undefined) ? { ...workspace.outcome } : null;
  const top = tableTop(rows);
  const isTelling = rows.some(({ told }) => told?.missing === 'not-told');
  const format = useFormat(workspace.timeZone);
  return (
    <article className={css.page}>
      <header className={css.head}>
        <div>
          <p className={css.kicker}>{say('launches.title')}</p>
          <h1 className={css.title}>
            <Headline rows={rows} />
          </h1>
        </div>
        <Link className="button" href={hrefTo(here, '/settings/launches')}>
          {say('launches.settings')}
        </Link>
      </header>
      <StaleNote format={format} />
      {error && (
        <p role="alert" className={css.failed}>
          {say('list.failed')} {error.message}{' '}
          <button type="button" className="door" onClick={retry}>
            {say('state.retry')}
          </button>
        </p>
      )}
      <table className={css.table} aria-busy={isWaiting || undefined}>
        <caption className="visually-hidden">{say('list.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('list.launch')}</th>
            <th scope="col" className={css.curveHead}>
              {say('list.curveHead', { top: format.number(top) })}
            </th>
            <th scope="col">{say('list.early')}</th>
            <th scope="col">{say('list.day')}</th>
            <th scope="col">{say('list.peak')}</th>
            <th scope="col">{say('list.net')}</th>
            {outcome && <th scope="col">{outcome.name ?? say('list.outcome')}</th>}
            <th scope="col" className={css.verdictHead}>
              {say('list.verdict')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <LaunchRow key={row.launch.id} {...{ row, names, now, top, outcome, isTelling }} />
          ))}
        </tbody>
      </table>
      <p className={css.foot}>{say('list.foot')}</p>
    </article>
  );
}

/** The newest launch that can be measured, in a sentence; else how many there are. */
function Headline({ rows }: { rows: readonly LaunchTableRow[] }) {
  const { say } = useWords();
  const told = rows.find(({ verdict }) => verdict !== null);
  const format = useFormat(told?.launch.timeZone ?? 'UTC');
  if (!told?.verdict) return say('list.count', { count: rows.length });
  const { way, times, launches, toMs, texts } = told.verdict;
  return say(`list.headline.${way}`, {
    name: told.launch.name,
    times: format.times(times),
    launches,
    at: offsetWords(toMs, format),
    texts: sayTextsBeside(texts.how, texts.times, say, format),
  });
}
