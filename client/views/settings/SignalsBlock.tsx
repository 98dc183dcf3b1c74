import { useId, useState } from 'react';
import type { Brand } from '../../../shared/domain.ts';
import { useDropSignal, usePostSignals, useSignals } from '../../history/useSignals.ts';
import { useIsLost } from '../../live/useFrame.ts';
import type { Format } from '../../ui/format.ts';
import { useWords } from '../../ui/useWords.ts';
import { CopyLine } from './CopyLine.tsx';
import listTable from './ListTable.module.css';
import css from './Settings.module.css';
import own from './SignalsBlock.module.css';

type Props = { brands: readonly Brand[]; isDemo: boolean; isViewer: boolean; format: Format };

/** Outside series: what is kept, a CSV by hand, and the line by which a program sends them. */
export function SignalsBlock({ brands, isDemo, isViewer, format }: Props) {
  const { say } = useWords();
  const id = useId();
  const list = useSignals();
  const post = usePostSignals();
  const drop = useDropSignal();
  const isLost = useIsLost();
  const [name, setName] = useState('');
  const [brand, setBrand] = useState('');
  const items = list.data?.items ?? [];
  const mayChange = !isDemo && !isViewer;
  const nameOf = (one: string | null) =>
    one === null ? say('signals.noBrand') : (brands.find((known) => known.id === one)?.name ?? one);
  const line = `curl '${location.origin}/api/signals?name=Orders' -H 'Content-Type: text/csv' --data-binary @orders.csv`;
  const send = (file: File | undefined) => {
    if (file) post.mutate({ file, name: name.trim() || file.name.replace(/\.[^.]*$/, ''), brand });
  };
  return (
    <section className={own.block} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={css.title2}>
        {say('signals.title')}
      </h2>
      <p className="t12 ink-3">{say('signals.what')}</p>
      {items.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone must scroll by keyboard too
        <section className={css.scroll} tabIndex={0} aria-label={say('signals.title')}>
          <table className={`${listTable.table} ${css.table}`}>
            <thead>
              <tr>
                <th scope="col">{say('signals.name')}</th>
                <th scope="col">{say('launches.brand')}</th>
                <th scope="col">{say('signals.values')}</th>
                <th scope="col">{say('signals.from')}</th>
                <th scope="col">{say('signals.last')}</th>
                {mayChange && <th scope="col" aria-label={say('signals.remove')} />}
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={`${one.brand ?? ''} ${one.name}`}>
                  <th scope="row">{one.name}</th>
                  <td>{nameOf(one.brand)}</td>
                  <td>{format.number(one.values)}</td>
                  <td>{format.moment(one.firstAt)}</td>
                  <td>
                    <b className="strong">{format.number(one.last)}</b>, {format.moment(one.lastAt)}
                  </td>
                  {mayChange && (
                    <td>
                      <button
                        type="button"
                        className="button"
                        disabled={drop.isPending || isLost}
                        aria-label={say('signals.removeOne', { name: one.name })}
                        onClick={() => drop.mutate(one)}
                      >
                        {say('signals.remove')}
                      </button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {list.data && items.length === 0 && <p className={`t13 ink-2 ${own.none}`}>{say('signals.none')}</p>}
      {list.error && <p role="alert">{list.error.message}</p>}
      {drop.error && <p role="alert">{drop.error.message}</p>}
      {mayChange && (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a second way, beside the button within
        <div
          className={own.form}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            send(event.dataTransfer.files[0]);
          }}
        >
          <label className={css.field}>
            {say('signals.name')}
            <input
              value={name}
              maxLength={120}
              placeholder={say('signals.nameHint')}
              onChange={(event) => setName(event.target.value)}
            />
          </label>
          <label className={css.field}>
            {say('launches.brand')}
            <select value={brand} onChange={(event) => setBrand(event.target.value)}>
              <option value="">{say('signals.noBrand')}</option>
              {brands.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
          <label className="button">
            {say('signals.choose')}
            <input
              type="file"
              accept=".csv,text/csv"
              className="visually-hidden"
              data-signals-file
              onChange={(event) => {
                send(event.currentTarget.files?.[0]);
                event.currentTarget.value = '';
              }}
            />
          </label>
          {post.data && (
            <p role="status">
              {say('signals.taken', {
                accepted: post.data.accepted,
                replaced: post.data.replaced,
                rejected: post.data.rejected.length,
              })}
              {post.data.rejected[0] &&
                ` ${say('signals.firstRejected', { row: post.data.rejected[0].index + 1, why: post.data.rejected[0].message })}`}
            </p>
          )}
          {post.error && <p role="alert">{post.error.message}</p>}
        </div>
      )}
      {isDemo && <p className="t12 ink-3">{say('signals.demo')}</p>}
      <details className={css.technical}>
        <summary>{say('settings.technical')}</summary>
        <p className="t12 ink-3">{say('signals.how')}</p>
        <CopyLine text={line} />
      </details>
    </section>
  );
}
