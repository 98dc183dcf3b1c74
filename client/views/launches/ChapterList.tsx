import { Link } from 'wouter';
import type { Launch } from '../../../shared/domain.ts';
import { launchTheme } from '../../../shared/launchThemes.ts';
import type { Chapter } from '../../../shared/retrospective.ts';
import { SmallMark } from '../../charts/SmallMark.tsx';
import type { Names } from '../../history/useWorkspace.ts';
import { type ExploreState, exploreLink } from '../../select/exploreState.ts';
import { Fold } from '../../ui/Fold.tsx';
import { looksOf, useHere } from '../../ui/hrefs.ts';
import { netTone } from '../../ui/netTone.ts';
import { offsetWords } from '../../ui/offsetWords.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './StoryPanel.module.css';

type Props = { launch: Launch; chapters: readonly Chapter[]; names: Names };

/** Before, first day, first week, side by side: how much, how it felt, and messages that each speak for many. */
export function ChapterList({ launch, chapters, names }: Props) {
  return (
    <ol className={css.chapters}>
      {chapters.map((chapter) => (
        <ChapterOf key={chapter.name} launch={launch} chapter={chapter} names={names} />
      ))}
    </ol>
  );
}

function ChapterOf({ launch, chapter, names }: { launch: Launch; chapter: Chapter; names: Names }) {
  const { say } = useWords();
  const format = useFormat(launch.timeZone);
  const looks = looksOf(useHere());
  const { name, fromMs, toMs, isWhole, mentions, texts, net, perHour, peak, messages } = chapter;
  const span = { from: offsetWords(fromMs, format), to: offsetWords(toMs, format) };
  const themes = launch.query === undefined ? [] : [launchTheme(launch.id)];
  const range = { range: 'custom', from: launch.at + fromMs, to: launch.at + toMs } as const;
  const asked: Partial<ExploreState> = { ...range, brands: [launch.brand], themes, stage: 'important' };
  // One speaks for the chapter; the others wait.
  const [first, others] = [messages.slice(0, 1), messages.slice(1)];
  const message = (card: (typeof messages)[number]) => {
    const opinion = card.brands.find(({ id }) => id === launch.brand)?.opinion ?? card.opinion;
    const about = card.themes.map(({ id }) => names.theme(id)).join(', ');
    return (
      <li key={card.seq}>
        <p>
          <b className={opinion === 'unscored' ? 'ink-3' : opinion}>
            {opinion !== 'unscored' && <SmallMark kind={opinion} />}
            <bdi>{about === '' ? say('brief.noneTheme') : about}</bdi>
            <span className="visually-hidden">, {say(`opinion.${opinion}`)}</span>
          </b>{' '}
          <Link className="door ink-3" href={exploreLink({ ...asked, mention: card.seq }, looks)}>
            {format.moment(card.at)}
          </Link>
        </p>
        <blockquote lang={card.lang || undefined}>{card.text}</blockquote>
      </li>
    );
  };
  return (
    <li>
      <h3 className={`part-title ${css.head}`}>
        {say(`story.chapter.${name}`)} <small>{say(isWhole ? 'story.span' : 'story.partly', span)}</small>
      </h3>
      <p className={css.figures}>
        <span>
          <Link className="door mid-figure" href={exploreLink(asked, looks)}>
            {format.number(mentions)}
          </Link>{' '}
          <small>{say('story.mentions', { count: mentions })}</small>
        </span>
        <span>
          {net ? (
            <>
              <b className={`mid-figure ${netTone(net)}`}>{format.signed(net.net)}</b>{' '}
              <small>{format.netSpread(net)}</small> <small>{say('story.net')}</small>
            </>
          ) : (
            <small>{say('story.few')}</small>
          )}
        </span>
      </p>
      {peak && (
        <p className={css.note}>
          {say('story.pace', {
            texts,
            perHour: format.times(perHour),
            // With its figure on one line, which would else stand alone on the next.
            at: offsetWords(peak.offsetMs, format).replaceAll(' ', '\u00a0'),
            peak: format.number(peak.mentions),
          })}
        </p>
      )}
      <ul className={css.messages} aria-label={say('story.messages')}>
        {first.map(message)}
      </ul>
      {others.length > 0 && (
        <Fold name={say('story.moreMessages', { count: others.length })}>
          <ul className={css.messages}>{others.map(message)}</ul>
        </Fold>
      )}
    </li>
  );
}
