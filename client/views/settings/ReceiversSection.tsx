import { useState } from 'react';
import type { ReceiverAnswer, ReceiversAnswer } from '../../../shared/receivers.ts';
import { useReceivers, useRemoveReceiver, useSaveReceiver, useTestReceiver } from '../../history/useReceivers.ts';
import { useIsLost } from '../../live/useFrame.ts';
import { type ReceiverDraft, receiverBodyOf, receiverDraftOf } from '../../select/receiverDraft.ts';
import { Dot } from '../../ui/Dot.tsx';
import type { Format } from '../../ui/format.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Unread } from '../../ui/Unread.tsx';
import { unsaved, useUnsaved } from '../../ui/unsaved.ts';
import { useWords } from '../../ui/useWords.ts';
import { DeliveryLog, shapeOfDelivery } from './DeliveryLog.tsx';
import { ListHead } from './ItemList.tsx';
import { ReceiverForm } from './ReceiverForm.tsx';
import css from './Receivers.module.css';
import { SaveProblem } from './SaveProblem.tsx';
import settings from './Settings.module.css';
import { sayReason } from './sayReason.ts';

type Props = { isDemo: boolean; format: Format };

/** Who is told of alerts outside these screens, and what came of it. */
export function ReceiversSection({ isDemo, format }: Props) {
  const answer = useReceivers();
  if (answer.data) return <Receivers answer={answer.data} isDemo={isDemo} format={format} />;
  if (!answer.error) return <Loading />;
  return <Unread what="state.unread.receivers" error={answer.error} retry={() => void answer.refetch()} />;
}

function Receivers({ answer, isDemo, format }: Props & { answer: ReceiversAnswer }) {
  const { say, language } = useWords();
  const { receivers, serverSmtp } = answer;
  const save = useSaveReceiver();
  const remove = useRemoveReceiver();
  const test = useTestReceiver();
  const isLost = useIsLost();
  const otherwise = { language, hasServer: serverSmtp !== null };
  const [openId, setOpenId] = useState<string | undefined>(receivers[0]?.id);
  const receiver = receivers.find((one) => one.id === openId);
  const kept = receiverDraftOf(receiver, otherwise);
  /** Null: as it is kept. */
  const [written, setWritten] = useState<ReceiverDraft | null>(null);
  const draft = written ?? kept;
  const isChanged = JSON.stringify(draft) !== JSON.stringify(kept);
  useUnsaved(isChanged);

  const open = (id: string | undefined) => {
    for (const one of [save, remove, test]) one.reset();
    setWritten(null);
    setOpenId(id);
  };
  const submit = () => {
    test.reset();
    save.mutate(
      { id: receiver?.id, body: receiverBodyOf(draft) },
      {
        onSuccess: ({ id }) => {
          setWritten(null);
          setOpenId(id);
        },
      },
    );
  };
  const removeIt = () => {
    if (!receiver) return;
    remove.mutate(receiver.id, { onSuccess: () => open(receivers.find((one) => one !== receiver)?.id) });
  };
  const error = save.error ?? remove.error ?? test.error;
  return (
    <>
      <section className={settings.list} aria-label={say('settings.receivers')}>
        <ListHead title={say('settings.receivers')} onAdd={() => unsaved.leave(() => open(undefined))} />
        <ol>
          {receivers.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                aria-current={one.id === openId || undefined}
                onClick={() => one.id !== openId && unsaved.leave(() => open(one.id))}
              >
                <ReceiverMark receiver={one} />
                <span className={css.item}>
                  {one.name}
                  <small>
                    {say(one.isOff ? 'receivers.off' : one.last ? `delivery.${one.last.state}` : 'receivers.first')}
                    {one.waiting > 0 && ` · ${say('receivers.waiting', { count: one.waiting })}`}
                  </small>
                </span>
              </button>
            </li>
          ))}
        </ol>
        {receivers.length === 0 && <p className="t12 ink-3">{say('receivers.none')}</p>}
        <p className="t12 ink-3">{say(isDemo ? 'receivers.own' : 'receivers.what')}</p>
      </section>
      <div className={settings.work}>
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <h1 className={settings.title}>{receiver ? receiver.name : say('receivers.new')}</h1>
          <ReceiverForm
            draft={draft}
            receiver={receiver}
            serverSmtp={serverSmtp}
            onChange={(part) => setWritten({ ...draft, ...part })}
          />
          <footer className={css.foot}>
            {error && <SaveProblem error={error} isStale={false} onTakeOver={() => undefined} />}
            <p role="status">
              {isChanged
                ? say('unsaved.note')
                : test.isPending
                  ? say('receivers.testing')
                  : test.data
                    ? test.data.state === 'delivered'
                      ? say('receivers.tested')
                      : say('receivers.testFailed', { reason: sayReason(say, test.data.reason) })
                    : save.isSuccess
                      ? say('receivers.saved')
                      : ''}
            </p>
            <span className={settings.buttons}>
              {receiver && (
                <button
                  type="button"
                  className={settings.delete}
                  disabled={remove.isPending || isLost}
                  onClick={removeIt}
                >
                  {say('receivers.remove')}
                </button>
              )}
              {isChanged && (
                <button type="button" className="button" onClick={() => open(openId)}>
                  {say('settings.discard')}
                </button>
              )}
              {receiver && !isChanged && (
                <button
                  type="button"
                  className="button"
                  disabled={test.isPending || isLost}
                  onClick={() => {
                    save.reset();
                    test.mutate(receiver.id);
                  }}
                >
                  {say('receivers.test')}
                </button>
              )}
              <button type="submit" className="button primary" disabled={!isChanged || save.isPending || isLost}>
                {say('receivers.save')}
              </button>
            </span>
          </footer>
        </form>
        <DeliveryLog receivers={receivers} format={format} />
      </div>
    </>
  );
}

function ReceiverMark({ receiver }: { receiver: ReceiverAnswer }) {
  const { last, isOff, waiting } = receiver;
  return <Dot shape={isOff || !last ? 'lost' : waiting > 0 ? 'slow' : shapeOfDelivery[last.state]} />;
}
