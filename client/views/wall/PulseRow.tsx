import { isGrey } from '../../../shared/uncertainty.ts';
import type { BrandFigures } from '../../select/brandFigures.ts';
import type { Format } from '../../ui/format.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './AlertSheet.module.css';
import wall from './Wall.module.css';

/** Pulse's three figures below a sheet: what goes on while an alert is read. */
export function PulseRow({ figures, format }: { figures: BrandFigures; format: Format }) {
  const { say } = useWords();
  const { net, share } = figures;
  const tone = !net || isGrey(net) ? wall.neu : net.net > 0 ? wall.pos : wall.neg;
  return (
    <dl className={css.under}>
      <div>
        <dt className={wall.label}>{say('wall.mentionsHour')}</dt>
        <dd className={wall.figure} data-figure="mentions">
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
        <dd className={wall.figure} data-figure="share">
          {share === null ? '–' : format.percentDigits(share)}
          {share !== null && <small> %</small>}
        </dd>
      </div>
    </dl>
  );
}
