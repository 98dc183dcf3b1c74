import { useState } from 'react';
import { Button, DropZone, FileTrigger } from 'react-aria-components';
import { useImportActions, useImports } from '../../history/useImports.ts';
import { useIsLost } from '../../live/useFrame.ts';
import type { Format } from '../../ui/format.ts';
import { useWords } from '../../ui/useWords.ts';
import { ImportCard } from './ImportCard.tsx';
import css from './Settings.module.css';

type Props = {
  format: Format;
  isDemo: boolean;
  /** Whether to choose a file is what a person would do next. */
  isNext?: boolean;
};

/** Choose or drop a file, look at how it is read, run it, stop it, fetch what was rejected. */
export function Imports({ format, isDemo, isNext = true }: Props) {
  const { say } = useWords();
  const jobs = useImports();
  const actions = useImportActions();
  const isLost = useIsLost();
  const [isSending, setSending] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const send = async (file: File | undefined) => {
    if (!file) return;
    setSending(file.name);
    setFailed(null);
    try {
      await actions.upload(file);
    } catch (error) {
      setFailed((error as Error).message);
    }
    setSending(null);
  };
  return (
    <section aria-labelledby="imports-title">
      <h2 id="imports-title" className={css.title2}>
        {say('settings.files')}
      </h2>
      <fieldset disabled={isLost} style={{ display: 'contents' }}>
        <DropZone
          className={css.drop}
          isDisabled={isLost}
          aria-label={say('settings.drop')}
          onDrop={(event) => {
            const file = event.items.find((item) => item.kind === 'file');
            if (file?.kind === 'file') void file.getFile().then(send);
          }}
        >
          <p>{say('settings.drop')}</p>
          <FileTrigger
            acceptedFileTypes={['.csv', '.tsv', '.ndjson', '.jsonl', '.gz', 'text/csv', 'application/x-ndjson']}
            onSelect={(files) => void send(files?.[0])}
          >
            <Button isDisabled={isLost} className={isNext ? 'button primary' : 'button'}>
              {say('settings.choose')}
            </Button>
          </FileTrigger>
        </DropZone>
        {isDemo && <p className="t12 ink-3">{say('settings.filesOwn')}</p>}
        {isSending !== null && <p role="status">{say('settings.sending', { name: isSending })}</p>}
        {failed !== null && <p role="alert">{failed}</p>}
        {(jobs.data ?? []).map((job) => (
          <ImportCard key={job.id} job={job} actions={actions} format={format} />
        ))}
      </fieldset>
    </section>
  );
}
