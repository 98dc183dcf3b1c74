import type { Launch } from '../../../shared/domain.ts';
import type { DataSet } from '../../../shared/protocol.ts';
import { dayMs } from '../../../shared/rollup.ts';
import { useRetrospective } from '../../history/useRetrospective.ts';
import { useDoubtfulThemes } from '../../history/useScoreboard.ts';
import { useSession } from '../../history/useSession.ts';
import type { Names } from '../../history/useWorkspace.ts';
import { Loading } from '../../ui/Loading.tsx';
import { MoreWords } from '../../ui/MoreWords.tsx';
import { StateBlock } from '../../ui/StateBlock.tsx';
import { useFormat } from '../../ui/useFormat.ts';
import { useWords } from '../../ui/useWords.ts';
import { ChapterList } from './ChapterList.tsx';
import { Lessons } from './Lessons.tsx';
import css from './StoryPanel.module.css';
import { ThemeMoves } from './ThemeMoves.tsx';
import { TurnList } from './TurnList.tsx';

const weekMs = 7 * dayMs;

type Props = { launch: Launch; names: Names; version: string; data: DataSet };

/** A launch told in order: its chapters, what turned, which themes moved, and what people learn from it. */
export default function StoryPanel(props: Props) {
  return (
    <MoreWords>
      <Panel {...props} />
    </MoreWords>
  );
}

function Panel({ launch, names, version, data: shown }: Props) {
  const { say } = useWords();
  const format = useFormat(launch.timeZone);
  const session = useSession();
  const { data, error, refetch } = useRetrospective(launch.id, version);
  const doubtful = useDoubtfulThemes(version);
  if (!data)
    return error ? (
      <StateBlock shape="lost" title={say('story.failed')} why={error.message} minHeight={240}>
        <button type="button" className="button" onClick={() => void refetch()}>
          {say('state.retry')}
        </button>
      </StateBlock>
    ) : (
      <div className={css.waiting}>
        <Loading />
      </div>
    );
  if (data.chapters.length === 0)
    return <StateBlock shape="live" title={say('story.none')} why={say('story.noneWhy')} minHeight={120} />;
  const sinceMs = Math.min(weekMs, data.chapters.at(-1)!.toMs);
  const isRunning = data.now - launch.at < weekMs;
  const locked = shown === 'demo' ? say('story.demo') : session.data?.role === 'view' ? say('decide.viewer') : null;
  return (
    <section className="section" aria-labelledby="story-title">
      <h2 id="story-title" className="section-title">
        {say(isRunning ? 'story.title' : 'story.whole', { name: launch.name })}{' '}
        <small>{say('story.set', { counts: data.counts, name: launch.name, brand: names.brand(launch.brand) })}</small>
      </h2>
      <p className={css.note}>{say('story.chosen')}</p>
      <ChapterList launch={launch} chapters={data.chapters} names={names} />
      {data.halfLifeMs !== null && (
        <p className={css.note}>{say('story.halfLife', { time: format.duration(data.halfLifeMs) })}</p>
      )}
      <div className={css.pair}>
        <TurnList launch={launch} turns={data.turns} names={names} locked={locked} />
        <ThemeMoves launch={launch} themes={data.themes} sinceMs={sinceMs} names={names} doubtful={doubtful} />
      </div>
      <Lessons launch={launch} lessons={data.lessons} locked={locked} />
    </section>
  );
}
