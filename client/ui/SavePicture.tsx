import { useRef, useState } from 'react';
import type { StatusState } from '../../shared/protocol.ts';
import { useFrame } from '../live/useFrame.ts';
import css from './SavePicture.module.css';
import { useFormat } from './useFormat.ts';
import { useWords } from './useWords.ts';

const selectRuleSet = (status: StatusState) => status.history.ruleSet;

type Props = {
  title: string;
  /** What was counted, as it was asked for. */
  query: string;
  zone: string;
  fileName: string;
};

/** In the corner of a chart's figure: saves what is drawn in it as a picture that says where it is from. */
export function SavePicture({ title, query, zone, fileName }: Props) {
  const { say } = useWords();
  const format = useFormat(zone);
  const ruleSet = useFrame('status', selectRuleSet) ?? 0;
  const button = useRef<HTMLButtonElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    const chart = button.current?.closest<HTMLElement>('[data-picture]');
    if (!chart) return;
    try {
      const { savePicture } = await import('./savePicture.ts');
      const at = format.moment(Date.now());
      const source = say('picture.source', { query, ruleSet, zone, at });
      await savePicture(chart, { title, source, link: location.href, fileName });
      setProblem(null);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      {problem !== null && <span role="alert">{say('picture.failed', { problem })}</span>}
      <button ref={button} type="button" className={css.save} onClick={() => void save()}>
        {say('picture.save')}
      </button>
    </>
  );
}
