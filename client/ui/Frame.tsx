import type { ReactNode } from 'react';
import css from './Frame.module.css';
import { useWords } from './useWords.ts';

/** A screen by the shape of what it will hold. */
export type FrameShape = 'figures' | 'explore' | 'rows' | 'launch' | 'settings' | 'scoreboard';

type Props = {
  shape: FrameShape;
  /** Filled while something is counted; an outline where there is nothing to fill it with. */
  isFilled: boolean;
  columns?: ListColumns | undefined;
};

/** Of a list: what its columns are called, how wide they are (`grid-template-columns`), and the px between its title and them. */
export type ListColumns = { heads: readonly string[]; widths: string; below: number };

/** The panels of a screen, empty: it stands still until the figures are there, and says what belongs where none are. */
export function Frame({ shape, isFilled, columns }: Props) {
  return (
    <div className={css.frame} data-filled={isFilled || undefined} data-shape={shape} aria-hidden="true">
      {columns ? <Columns {...columns} /> : shape === 'figures' && !isFilled ? <Named /> : parts[shape]}
    </div>
  );
}

const times = (count: number, part: ReactNode) =>
  // biome-ignore lint/suspicious/noArrayIndexKey: nothing of them ever moves
  Array.from({ length: count }, (_, index) => <div key={index}>{part}</div>);

const plot = <div className={css.plot} />;
const lines = (count: number) => <div className={css.lines}>{times(count, <i />)}</div>;
const head = (
  <div className={css.head}>
    <i />
    <i />
  </div>
);

/** A list before it is read: its columns by name, a bar for what stands in each. */
function Columns({ heads, widths, below }: ListColumns) {
  const style = { gridTemplateColumns: widths };
  return (
    <div className={css.columns}>
      <i className={css.lead} style={{ marginBottom: below }} />
      <div className={css.heads} style={style}>
        {heads.map((head) => (
          <span key={head}>{head}</span>
        ))}
      </div>
      {times(
        5,
        <div className={css.row} style={style}>
          {heads.map((head) => (
            <i key={head} />
          ))}
        </div>,
      )}
    </div>
  );
}

/** The Brief without figures: what will stand where, by name. */
function Named() {
  const { say } = useWords();
  return (
    <>
      <div>
        <div className={css.figures}>
          {(['brief.buzz', 'brief.net', 'brief.share'] as const).map((name) => (
            <div key={name}>
              <span>{say(name)}</span>
              <i />
            </div>
          ))}
        </div>
        {plot}
      </div>
      <div className={css.lines}>
        <span>{say('brief.themes')}</span>
        {times(4, <i />)}
      </div>
    </>
  );
}

const parts: Record<FrameShape, ReactNode> = {
  figures: (
    <>
      <div>
        {head}
        <div className={css.figures}>{times(4, <i />)}</div>
        {plot}
      </div>
      {lines(9)}
      <div className={css.messages}>{times(5, <i />)}</div>
    </>
  ),
  explore: (
    <>
      <div>
        {head}
        {plot}
        <div className={css.cells}>{times(20, <i />)}</div>
      </div>
      {lines(7)}
    </>
  ),
  launch: (
    <>
      <div>
        {head}
        {plot}
      </div>
      {lines(6)}
    </>
  ),
  rows: <div className={css.rows}>{times(5, <i />)}</div>,
  settings: (
    <>
      {lines(4)}
      <div className={css.rows}>{times(4, <i />)}</div>
    </>
  ),
  scoreboard: (
    <>
      {lines(4)}
      <div className={css.figures}>{times(4, <i />)}</div>
    </>
  ),
};
