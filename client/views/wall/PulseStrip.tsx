import { greyBelow, isGrey } from '../../../shared/uncertainty.ts';
import type { BrandFigures } from '../../select/brandFigures.ts';
import type { Format } from '../../ui/format.ts';
import { useWords } from '../../ui/useWords.ts';
import { useLastHour } from './useLastHour.ts';
import css from './Wall.module.css';

type Props = { figures: BrandFigures; brand: string; format: Format; isPartial: boolean };

/** Pulse's three figures, small, on the scenes that are not Pulse: of the brand, whatever the launch counts. */
export function PulseStrip({ figures, brand, format, isPartial }: Props) {
  const { say } = useWords();
  const hour = useLastHour(format);
  const { net, share } = figures;
  const tone = !net || isGrey(net) ? css.neu : net.net > 0 ? css.pos : css.neg;
  return (
    <dl className={css.pulseStrip}>
      <div>
        <dt>{hour.of(brand)}</dt>
        <dd>
          {isPartial && '≥ '}
          {format.number(figures.mentions)}
        </dd>
      </div>
      <div>
        <dt>{say('wall.net')}</dt>
        <dd>
          {net ? <span className={tone}>{format.signed(net.net)}</span> : say('wall.tooFew')}
          {net && <small> {format.netSpread(net)}</small>}
        </dd>
      </div>
      <div>
        <dt>{say('wall.share')}</dt>
        <dd className={figures.setMentions < greyBelow ? css.soft : undefined}>
          {share === null ? '–' : format.percent(share)}
        </dd>
      </div>
    </dl>
  );
}
