import type { MessageCard } from '../../../shared/protocol.ts';
import { SmallMark } from '../../charts/SmallMark.tsx';
import css from './Messages.module.css';
import type { Explored } from './useExplore.ts';

type Props = {
  message: MessageCard;
  isOpen: boolean;
  onOpen: () => void;
  explored: Pick<Explored, 'say' | 'names' | 'format' | 'now'>;
};

/** One message in a list: brand, opinion and themes, where and when, its first lines. */
export function Message({ message, isOpen, onOpen, explored: { say, names, format, now } }: Props) {
  const brand = message.brands[0];
  const opinion = brand?.opinion ?? message.opinion;
  const themes = message.themes.map((theme) => names.theme(theme.id)).join(', ');
  const isToday = format.date(message.at) === format.date(now());
  const aside = message.reason ? say(`reason.${message.reason}`) : null;
  return (
    <li className={css.item} style={{ '--b': brand ? names.color(brand.id) : 'var(--hairline-strong)' } as object}>
      <button
        type="button"
        className={css.message}
        aria-current={isOpen || undefined}
        data-seq={message.seq}
        onClick={onOpen}
      >
        <span className={css.meta}>
          {brand && <b className="strong">{message.brands.map(({ id }) => names.brand(id)).join(', ')}</b>}
          {brand &&
            (opinion === 'unscored' ? (
              <span>{say('opinion.unscored')}</span>
            ) : (
              <b className={`${opinion} ${css.themes}`} title={themes || undefined}>
                <SmallMark kind={opinion} />
                {themes === '' ? (
                  say(`opinion.${opinion}`)
                ) : (
                  <>
                    <span className="visually-hidden">{say(`opinion.${opinion}`)}</span>
                    {themes}
                  </>
                )}
              </b>
            ))}
          {opinion === 'unscored' && themes !== '' && <span className={css.themes}>{themes}</span>}
          {message.stances?.map((stance) => (
            <span key={stance} data-stance={stance} title={say('explore.stanceTitle')}>
              {say(`explore.stance.${stance}`)}
            </span>
          ))}
          {aside && <span className={css.aside}>{aside}</span>}
          <span className={css.where}>
            {say(`channel.${message.channel}`)}
            {message.lang !== '' && `, ${message.lang.toUpperCase()}`},{' '}
            <span title={format.moment(message.at)}>
              {isToday ? format.time(message.at) : format.moment(message.at)}
            </span>
          </span>
        </span>
        <span className={css.text} lang={message.lang || undefined}>
          {message.title && <b>{message.title} </b>}
          {message.text}
        </span>
        {message.copies > 0 && <span className="t12 ink-3">{say('explore.copies', { copies: message.copies })}</span>}
      </button>
    </li>
  );
}
