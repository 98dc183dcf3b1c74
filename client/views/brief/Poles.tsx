import { SmallMark } from '../../charts/SmallMark.tsx';
import { halfOf } from '../../select/headline.ts';
import type { ThemeRow } from '../../select/themeRows.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Brief.module.css';
import type { BriefPart } from './BriefPart.ts';
import { Door } from './Door.tsx';

type Props = BriefPart & { poles: { helps: ThemeRow | null; hurts: ThemeRow | null }; mentions: number };

/** What helps most and what hurts most: by how far each moves the whole. */
export function Poles({ poles, ...part }: Props) {
  return (
    <div className={css.poles}>
      <Pole {...part} row={poles.helps} side="positive" />
      <Pole {...part} row={poles.hurts} side="negative" />
    </div>
  );
}

type PoleProps = BriefPart & { row: ThemeRow | null; side: 'positive' | 'negative' };

function Pole({ row, side, stage, window, format }: PoleProps) {
  const { say } = useWords();
  const isHelp = side === 'positive';
  const which = isHelp ? 'helps' : 'hurts';
  const title = <p className="t12 ink-3">{say(row?.grey ? `brief.seems.${which}` : `brief.${which}`)}</p>;
  if (!row?.net)
    return (
      <section>
        {title}
        <p className={`${css.poleNone} ink-2`}>{say(isHelp ? 'brief.noHelp' : 'brief.noHurt')}</p>
      </section>
    );
  const mine = { ...window.range, brands: [stage.brand], themes: [row.theme] };
  const pull = row.pull === null ? 0 : Math.round(Math.abs(row.pull));
  const isPull = row.pull !== null && pull > 0 && row.pull > 0 === isHelp;
  return (
    <section>
      {title}
      <h3 className={css.poleName}>{stage.names.theme(row.theme)}</h3>
      <p className={`${css.poleFigure} ${row.grey ? 'neutral' : side}`}>
        {!row.grey && <SmallMark kind={side} />}
        <Door to={{ ...mine, stage: 'important', opinions: ['positive', 'negative'] }}>
          {format.signed(row.net.net)}
        </Door>
        <span className={css.poleHalf}>±{format.number(halfOf(row.net))}</span>
      </p>
      <p className={css.poleWhy}>
        {isPull && `${say(isHelp ? 'brief.adds' : 'brief.takes', { points: pull })} `}
        {say('brief.poleMentions', { mentions: format.number(row.mentions), share: format.percent(row.share) })}
      </p>
    </section>
  );
}
