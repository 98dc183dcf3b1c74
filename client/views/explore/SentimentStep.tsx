import type { Trace } from '../../../shared/trace.ts';
import { SmallMark } from '../../charts/SmallMark.tsx';
import { SumBars } from './SumBars.tsx';
import type { Explored } from './useExplore.ts';

type Props = { sentiment: Trace['sentiment']; explored: Explored };

/** What the text says, as the sum of its words; where a transformer was heard, what it said comes first. */
export function SentimentStep({ sentiment, explored }: Props) {
  const { say, format } = explored;
  const { secondLook } = sentiment;
  const byWords = secondLook ? secondLook.first : sentiment;
  return (
    <>
      {secondLook && <Heard sentiment={sentiment} explored={explored} />}
      {byWords.label === 'unscored' ? (
        <p>
          <b className="strong">{say('opinion.unscored')}</b>
          {say('stop.colon')}
          {say('explore.unscoredWhy')}
        </p>
      ) : (
        <SumBars
          format={format}
          parts={sentiment.parts}
          total={byWords.score}
          name={
            secondLook?.said
              ? say('explore.firstLook', { opinion: say(`opinion.${byWords.label}`) })
              : say(`opinion.${byWords.label}`)
          }
          because={say('explore.scoreRange')}
          isOpinion
        />
      )}
    </>
  );
}

function Heard({ sentiment, explored }: Props) {
  const { say, format } = explored;
  const { by, said } = sentiment.secondLook!;
  if (!said) return <p>{say('explore.notHeard', { name: by.name })}</p>;
  const { negative, neutral, positive } = said;
  const opinion = sentiment.label;
  return (
    <p title={say('explore.heardBy', { hash: by.hash, runtime: by.runtime })}>
      <b className={opinion === 'unscored' ? 'strong' : opinion}>
        {opinion !== 'unscored' && <SmallMark kind={opinion} />}
        {say(`opinion.${opinion}`)}
      </b>{' '}
      {say('explore.heard', {
        name: by.name,
        negative: format.percent(negative),
        neutral: format.percent(neutral),
        positive: format.percent(positive),
      })}
    </p>
  );
}
