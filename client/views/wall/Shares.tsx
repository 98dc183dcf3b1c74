import { memo } from 'react';
import type { FiguresState } from '../../../shared/protocol.ts';
import { foldVoices, VoiceBars } from '../../charts/VoiceBars.tsx';
import { voiceRows } from '../../select/brandFigures.ts';
import type { Format } from '../../ui/format.ts';
import type { Stage } from '../../ui/useStage.ts';
import { useWords } from '../../ui/useWords.ts';

const most = 4;

/** The brands' shares as bars: a drawing, so once a second like the curves. */
export const Shares = memo(function Shares(props: {
  stage: Stage;
  format: Format;
  width: number;
  height: number;
  state: FiguresState;
  caption: string;
  /** While posts are missing nothing is drawn beside to compare with. */
  isUnjudged: boolean;
}) {
  const { stage, format, state, caption, isUnjudged, width, height } = props;
  const { say } = useWords();
  const rows = voiceRows(state, stage.set.brands, stage.brand);
  return (
    <VoiceBars
      width={width}
      height={height}
      rows={foldVoices(isUnjudged ? rows.map((row) => ({ ...row, before: null })) : rows, most)}
      nameOf={(brand) => (brand === null ? '…' : stage.names.brand(brand))}
      colorOf={(brand) => (brand === null ? 'var(--ink-3)' : stage.names.color(brand))}
      percent={format.percent}
      beforeLabel={(value) =>
        width < 400
          ? `${say('wall.before')} ${format.percent(value)}`
          : say('wall.shareBefore', { share: format.percent(value) })
      }
      caption={caption}
      label={say('wall.share')}
    />
  );
});
