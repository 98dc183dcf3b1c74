import { greyBelow, isGrey } from '../../../shared/uncertainty.ts';
import { SmallMark } from '../../charts/SmallMark.tsx';
import { brandFigures, voiceRows } from '../../select/brandFigures.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Brief.module.css';
import type { BriefPart } from './BriefPart.ts';
import { Door } from './Door.tsx';

const most = 5;

/** The brand beside the others of its set: mentions, share of voice as bars of one whole, net sentiment. */
export function BrandTable({ state, stage, window, format }: BriefPart) {
  const { say } = useWords();
  const rows = voiceRows(state, stage.set.brands, stage.brand).slice(0, most);
  // The same figures as above: grey where they stand on few mentions.
  const isFew =
    rows.length > 0 && brandFigures(state, stage.brand, stage.set.brands, stage.errors.whole).setMentions < greyBelow;
  const largest = Math.max(1, ...rows.map((row) => row.mentions));
  return (
    <table className={css.table}>
      <caption className="visually-hidden">{say('brief.brands')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className={css.h2}>{say('brief.brands')}</span>
          </th>
          <th scope="col" className={css.right}>
            {say('brief.mentions')}
          </th>
          <th scope="col" className={css.right}>
            {say('brief.shareShort')}
          </th>
          <th scope="col" aria-label={say('brief.mentions')} />
          <th scope="col" className={css.right}>
            ±
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { net } = brandFigures(state, row.brand, stage.set.brands, stage.errors.whole);
          const mine = { ...window.range, brands: [row.brand] };
          const kind = !net || isGrey(net) ? 'neutral' : net.net > 0 ? 'positive' : 'negative';
          return (
            <tr key={row.brand} className={row.brand === stage.brand ? css.focus : undefined}>
              <th scope="row">{stage.names.brand(row.brand)}</th>
              <td className={css.right}>
                <Door to={{ ...mine, stage: 'important' }}>{format.number(row.mentions)}</Door>
              </td>
              <td className={`${css.right} ${isFew ? 'ink-3' : ''}`}>
                {row.share === null ? '–' : format.percent(row.share)}
              </td>
              <td className={css.rest}>
                <span className={css.bar}>
                  <span
                    style={{
                      width: `${100 * (row.share ?? row.mentions / largest)}%`,
                      background: stage.names.color(row.brand),
                    }}
                  />
                </span>
              </td>
              <td className={`${css.right} ${kind}`}>
                {net ? (
                  <>
                    {kind !== 'neutral' && <SmallMark kind={kind} />}
                    <Door to={{ ...mine, stage: 'important', opinions: ['positive', 'negative'] }}>
                      {format.signed(net.net)}
                    </Door>{' '}
                    <span className={css.tableHalf}>{format.netSpread(net)}</span>
                  </>
                ) : (
                  <span className="ink-3">{say('brief.tooFew')}</span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
