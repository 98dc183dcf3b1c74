import { Fragment } from 'react';
import type { VoicesState } from '../../../shared/protocol.ts';
import { OpinionMark } from '../../charts/OpinionMark.tsx';
import { useFrame } from '../../live/useFrame.ts';
import { cutToEvidence, saysWhy } from '../../select/because.ts';
import { cutName } from '../../select/cutName.ts';
import { namedReasons } from '../../select/namedReasons.ts';
import { pickVoices } from '../../select/pickVoices.ts';
import { type VoiceCard, voiceCards, voiceVerdicts } from '../../select/voiceCards.ts';
import type { Format } from '../../ui/format.ts';
import { useReplay } from '../../ui/ReplayLive.tsx';
import type { Stage } from '../../ui/useStage.ts';
import { useWords } from '../../ui/useWords.ts';
import { ChannelIcon } from './ChannelIcon.tsx';
import { MarkedQuote, type QuoteShape } from './MarkedQuote.tsx';
import { useColumn, useSpare } from './useStageScale.ts';
import css from './Wall.module.css';

const most = 3;
const choice = 12;
const whole = (state: VoicesState) => state;

type Props = { stage: Stage; format: Format; now: number; hasHeadline: boolean; isStale: boolean };

/** What do people say, and why does the machine think so? Three messages, their words marked, no personal handles. */
export function Voices({ stage, format, now, hasHeadline, isStale }: Props) {
  const { say, language } = useWords();
  const replayed = useReplay() !== null;
  const voices = useFrame(`voices/${stage.brand}`, whole);
  // First those whose words say why they stand here.
  const choices = voiceCards(voices, stage.brand, choice);
  const telling = ({ card, theme, opinion }: VoiceCard) => saysWhy(card.marks ?? [], theme, opinion);
  const cards = pickVoices([...choices.filter(telling), ...choices.filter((one) => !telling(one))], most);
  const list = new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' });
  const verdicts = voiceVerdicts(cards).map(({ verdict, themes }) =>
    say(`wall.verdict.${verdict}`, {
      topics: list.format(
        themes.map((theme) => (theme === null ? stage.names.brand(stage.brand) : stage.names.theme(theme))),
      ),
    }),
  );
  return (
    <>
      {hasHeadline && (
        <h1 className={css.headline}>
          {cards.length === 0 ? (
            <>
              {replayed ? say('wall.then.noVoices', { to: format.time(now) }) : say('wall.noVoices')}
              <br />
              <span>{say('wall.noVoicesWhy')}</span>
            </>
          ) : (
            <>
              {say('wall.voicesHeadline', { verdicts: list.format(verdicts) })}{' '}
              <span>
                {replayed
                  ? say('wall.then.voicesStand', { count: cards.length, to: format.time(now) })
                  : say('wall.voicesStand', { count: cards.length })}
              </span>
            </>
          )}
        </h1>
      )}
      <section>
        {cards.map((card, index) => (
          <Voice key={card.card.seq} {...{ stage, format, now, isStale, voice: card }} top={276 + index * 239} />
        ))}
      </section>
    </>
  );
}

/** Two lines of the wall's type; a wider wall shows more. */
const lettersShown = 96;
/**
 * Of the small line below them, for the words that decided: what French, the longer language, leaves beside the longest verdict. The same in
 * both, so that two walls mark the same words.
 */
const lettersOfWords = { scored: 34, unscored: 12 };
/** A longer name of a theme is cut in that line: it stands whole beside the message. */
const lettersOfTheme = 18;

/** Of the part in which the message stands, on a wall of 1920. */
const saidWidth = 1_316;

type VoiceProps = { stage: Stage; format: Format; now: number; isStale: boolean; voice: VoiceCard; top: number };

function Voice({ stage, format, now, isStale, voice, top }: VoiceProps) {
  const { say } = useWords();
  const replayed = useReplay() !== null;
  const { card, opinion, theme } = voice;
  const wider = 1 + useSpare() / saidWidth;
  const shown = cutToEvidence(card.text, card.marks ?? [], Math.floor(lettersShown * wider), theme, opinion);
  const themeName = theme === null ? null : stage.names.theme(theme);
  const speaksFor = say('wall.speaksFor', { number: card.speaksFor, count: format.number(card.speaksFor) });
  const verdict = say(`opinion.${opinion}`);
  const room = Math.floor(lettersOfWords[opinion === 'unscored' ? 'unscored' : 'scored'] * wider);
  const { reasons, marks } = namedReasons(shown, card.marks ?? [], theme, opinion, room);
  const language =
    document.documentElement.lang === card.lang
      ? null
      : say('wall.inLanguage', { language: format.language(card.lang) });
  const notes = [say(`opinion.${opinion}`), ...(reasons.isQuestion ? [say('wall.question')] : [])];
  // In one column a line more would push the last voice into the footer: there it stands where no question is named.
  const isNarrow = useColumn() !== null;
  if (isNarrow && language !== null && !reasons.isQuestion) notes.push(language);
  return (
    <article className={css.voice} style={{ top }}>
      <div className={css.mark}>
        <OpinionMark kind={opinion} size={72} />
      </div>
      <div className={css.about}>
        <p className={css.theme}>{themeName ?? stage.names.brand(stage.brand)}</p>
        <p className={opinion === 'positive' ? css.pos : opinion === 'negative' ? css.neg : css.soft}>
          {notes.join(', ')}
        </p>
        <p className={css.where}>
          <ChannelIcon channel={card.channel} />
          {say(`channel.${card.channel}`)},{' '}
          {/* A picture that stands still would tell an age that grows, and of a replay nothing is so long ago. */}
          {isStale || replayed
            ? format.time(card.at)
            : say('wall.ago', { age: format.age(Math.max(0, now - card.at)) })}
        </p>
        {!isNarrow && language !== null && <p className={css.language}>{language}</p>}
      </div>
      <div className={css.said}>
        <blockquote className={css.quote} lang={card.lang}>
          <MarkedQuote text={shown.text} marks={marks} lang={card.lang} theme={theme} opinion={opinion} />
        </blockquote>
        <div className={css.why}>
          <p className={css.because}>
            {(reasons.theme.length > 0 || reasons.opinion.length > 0) && <b>{say('wall.because')} </b>}
            {reasons.theme.length > 0 && themeName !== null && (
              <>
                <Quoted words={reasons.theme} shape="markTheme" />{' '}
                {say('wall.says', { what: cutName(themeName, lettersOfTheme), count: reasons.theme.length })},{' '}
              </>
            )}
            {opinion === 'unscored'
              ? `${say('wall.unscoredWhy')} `
              : reasons.opinion.length > 0 && (
                  <>
                    <Quoted words={reasons.opinion} shape={opinion === 'positive' ? 'markPositive' : 'markNegative'} />{' '}
                    {say('wall.saysOpinion', { what: verdict, count: reasons.opinion.length })},
                  </>
                )}
          </p>{' '}
          <p>{speaksFor}</p>
        </div>
      </div>
    </article>
  );
}

function Quoted({ words, shape }: { words: readonly string[]; shape: QuoteShape }) {
  return words.map((word, index) => (
    <Fragment key={word}>
      {index > 0 && ', '}
      <mark className={css[shape]}>{word}</mark>
    </Fragment>
  ));
}
