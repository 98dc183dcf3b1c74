import { SmallMark } from '../../charts/SmallMark.tsx';
import { pullOf, type ThemeRow } from '../../select/themeRows.ts';
import { unbroken } from '../../ui/unbroken.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Brief.module.css';
import type { BriefPart } from './BriefPart.ts';
import { Door } from './Door.tsx';

type Pair = { helps: ThemeRow | null; hurts: ThemeRow | null };
/** `doubted`: what would count for more, but is often filed wrongly. */
type Props = BriefPart & {
  poles: Pair;
  doubted: Pair;
  /** No theme has opinions enough for a figure. */
  areTooFew: boolean;
};

/** What helps most and what hurts most: by how far each moves the whole. */
export function Poles({ poles, doubted, ...part }: Props) {
  return (
    <div className={css.poles}>
      <Pole {...part} row={poles.helps} doubted={doubted.helps} side="positive" />
      <Pole {...part} row={poles.hurts} doubted={doubted.hurts} side="negative" />
    </div>
  );
}

type PoleProps = BriefPart & {
  row: ThemeRow | null;
  doubted: ThemeRow | null;
  areTooFew: boolean;
  side: 'positive' | 'negative';
};

function Pole({ row, doubted, areTooFew, side, stage, window, format }: PoleProps) {
  const { say } = useWords();
  const isHelp = side === 'positive';
  const which = isHelp ? 'helps' : 'hurts';
  const title = (
    <p className="t12 ink-3">
      {say(row?.isPullGrey ? `brief.seems.${which}` : `brief.${which}`)}
      {doubted && say('brief.besideUnsure', { theme: stage.names.theme(doubted.theme) })}
    </p>
  );
  if (!row?.net)
    return (
      <section>
        {title}
        <p className={`${css.poleNone} ink-2`}>
          {say(areTooFew ? 'brief.tooFewThemes' : isHelp ? 'brief.noHelp' : 'brief.noHurt')}
        </p>
      </section>
    );
  const mine = { ...window.range, brands: [stage.brand], themes: [row.theme] };
  return (
    <section>
      {title}
      <h3 className={css.poleName}>{stage.names.theme(row.theme)}</h3>
      <p className={`${css.poleFigure} ${row.isPullGrey ? 'neutral' : side}`}>
        {!row.isPullGrey && <SmallMark kind={side} />}
        <Door to={{ ...mine, stage: 'important', opinions: ['positive', 'negative'] }}>{pullOf(row, format)}</Door>
        <span className={css.poleHalf}>
          {say('brief.pullOf', { points: Math.round(Math.abs(row.pull?.points ?? 0)) })}
        </span>
      </p>
      <p className={css.poleWhy}>
        {row.pull && say('brief.pullSpread', { spread: unbroken(format.netEnds(row.pull)) })}
        <br />
        {say('brief.poleNet', { net: format.signed(row.net.net), spread: unbroken(format.netSpread(row.net)) })}
      </p>
    </section>
  );
}
