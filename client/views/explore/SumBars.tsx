import { useIntl } from 'react-intl';
import type { Part } from '../../../shared/trace.ts';
import { type PartBar, sumOfParts } from '../../select/sumOfParts.ts';
import type { Format } from '../../ui/format.ts';
import css from './Trace.module.css';

type Props = {
  parts: readonly Part[];
  total: number;
  threshold?: number;
  name: string;
  because: string;
  format: Format;
  /** Blue and orange are for opinion only. */
  isOpinion?: boolean;
};

/** What rounds to nothing moves no bar and no sum. */
const isSeen = ({ shown }: PartBar) => shown !== 0;

/**
 * A score as the sum of its parts: each bar begins where the one before it ended, the last is the total. The axis above says
 * which range the bars are drawn on: the same for every message.
 */
export function SumBars({ parts, total, threshold, name, because, format, isOpinion = false }: Props) {
  const { messages, formatMessage } = useIntl();
  const sum = sumOfParts(parts, [isOpinion ? -1 : 0, 1]);
  const xOf = (value: number) => ((value - sum.low) / (sum.high - sum.low)) * 100;
  const ticks = [...new Set([sum.low, 0, sum.high])];
  const fill = (value: number) =>
    isOpinion
      ? value < 0
        ? 'var(--negative)'
        : 'var(--positive)'
      : value < 0
        ? 'var(--hairline-strong)'
        : 'var(--ink-3)';
  const bar = (from: number, to: number, color: string) => (
    <svg className={css.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect
        x={xOf(Math.min(from, to))}
        width={Math.max(0.6, Math.abs(xOf(to) - xOf(from)))}
        y="1.5"
        height="7"
        fill={color}
      />
    </svg>
  );
  return (
    <table className={css.sum}>
      <thead aria-hidden="true">
        <tr>
          <td className={css.named} />
          <td />
          <td className={css.value} />
          <td className={css.drawn}>
            <span className={css.axis}>
              {ticks.map((tick) => (
                <span key={tick} style={{ left: `${xOf(tick)}%` }}>
                  {tick === 0 ? '0' : isOpinion || tick < 0 ? format.signedScore(tick) : format.score(tick)}
                </span>
              ))}
            </span>
          </td>
        </tr>
      </thead>
      <tbody>
        {sum.bars.filter(isSeen).map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part may occur twice; the trace of a message never changes
          <tr key={`${part.name} ${index}`}>
            <th scope="row">
              {messages[`part.${part.name}`]
                ? formatMessage({ id: `part.${part.name}` })
                : part.name.replaceAll('-', ' ')}
            </th>
            <td className={css.because}>{part.because}</td>
            <td className={css.value}>{format.signedScore(part.shown)}</td>
            <td className={css.drawn}>
              <i className={css.zero} style={{ left: `${xOf(0)}%` }} />
              {bar(part.from, part.to, fill(part.value))}
            </td>
          </tr>
        ))}
        <tr className={css.total}>
          <th scope="row">{name}</th>
          <td className={css.because}>{because}</td>
          <td className={css.value}>{isOpinion ? format.signedScore(total) : format.score(total)}</td>
          <td className={css.drawn}>
            <i className={css.zero} style={{ left: `${xOf(0)}%` }} />
            {bar(0, total, isOpinion ? fill(total) : 'var(--ink-1)')}
            {threshold !== undefined && <i className={css.threshold} style={{ left: `${xOf(threshold)}%` }} />}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
