import { Link } from 'wouter';
import type { Alert, Autopsy } from '../../../shared/alerts.ts';
import type { MessageCard } from '../../../shared/protocol.ts';
import { SmallMark } from '../../charts/SmallMark.tsx';
import { autopsyRows } from '../../select/autopsyRows.ts';
import { type ExploreState, exploreLink } from '../../select/exploreState.ts';
import { markSegments } from '../../select/markSegments.ts';
import { partFilters } from '../../select/partFilters.ts';
import { looksOf, useHere } from '../../ui/hrefs.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './AlertPage.module.css';
import { sayPart } from './sayPart.ts';
import type { AlertsPage } from './useAlertsPage.ts';

/** Of each part. */
const most = 3;
/** Parts whose messages stand open; those of smaller ones are one key away. */
const opened = 3;

type Props = { alert: Alert; autopsy: Autopsy; page: AlertsPage };

/** A few messages of each part, in the order of the table. */
export function PartMessages({ alert, autopsy, page }: Props) {
  const { say } = useWords();
  const { names, format } = page;
  const parts = autopsyRows(autopsy).rows.flatMap(({ part }) => (part && part.messages.length > 0 ? [part] : []));
  if (parts.length === 0) return null;
  return (
    <section className="section" aria-labelledby="said-title">
      <h2 id="said-title" className="section-title">
        {say('autopsy.said')}
      </h2>
      {parts.map((part, index) => {
        const name = sayPart(part, names, say, format);
        return (
          <details key={name} className={css.part} open={index < opened}>
            <summary>{name}</summary>
            <ol>
              {part.messages.slice(0, most).map((message) => (
                <Said
                  key={message.seq}
                  message={message}
                  isCopy={part.areCopies}
                  page={page}
                  to={partFilters(alert, autopsy, part)}
                />
              ))}
            </ol>
          </details>
        );
      })}
    </section>
  );
}

type SaidProps = { message: MessageCard; isCopy: boolean; page: AlertsPage; to: Partial<ExploreState> };

function Said({ message, isCopy, page: { names, format }, to }: SaidProps) {
  const { say } = useWords();
  const here = useHere();
  const brand = message.brands[0];
  const opinion = brand?.opinion ?? message.opinion;
  return (
    <li className={css.said} style={{ '--b': brand ? names.color(brand.id) : 'var(--hairline-strong)' } as object}>
      <p className={css.meta}>
        {opinion === 'unscored' ? (
          <span>{say('opinion.unscored')}</span>
        ) : (
          <b className={opinion}>
            <SmallMark kind={opinion} />
            {say(`opinion.${opinion}`)}
          </b>
        )}
        <span>
          {say(`channel.${message.channel}`)}
          {message.lang !== '' && `, ${message.lang.toUpperCase()}`}, {format.moment(message.at)}
        </span>
        {isCopy && message.copies > 0 && <b className="strong">{say('autopsy.copyOf', { copies: message.copies })}</b>}
        <Link className="door" href={exploreLink({ ...to, mention: message.seq }, looksOf(here))}>
          {say('autopsy.trace')}
        </Link>
      </p>
      <p className={css.text} lang={message.lang || undefined}>
        {message.title && <b>{message.title} </b>}
        {markSegments(message.text, message.marks ?? []).map(({ text, mark }, index) =>
          mark && (mark.kind === 'positive' || mark.kind === 'negative' || mark.kind === 'theme') ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text have no other name
            <mark key={index} className={css.mark} data-kind={mark.kind}>
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </p>
      {!isCopy && message.copies > 0 && (
        <p className="t12 ink-3">{say('explore.copies', { copies: message.copies })}</p>
      )}
    </li>
  );
}
