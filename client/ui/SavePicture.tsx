import { useRef, useState } from 'react';
import { isolated } from '../../shared/isolated.ts';
import type { StatusState } from '../../shared/protocol.ts';
import type { NetSentiment } from '../../shared/uncertainty.ts';
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
  /** The figures of all that is drawn, of each by its name where there are several. Net is null where opinions are too few. */
  counted: readonly { name?: string; mentions: number; net: NetSentiment | null }[];
};

/** In the corner of a chart's figure: saves what is drawn in it as a picture that says where it is from. */
export function SavePicture({ title, query, zone, fileName, counted }: Props) {
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
      const now = Date.now();
      const at = `${format.day(now)}, ${format.time(now)}`;
      const figures = counted.map(({ name, mentions, net }) => {
        const told = net
          ? say('picture.counted', { mentions, net: `${format.signed(net.net)} ${format.netSpread(net)}` })
          : say('picture.countedOnly', { mentions });
        return name === undefined ? told : `${isolated(name)}${say('stop.colon')}${told}`;
      });
      const source = [...figures, say('picture.source', { query, ruleSet, zone, at })].join(' · ');
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
