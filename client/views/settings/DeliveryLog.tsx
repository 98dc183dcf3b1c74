import type { DeliveryAnswer, DeliveryState, ReceiverAnswer } from '../../../shared/receivers.ts';
import { useDeliveries } from '../../history/useReceivers.ts';
import { Dot, type DotShape } from '../../ui/Dot.tsx';
import type { Format } from '../../ui/format.ts';
import { useWords } from '../../ui/useWords.ts';
import listTable from './ListTable.module.css';
import css from './Receivers.module.css';
import settings from './Settings.module.css';
import { sayReason } from './sayReason.ts';

export const shapeOfDelivery: Record<DeliveryState, DotShape> = {
  ...{ waiting: 'slow', held: 'slow', delivered: 'live', refused: 'lost', 'given-up': 'lost', dropped: 'lost' },
} as const;

/** The newest messages to receivers, and what came of each. */
export function DeliveryLog({ receivers, format }: { receivers: readonly ReceiverAnswer[]; format: Format }) {
  const { say } = useWords();
  const answer = useDeliveries();
  const items = answer.data?.items ?? [];
  const nameOf = (id: string) => receivers.find((one) => one.id === id)?.name ?? say('deliveries.gone');
  const noteOf = ({ state, reason, nextAt }: DeliveryAnswer): string => {
    const next = state === 'held' ? 'deliveries.until' : 'deliveries.next';
    const when = nextAt === undefined ? '' : say(next, { time: format.moment(nextAt) });
    return [sayReason(say, reason), when].filter((part) => part !== '').join(' · ');
  };
  return (
    <section className={css.log} aria-labelledby="deliveries-title">
      <h2 id="deliveries-title" className={settings.title2}>
        {say('deliveries.title')}
      </h2>
      {items.length === 0 ? (
        <p className="ink-2">{answer.error?.message ?? say(answer.data ? 'deliveries.none' : 'state.loading')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone must scroll by keyboard too
        <section className={settings.scroll} tabIndex={0} aria-labelledby="deliveries-title">
          <table className={`${listTable.table} ${css.table}`}>
            <thead>
              <tr>
                {(['at', 'to', 'event', 'state', 'attempts'] as const).map((name) => (
                  <th key={name} scope="col">
                    {say(`deliveries.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={one.id}>
                  <td>{format.moment(one.createdAt)}</td>
                  <th scope="row">{nameOf(one.receiver)}</th>
                  <td>{say(`event.${one.event}`, { count: one.alerts.length })}</td>
                  <td>
                    <Dot shape={shapeOfDelivery[one.state]} /> {say(`delivery.${one.state}`)}
                    {noteOf(one) !== '' && <span className={settings.note}>{noteOf(one)}</span>}
                  </td>
                  <td>{format.number(one.attempts)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
