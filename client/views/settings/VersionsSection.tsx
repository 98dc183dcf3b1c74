import { useMutation } from '@tanstack/react-query';
import type { Workspace } from '../../../shared/domain.ts';
import type { StatusState } from '../../../shared/protocol.ts';
import type { WorkspaceChange } from '../../../shared/workspaceChanges.ts';
import type { Answered, RequestFailed } from '../../history/fetchJson.ts';
import { useSaveWorkspace } from '../../history/useSaveWorkspace.ts';
import { fetchVersion, useVersions } from '../../history/useVersions.ts';
import { useFrame } from '../../live/useFrame.ts';
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

/** A member by its word; one that has none is told by the name it has in the document. */
const memberOf = (say: Say, member: string): string => {
  const key = `versions.member.${member}`;
  return key in rulesEn ? say(key as WordKey) : member;
};

function sentenceOf(say: Say, change: WorkspaceChange): string {
  if (change.list === null) {
    const list = `versions.list.${change.member}`;
    return list in rulesEn ? say('versions.order', { list: say(list as WordKey) }) : memberOf(say, change.member);
  }
  const { name } = change;
  const list = say(`versions.list.${change.list}`);
  if (change.is !== 'changed') return say(`versions.${change.is}`, { list, name });
  return say('versions.changed', { list, name, members: change.members.map((one) => memberOf(say, one)).join(', ') });
}

/** What was changed, when, and the way back to any of it. */
export function VersionsSection({ saved, lock, format }: Props) {
  const { say } = useWords();
  const versions = useVersions(useFrame('status', selectVersion) ?? '');
  const save = useSaveWorkspace();
  const bring = useMutation<unknown, RequestFailed, number>({
    mutationFn: async (version) => save.mutateAsync({ workspace: await fetchVersion(version), etag: saved.etag }),
  });
  const items = versions.data?.items;
  return (
    <div className={settings.wide}>
      <h1 className={settings.title}>{say('settings.versions')}</h1>
      <p className="ink-2">{say('versions.what')}</p>
      {bring.error && <SaveProblem error={bring.error} isStale={false} onTakeOver={() => undefined} />}
      {!items && <Loading />}
      {items?.length === 0 && <p className="ink-3">{say('versions.none')}</p>}
      {items && (
        <ol className={css.versions} aria-busy={bring.isPending}>
          {items.map(({ version, at, changes, recounts }, index) => (
            <li key={version}>
              <span>
                <b>{say('versions.version', { version })}</b>
                <small>{format.moment(at)}</small>
              </span>
              <p>
                {changes.map((change) => sentenceOf(say, change)).join('; ')}
                {recounts && <small>{say('versions.counts')}</small>}
              </p>
              {lock === null ? (
                <button
                  type="button"
                  className="button"
                  disabled={bring.isPending}
                  onClick={() => bring.mutate(index === 0 ? version - 1 : version)}
                >
                  {say(index === 0 ? 'versions.undo' : 'versions.bring')}
                </button>
              ) : (
                <small>{index === 0 && say('versions.now')}</small>
              )}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
