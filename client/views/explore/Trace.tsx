import type { ReactNode } from 'react';
import type { MentionAnswer } from '../../../shared/protocol.ts';
import { SmallMark } from '../../charts/SmallMark.tsx';
import { deniedBrands } from '../../select/deniedBrands.ts';
import { Correct } from './Correct.tsx';
import { MarkedText } from './MarkedText.tsx';
import { SentimentStep } from './SentimentStep.tsx';
import { SumBars } from './SumBars.tsx';
import css from './Trace.module.css';
import type { Explored } from './useExplore.ts';

type Props = { mention: MentionAnswer; explored: Explored };

/** Why this post stands where it stands: five steps in the order in which they were taken. */
export function Trace({ mention, explored }: Props) {
  const { say, names, format, change } = explored;
  const { trace } = mention;
  const denied = deniedBrands(mention);
  const isMention = trace.stage !== 'set-aside';
  const quoted = (words: readonly string[]) => words.map((word) => say('explore.quoted', { word })).join(', ');
  const opinion = mention.opinion;
  const meta = [
    say(`channel.${mention.channel}`),
    mention.lang === '' ? say('explore.unknownLanguage') : format.language(mention.lang),
    `${format.date(mention.at)}, ${format.seconds(mention.at)} ${format.city}`,
    say('explore.fromSource', { source: mention.source }),
  ];
  return (
    <article className={css.trace}>
      {mention.title && (
        <p className={css.subject}>
          <MarkedText text={mention.title} marks={trace.marks} field="title" explored={explored} />
        </p>
      )}
      <p className={css.message} lang={mention.lang || undefined} data-long={mention.text.length > 320 || undefined}>
        <MarkedText text={mention.text} marks={trace.marks} field="text" explored={explored} />
      </p>
      <p className={css.meta}>
        {meta.join(', ')}. {say('explore.authorHidden')}{' '}
        {trace.stances.length > 0 && (
          <span title={say('explore.stanceTitle')}>
            {say('explore.stances', {
              stances: trace.stances.map((stance) => say(`explore.stance.${stance}`)).join(', '),
            })}{' '}
          </span>
        )}
        {mention.url && (
          <a className="door" href={mention.url} target="_blank" rel="noreferrer noopener">
            {say('explore.openPost')}
          </a>
        )}
      </p>

      <Correct mention={mention} explored={explored} />

      <Step title={say('explore.step.matched')} note={say('explore.firstSort')}>
        <MatchedBrands mention={mention} explored={explored} quoted={quoted} />
        <p className="t12 ink-3">
          {say('explore.languageFrom', {
            language:
              trace.language.lang === '' ? say('explore.unknownLanguage') : format.language(trace.language.lang),
            how: trace.language.from === 'stop-words' ? 'words' : trace.language.from,
          })}{' '}
          {say('explore.ruleSet', { version: trace.ruleSet })}
        </p>
      </Step>

      {isMention && (
        <Step title={say('explore.step.significant')} note={say('explore.secondSort')}>
          {trace.copy.of && (
            <p>
              {say('explore.copyOf')} <b className="strong">{trace.copy.of.source}</b> / {trace.copy.of.id}
            </p>
          )}
          {trace.reason && (
            <p className="strong">{say('explore.setAsideAs', { reason: say(`reason.${trace.reason}`) })}</p>
          )}
          <SumBars
            format={format}
            parts={trace.significance.parts}
            total={trace.significance.score}
            threshold={trace.significance.threshold}
            name={say('explore.significance')}
            because={say('explore.orMore', { threshold: format.score(trace.significance.threshold) })}
          />
          {trace.spam.score > 0 && (
            <SumBars
              format={format}
              parts={trace.spam.parts}
              total={trace.spam.score}
              threshold={trace.spam.threshold}
              name={say('explore.spam')}
              because={say('explore.orMoreSpam', { threshold: format.score(trace.spam.threshold) })}
            />
          )}
        </Step>
      )}

      {isMention && (
        <Step title={say('explore.step.themes')} note={say('explore.byQuery')}>
          {trace.themes.length === 0 ? (
            <p>{say('explore.noThemeFound')}</p>
          ) : (
            <p>
              {trace.themes.map((theme, index) => (
                <span key={theme.id}>
                  {index > 0 && '. '}
                  <b className="strong">{names.theme(theme.id)}</b>
                  {say('stop.colon')}
                  {theme.matched.length > 0 && quoted(theme.matched)}
                  {theme.matched.length > 0 && theme.learned && ', '}
                  {theme.learned &&
                    say('explore.byExamples', {
                      probability: format.percent(theme.learned.probability),
                      examples: theme.learned.examples,
                    })}
                </span>
              ))}
            </p>
          )}
        </Step>
      )}

      {isMention && (
        <Step
          title={say('explore.step.sentiment')}
          note={say(trace.sentiment.secondLook?.said ? 'explore.secondLook' : 'explore.words')}
        >
          <SentimentStep sentiment={trace.sentiment} explored={explored} />
          {trace.spam.score >= trace.spam.threshold && trace.sentiment.label !== 'unscored' && (
            <p className="ink-3">{say('explore.spamCounts')}</p>
          )}
        </Step>
      )}

      <Step title={say('explore.step.counted')} note={say('explore.minute', { time: format.time(mention.at) })}>
        {trace.stage === 'set-aside' ? (
          <p>
            {say('explore.notCounted', { reason: trace.reason ? say(`reason.${trace.reason}`) : '' })}{' '}
            {trace.reason &&
              (denied.length > 0
                ? say('correct.denied', { brands: denied.map(names.brand).join(', ') })
                : say(`reason.${trace.reason}.why`))}
          </p>
        ) : (
          <p>
            {mention.brands.map(({ id, opinion: toward }, index) => (
              <span key={id}>
                {index > 0 && say('stop.semicolon')}
                <b className="strong">{names.brand(id)}</b>{' '}
                {say('explore.countedBy', {
                  themes:
                    mention.themes.length === 0
                      ? names.theme('none')
                      : mention.themes.map((theme) => names.theme(theme.id)).join(', '),
                })}{' '}
                {toward === 'unscored' ? (
                  say('explore.inNoOpinion')
                ) : (
                  <b className={toward}>
                    <SmallMark kind={toward} />
                    {say(`opinion.${toward}`)}
                  </b>
                )}
              </span>
            ))}
            .{' '}
            {trace.reason
              ? `${say('explore.countedNotSignificant')} ${say(`reason.${trace.reason}.why`)}`
              : say('explore.countedSignificant')}{' '}
            {trace.copy.copies > 0 && say('explore.copiesCounted', { copies: trace.copy.copies })}
          </p>
        )}
        <p>
          <button
            type="button"
            className="door"
            onClick={() =>
              change({
                brands: mention.brands.map(({ id }) => id),
                themes: mention.themes.map(({ id }) => id),
                opinions: opinion === 'unscored' ? [] : [opinion],
                stage: isMention ? 'important' : 'set-aside',
                reasons: isMention || !trace.reason ? [] : [trace.reason],
                mention: undefined,
              })
            }
          >
            {say('explore.likeThis')}
          </button>
        </p>
      </Step>
    </article>
  );
}

function Step({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <section className={css.step}>
      <h3>
        {title} <small>{note}</small>
      </h3>
      <div>{children}</div>
    </section>
  );
}

function MatchedBrands({ mention, explored, quoted }: Props & { quoted: (words: readonly string[]) => string }) {
  const { say, names } = explored;
  const told = mention.trace.brands.filter((brand) => brand.matched.length + brand.excluded.length > 0);
  if (told.length === 0) return <p>{say('explore.noBrandFound', { count: mention.trace.brands.length })}</p>;
  return told.map((brand) => (
    <div key={brand.id} className={css.brand}>
      <p className={css.query}>
        <i className={css.disc} style={{ background: names.color(brand.id) }} />
        <b className="strong">{names.brand(brand.id)}</b> <code>{brand.query}</code>
      </p>
      <p>
        {brand.matched.length > 0 && say('explore.found.words', { words: quoted(brand.matched) })}{' '}
        {brand.excluded.length > 0 && (
          <b className="strong">{say('explore.excluded.words', { words: quoted(brand.excluded) })}</b>
        )}
      </p>
    </div>
  ));
}
