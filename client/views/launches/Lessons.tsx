import { useState } from 'react';
import type { Launch } from '../../../shared/domain.ts';
import { useRetrospectiveChange } from '../../history/useRetrospective.ts';
import { useLostWhy } from '../../ui/useLostWhy.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './StoryPanel.module.css';

type Props = { launch: Launch; lessons: readonly string[]; locked: string | null };

/** What the next launch should know, one line each, written by people. */
export function Lessons({ launch, lessons, locked }: Props) {
  const { say } = useWords();
  const change = useRetrospectiveChange(launch.id);
  const lost = useLostWhy();
  const [draft, setDraft] = useState<string | null>(null);
  if (lessons.length === 0 && locked !== null) return null;
  const save = () => {
    const lines = (draft ?? '').split('\n').map((line) => line.trim());
    change.mutate({ lessons: lines.filter((line) => line !== '') }, { onSuccess: () => setDraft(null) });
  };
  return (
    <section className={css.part} aria-labelledby="story-lessons">
      <h3 id="story-lessons" className={`part-title ${css.head}`}>
        {say('story.lessons')} <small>{say('story.lessonsWhy')}</small>
      </h3>
      {draft === null ? (
        <>
          {lessons.length > 0 && (
            <ul className={css.lessons}>
              {lessons.map((lesson) => (
                <li key={lesson}>{lesson}</li>
              ))}
            </ul>
          )}
          {locked === null && (
            <button type="button" className="button" onClick={() => setDraft(lessons.join('\n'))}>
              {say('story.lessonsEdit')}
            </button>
          )}
        </>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <textarea
            className={css.draft}
            rows={5}
            value={draft}
            aria-label={say('story.lessons')}
            onChange={({ target }) => setDraft(target.value)}
          />
          {change.error && <p role="alert">{change.error.message}</p>}
          {lost !== null && <p role="status">{lost}</p>}
          <p className={css.ways}>
            <button type="submit" className="button primary" disabled={change.isPending || lost !== null}>
              {say('story.lessonsSave')}
            </button>
            <button type="button" className="button" onClick={() => setDraft(null)}>
              {say('story.cancel')}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}
