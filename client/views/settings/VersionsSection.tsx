import { useMutation } from '@tanstack/react-query';
import type { Workspace } from '../../../shared/domain.ts';
import { sentimentLabels } from '../../../shared/kinds.ts';
import type { StatusState } from '../../../shared/protocol.ts';
import type { MemberChange, Plain, WorkspaceChange } from '../../../shared/workspaceChanges.ts';
import type { Answered, RequestFailed } from '../../history/fetchJson.ts';
import { useSaveWorkspace } from '../../history/useSaveWorkspace.ts';
import { fetchVersion, useVersions } from '../../history/useVersions.ts';
import { useFrame, useIsLost } from '../../live/useFrame.ts';
import { addedTogether } from '../../select/addedTogether.ts';
import type { Format } from '../../ui/format.ts';
import { Loading } from '../../ui/Loading.tsx';
import { type Say, useWords } from '../../ui/useWords.ts';
import type { WordKey } from '../../ui/words/en.ts';
import { rulesEn } from '../../ui/words/rules.en.ts';
import type { Lock } from './lock.ts';
import css from './Rules.module.css';
import { SaveProblem } from './SaveProblem.tsx';
import settings from './Settings.module.css';

type Props = { saved: Answered<Workspace>; lock: Lock; format: Format };

const selectVersion = (status: StatusState) => `${status.data} ${status.workspace}`;
const selectCounted = (status: StatusState) => status.history.ruleSet;

/** A member by its word; one that has none is told by the name it has in the document. */
const memberOf = (say: Say, member: string): string => {
  const key = `versions.member.${member}`;
  return key in rulesEn ? say(key as WordKey) : member;
};

const longest = 160;

function plainOf(say: Say, format: Format, member: string, value: Plain | null): string {
  if (member === 'languages' && value === '') return say('versions.allLanguages');
  if (value === null || value === '') return say('versions.nothing');
  if (member === 'threshold' && typeof value === 'number') return format.score(value);
  if (['at', 'from', 'to'].includes(member) && typeof value === 'number') return format.moment(value);
  if (typeof value === 'boolean') return say(value ? 'versions.yes' : 'versions.no');
  const opinion = sentimentLabels.find((one) => member === 'sentiment' && one === value);
  if (opinion) return say(`opinion.${opinion}`);
  if (typeof value === 'number') return format.number(value);
  const text = String(value);
  return text.length > longest ? `${text.slice(0, longest)} …` : text;
}

/** A member and its value before and after; of a list how long it was and is. */
function memberSentence(say: Say, format: Format, { member, from, to, items }: MemberChange): string {
  const name = memberOf(say, member);
  if (items && items.from === items.to) return say('versions.otherItems', { member: name, count: items.to });
  if (items) return say('versions.becomes', { member: name, before: items.from, after: items.to });
  if (from === undefined || to === undefined) return name;
  const [before, after] = [plainOf(say, format, member, from), plainOf(say, format, member, to)];
  return say('versions.becomes', { member: name, before, after });
}

type Row = { what: string; how: string };

/** Of the workspace itself: what, and its value before and after. */
function memberRow(say: Say, format: Format, { member, from, to, items }: MemberChange): Row {
  const list = `versions.list.${member}`;
  if (list in rulesEn)
    return { what: say('versions.order', { list: say(list as WordKey) }), how: say('versions.touched') };
  const what = memberOf(say, member);
  if (items) return { what, how: say('versions.fromTo', { before: items.from, after: items.to }) };
  if (from === undefined || to === undefined) return { what, how: say('versions.touched') };
  const [before, after] = [plainOf(say, format, member, from), plainOf(say, format, member, to)];
  return { what, how: say('versions.fromTo', { before, after }) };
}

function rowOf(say: Say, format: Format, change: WorkspaceChange): Row {
  if (change.list === null) return memberRow(say, format, change);
  const { name } = change;
  const list = say(`versions.list.${change.list}`);
  if (change.is !== 'changed') return { what: say(`versions.${change.is}`, { list }), how: name };
  const members = change.members.map((one) => memberSentence(say, format, one)).join(say('stop.semicolon'));
  return { what: list, how: say('versions.changed', { name, members }) };
}

/** One line each: what, then how; many things of one kind that were added together are one. */
function Changes({ changes, format }: { changes: readonly WorkspaceChange[]; format: Format }) {
  const { say, language } = useWords();
  const { together, single } = addedTogether(changes);
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const rows = [
    ...together.map(({ list: of, names }) => ({
      what: say('versions.together', { list: of, count: names.length }),
      how: list.format(names),
    })),
    ...single.map((change) => rowOf(say, format, change)),
  ];
  return (
    <dl>
      {rows.map(({ what, how }) => (
        <div key={`${what} ${how}`}>
          <dt>{what}</dt>
          <dd>{how}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What was changed, when, and the way back to any of it. */
export function VersionsSection({ saved, lock, format }: Props) {
  const { say } = useWords();
  const { items, error, showOlder, isFetching } = useVersions(useFrame('status', selectVersion) ?? '');
  const counted = useFrame('status', selectCounted);
  const isLost = useIsLost();
  const save = useSaveWorkspace();
  const bring = useMutation<unknown, RequestFailed, number>({
    mutationFn: async (version) => save.mutateAsync({ workspace: await fetchVersion(version), etag: saved.etag }),
  });
  return (
    <div className={settings.wide}>
      <h1 className={settings.title}>{say('settings.versions')}</h1>
      <p className="ink-2">{say('versions.what')}</p>
      {bring.error && <SaveProblem error={bring.error} isStale={false} onTakeOver={() => undefined} />}
      {!items && (error ? <p role="alert">{error.message}</p> : <Loading />)}
      {items?.length === 0 && <p className="ink-3">{say('versions.none')}</p>}
      {items && (
        <ol className={css.versions} aria-busy={bring.isPending}>
          {items.map(({ version, at, changes, recounts, restores }, index) => (
            <li key={version}>
              <span>
                <b>{say('versions.version', { version })}</b>
                <small>{format.moment(at)}</small>
                {index === 0 && <small>{say('versions.now')}</small>}
                {version === counted && index > 0 && <small>{say('versions.counted')}</small>}
              </span>
              <div>
                {restores !== undefined && <p className="strong">{say('versions.restores', { version: restores })}</p>}
                {changes.length === 0 && <p className="ink-3">{say('versions.same')}</p>}
                {changes.length > 0 && <Changes changes={changes} format={format} />}
                {recounts && <small>{say('versions.counts')}</small>}
              </div>
              {lock === null && (index > 0 || version > 1) && (
                <button
                  type="button"
                  className="button"
                  disabled={bring.isPending || isLost}
                  onClick={() => bring.mutate(index === 0 ? version - 1 : version)}
                >
                  {say(index === 0 ? 'versions.undo' : 'versions.bring')}
                </button>
              )}
            </li>
          ))}
        </ol>
      )}
      {showOlder && (
        <button type="button" className={`button ${css.older}`} disabled={isFetching} onClick={showOlder}>
          {say('versions.older')}
        </button>
      )}
    </div>
  );
}
