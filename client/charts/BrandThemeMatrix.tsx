import type { ReactNode } from 'react';
import { isGrey } from '../../shared/uncertainty.ts';
import type { Matrix, MatrixCell } from '../select/explorePicture.ts';
import css from './BrandThemeMatrix.module.css';

type Props = {
  matrix: Matrix;
  caption: string;
  brandName: (id: string) => string;
  themeName: (id: string) => string;
  /** Why a theme is shown grey, in few words and in a sentence; undefined: it is not. */
  themeDoubt: (id: string) => { note: string; why: string } | undefined;
  color: (brandId: string) => string;
  words: { all: string; tooFew: string; brand: string };
  formatCount: (value: number) => string;
  /** Net sentiment with its sign, its interval as every screen tells it, and its ends for the hover: `['+49', '±5', '+43…+53']`. */
  formatNet: (net: { net: number; low: number; high: number }) => [string, string, string];
  /** What a listener hears before the count, and between it and the net sentiment. */
  describe: (brand: string, theme: string | null, cell: MatrixCell) => [string, string];
  isChosen: (brand: string, theme: string | null) => boolean;
  onChoose: (brand: string, theme: string | null) => void;
};

/** px; in a narrower cell the figures of neighbours would run together. */
const narrowest = 80;

/** Brands down, themes across: how much, how it feels, how sure. A cell is a door to its messages. */
export function BrandThemeMatrix(props: Props) {
  const { matrix, words } = props;
  const cell = (brand: string, theme: string | null, value: MatrixCell): ReactNode => {
    const [before, between] = props.describe(brand, theme, value);
    return (
      <td key={theme ?? '*'} className={theme === null ? css.all : undefined}>
        <button
          type="button"
          className={css.cell}
          aria-pressed={props.isChosen(brand, theme)}
          disabled={value.counts.mentions === 0}
          onClick={() => props.onChoose(brand, theme)}
        >
          <span className="visually-hidden">{before} </span>
          <span className={css.count}>{props.formatCount(value.counts.mentions)}</span>
          <span className="visually-hidden"> {between} </span>
          <Net
            cell={value}
            tooFew={words.tooFew}
            isDoubtful={theme !== null && props.themeDoubt(theme) !== undefined}
            formatNet={props.formatNet}
          />
          {theme !== null && (
            <span className={css.bar}>
              <i style={{ width: `${Math.round(value.share * 1000) / 10}%`, background: props.color(brand) }} />
            </span>
          )}
        </button>
      </td>
    );
  };
  return (
    <table className={css.matrix} style={{ minWidth: 112 + (matrix.themes.length + 1) * narrowest }}>
      <caption className="visually-hidden">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{words.brand}</span>
          </th>
          {matrix.themes.map((theme) => (
            <th
              key={theme}
              scope="col"
              title={props.themeDoubt(theme)?.why ?? props.themeName(theme)}
              data-doubtful={props.themeDoubt(theme) !== undefined || undefined}
            >
              {props.themeName(theme)}
              {props.themeDoubt(theme) && <small>{props.themeDoubt(theme)?.note}</small>}
            </th>
          ))}
          <th scope="col" className={css.all}>
            {words.all}
          </th>
        </tr>
      </thead>
      <tbody>
        {matrix.rows.map((row) => (
          <tr key={row.brand}>
            <th scope="row" title={props.brandName(row.brand)}>
              <i className={css.disc} style={{ background: props.color(row.brand) }} aria-hidden="true" />
              {props.brandName(row.brand)}
            </th>
            {matrix.themes.map((theme) => cell(row.brand, theme, row.cells[theme]!))}
            {cell(row.brand, null, row.all)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type NetProps = { cell: MatrixCell; tooFew: string; isDoubtful: boolean; formatNet: Props['formatNet'] };

function Net({ cell, tooFew, isDoubtful, formatNet }: NetProps) {
  if (!cell.net)
    return <span className={`${css.net} ${css.grey}`}>{cell.counts.mentions > 0 ? tooFew : '\u00a0'}</span>;
  const [net, spread, ends] = formatNet(cell.net);
  const isUnsure = isDoubtful || isGrey(cell.net);
  const tone = isUnsure ? css.grey : cell.net.net > 0 ? css.positive : css.negative;
  return (
    <span className={`${css.net} ${tone}`} title={ends}>
      {!isUnsure && (
        <svg className={css.mark} width="8" height="12" viewBox="0 0 8 12" aria-hidden="true">
          <path d={cell.net.net > 0 ? 'M4 0L8 7H0z' : 'M0 5h8L4 12z'} fill="currentColor" />
        </svg>
      )}
      {net} <small>{spread}</small>
    </span>
  );
}
