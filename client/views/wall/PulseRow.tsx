import { greyBelow, isGrey } from '../../../shared/uncertainty.ts';
import type { BrandFigures } from '../../select/brandFigures.ts';
import type { Format } from '../../ui/format.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './AlertSheet.module.css';
import { useLastHour } from './useLastHour.ts';
import wall from './Wall.module.css';

type Props = { figures: BrandFigures; brand: string; format: Format; isPartial: boolean };

/** Pulse's three figures below a sheet: what goes on while an alert is read, which may be another brand's. */
export function PulseRow({ figures, brand, format, isPartial }: Props) {
  const { say } = useWords();
  const hour = useLastHour(format);
  const { net, share } = figures;
  const tone = !net || isGrey(net) ? wall.neu : net.net > 0 ? wall.pos : wall.neg;
  return (
    <dl className={css.under}>
      <div>
        <dt className={wall.label}>{hour.of(brand)}</dt>
        <dd className={wall.figure} data-figure="mentions">
          {isPartial && '≥ '}
          {format.number(figures.mentions)}
        </dd>
      </div>
      <div>
        <dt className={wall.label}>{say('wall.net')}</dt>
        <dd className={`${wall.figure} ${tone}`} data-figure="net">
          {net ? format.signed(net.net) : say('wall.tooFew')}
          {net && <small> {format.netSpread(net)}</small>}
        </dd>
      </div>
      <div>
        <dt className={wall.label}>{say('wall.share')}</dt>
        <dd className={`${wall.figure} ${figures.setMentions < greyBelow ? wall.neu : ''}`} data-figure="share">
          {share === null ? '–' : format.percentDigits(share)}
          {share !== null && <small> %</small>}
        </dd>
      </div>
    </dl>
  );
}
