import type { VoicesState } from '../../../shared/protocol.ts';
import { SmallMark } from '../../charts/SmallMark.tsx';
import { useFrame, useKeptSince } from '../../live/useFrame.ts';
import { cutToEvidence } from '../../select/because.ts';
import type { BrandFigures } from '../../select/brandFigures.ts';
import type { ExploreState } from '../../select/exploreState.ts';
import { pickVoices, type Wanted } from '../../select/pickVoices.ts';
import { mentionsLike, voiceCards } from '../../select/voiceCards.ts';
import { Age } from '../../ui/Age.tsx';
import type { Format } from '../../ui/format.ts';
import { useWidth } from '../../ui/useWidth.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Brief.module.css';
import type { BriefPart } from './BriefPart.ts';
import { Door } from './Door.tsx';

const most = 5;
const choice = 12;
const whole = (state: VoicesState) => state;

/** px; below it messages stand one under the other, in larger letters and four lines of them. */
const stackedBelow = 1_036;

/** About how many letters three lines of a column hold: a cut is then made at a clause, not wherever the last line ends. */
function lettersFor(width: number): number {
  if (width === 0) return Number.POSITIVE_INFINITY;
  return width < stackedBelow ? Math.max(120, Math.floor(width / 2.35)) : Math.floor((width / most - 32) / 2.6);
}

/** Five messages, of different kinds, each with how many of its kind there are in the window. */
type Props = BriefPart & {
  figures: BrandFigures;
  /** What helps most and what hurts most: a message of each is shown where there is one. */
  wanted: readonly Wanted[];
};

export function Messages({ stage, window, format, figures, state, wanted }: Props) {
  const { say } = useWords();
  const voices = useFrame(`voices/${stage.brand}`, whole);
  const isKept = useKeptSince() !== null;
  const cards = pickVoices(voiceCards(voices, stage.brand, choice, state.from), most, wanted);
  const mine = { ...window.range, brands: [stage.brand] };
  const [ref, width] = useWidth();
  const letters = lettersFor(width);
  return (
    <section className={css.messages}>
      <header className={css.between}>
        <h2 className={css.h2}>
          {isKept ? say('state.keptTitle') : say('brief.messages', { count: cards.length })}{' '}
          <small>
            {say('brief.messagesWhy', { count: cards.length })}{' '}
            <Door to={{ ...mine, stage: 'significant' }}>{format.number(figures.significant)}</Door>{' '}
            {say('brief.messagesOf', { mentions: format.number(figures.mentions) })}
          </small>
        </h2>
        <Age />
      </header>
      {cards.length === 0 && (
        <p className={css.noMessages}>
          {isKept && !voices ? say('state.keptMessages') : figures.significant === 0 ? say('brief.noMessages') : ''}
        </p>
      )}
      <ol className={css.list} ref={ref}>
        {cards.map(({ card, opinion, theme }) => (
          <li key={card.seq}>
            <p className={css.about}>
              <b className={opinion === 'unscored' ? 'ink-3' : opinion}>
                {opinion !== 'unscored' && <SmallMark kind={opinion} />}
                <span className={theme !== null && stage.doubtful.has(theme) ? 'ink-3' : undefined}>
                  {theme === null ? say('brief.noneTheme') : stage.names.theme(theme)}
                </span>
                <span className="visually-hidden">, {say(`opinion.${opinion}`)}</span>
              </b>
              <span>
                {format.time(card.at)}, {card.lang.toUpperCase()}, {say(`channel.${card.channel}`)}
              </span>
            </p>
            <blockquote lang={card.lang} className={css.text}>
              {cutToEvidence(card.text, card.marks ?? [], letters, theme, opinion).text}
            </blockquote>
            <p className={css.speaks}>
              {opinion === 'unscored' ? `${say('opinion.unscored')} · ` : ''}
              <LikeIt
                count={mentionsLike(state, stage.brand, { card, opinion, theme })}
                format={format}
                to={{
                  ...mine,
                  themes: [theme ?? 'none'],
                  opinions: [opinion],
                  stage: 'important',
                  mention: card.seq,
                }}
              />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

type LikeItProps = { count: number; format: Format; to: Partial<ExploreState> };

/** Of how many like it a message is one, and the way to them. */
function LikeIt({ count, format, to }: LikeItProps) {
  const { say } = useWords();
  if (count === 1)
    return (
      <Door to={to} className="ink-2">
        {say('brief.onlyOne')}
      </Door>
    );
  return (
    <>
      {say('brief.oneOf')}{' '}
      <Door to={to} className="ink-2">
        {format.number(count)}
      </Door>{' '}
      {say('brief.likeIt')}
    </>
  );
}
