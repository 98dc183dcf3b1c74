import type { VoicesState } from '../../../shared/protocol.ts';
import { SmallMark } from '../../charts/SmallMark.tsx';
import { useFrame } from '../../live/useFrame.ts';
import type { BrandFigures } from '../../select/brandFigures.ts';
import { voiceCards } from '../../select/voiceCards.ts';
import { Age } from '../../ui/Age.tsx';
import { useWords } from '../../ui/useWords.ts';
import css from './Brief.module.css';
import type { BriefPart } from './BriefPart.ts';
import { Door } from './Door.tsx';

const most = 5;
const whole = (state: VoicesState) => state;

/** Five messages that each speak for many. */
export function Messages({ stage, window, format, figures }: BriefPart & { figures: BrandFigures }) {
  const { say } = useWords();
  const voices = useFrame(`voices/${stage.brand}`, whole);
  const cards = voiceCards(voices, stage.brand, most);
  const mine = { ...window.range, brands: [stage.brand] };
  return (
    <section className={css.messages}>
      <header className={css.between}>
        <h2 className={css.h2}>
          {say('brief.messages', { count: cards.length })}{' '}
          <small>
            {say('brief.messagesWhy')}{' '}
            <Door to={{ ...mine, stage: 'significant' }}>{format.number(figures.significant)}</Door>{' '}
            {say('brief.messagesOf', { mentions: format.number(figures.mentions) })}
          </small>
        </h2>
        <Age />
      </header>
      {cards.length === 0 && <p className={css.noMessages}>{voices ? say('brief.noMessages') : ''}</p>}
      <ol className={css.list}>
        {cards.map(({ card, opinion, theme }) => (
          <li key={card.seq}>
            <p className={css.about}>
              <b className={opinion === 'unscored' ? 'ink-3' : opinion}>
                {opinion !== 'unscored' && <SmallMark kind={opinion} />}
                {theme === null ? say('brief.noneTheme') : stage.names.theme(theme)}
                <span className="visually-hidden">, {say(`opinion.${opinion}`)}</span>
              </b>
              <span>
                {say(`channel.${card.channel}`)}, {card.lang.toUpperCase()}, {format.time(card.at)}
              </span>
            </p>
            <blockquote lang={card.lang} className={css.text}>
              {card.text}
            </blockquote>
            <p className={css.speaks}>
              {opinion === 'unscored' ? `${say('opinion.unscored')} · ` : ''}
              {say('brief.speaksFor')}{' '}
              <Door
                to={{
                  ...mine,
                  ...(theme === null ? {} : { themes: [theme] }),
                  opinions: [opinion],
                  stage: 'important',
                  mention: card.seq,
                }}
                className="ink-2"
              >
                {format.number(card.speaksFor)}
              </Door>{' '}
              {say('brief.likeIt')}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
