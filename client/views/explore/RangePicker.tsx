import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { type ExploreState, ranges } from '../../select/exploreState.ts';
import { localIn, momentIn } from '../../select/timeTicks.ts';
import { DateField } from '../../ui/DateField.tsx';
import menu from '../../ui/Menu.module.css';
import type { Say } from '../../ui/useWords.ts';
import css from './FilterRow.module.css';
import type { Change } from './useExplore.ts';

type Props = {
  state: ExploreState;
  change: Change;
  say: Say;
  zone: string;
  hasT0: boolean;
  /** What is shown now: where the two fields of "custom" begin. */
  shown: { from: number; to: number } | undefined;
};

/** The range in one row; any other stretch of time by two fields, read by the workspace's clocks. */
export function RangePicker({ state, change, say, zone, hasT0, shown }: Props) {
  return (
    <fieldset className={css.segments} aria-label={say('explore.range')} data-range>
      {ranges
        .filter((range) => range !== 'custom' && (range !== 't0' || hasT0 || state.range === 't0'))
        .map((range) => (
          <button
            key={range}
            type="button"
            className={css.segment}
            aria-pressed={state.range === range}
            onClick={() => change({ range, from: undefined, to: undefined, mention: undefined })}
          >
            {say(`explore.range.${range}`)}
          </button>
        ))}
      <DialogTrigger>
        <Button className={css.segment} aria-pressed={state.range === 'custom'}>
          {say('explore.range.custom')}
        </Button>
        <Popover className={menu.popover} placement="bottom start">
          <Dialog className={css.custom} aria-label={say('explore.range.custom')}>
            {({ close }) => <CustomRange {...{ change, say, zone, shown, close }} />}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </fieldset>
  );
}

function CustomRange({ change, say, zone, shown, close }: Omit<Props, 'state' | 'hasT0'> & { close: () => void }) {
  const [from, setFrom] = useState(shown ? localIn(zone, shown.from) : '');
  const [to, setTo] = useState(shown ? localIn(zone, shown.to) : '');
  const fromAt = momentIn(zone, from);
  const toAt = momentIn(zone, to);
  const isRight = fromAt !== undefined && toAt !== undefined && fromAt < toAt;
  return (
    <form
      className={css.fields}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isRight) return;
        change({ range: 'custom', from: fromAt, to: toAt, mention: undefined });
        close();
      }}
    >
      <DateField label={say('explore.from')} local={from} onChange={setFrom} />
      <DateField label={say('explore.to')} local={to} onChange={setTo} />
      <p className="t12 ink-3">{isRight ? say('explore.clocks', { zone }) : say('explore.fromBeforeTo')}</p>
      <button type="submit" className="button primary" disabled={!isRight}>
        {say('explore.show')}
      </button>
    </form>
  );
}
