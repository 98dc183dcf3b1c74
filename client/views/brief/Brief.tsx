import { FirstWays } from '../../ui/FirstWays.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { StateBlock } from '../../ui/StateBlock.tsx';
import { Unread } from '../../ui/Unread.tsx';
import { useStage } from '../../ui/useStage.ts';
import { useWords } from '../../ui/useWords.ts';
import { BriefOf } from './BriefOf.tsx';

/** Thirty seconds: is it going well, compared with what, what helps, what hurts? */
export default function Brief() {
  const { say } = useWords();
  const state = useStage();
  if (state.is === 'loading') return <Loading shape="figures" />;
  if (state.is === 'failed') return <Unread what="state.unread.brief" error={state.error} isPage retry={state.retry} />;
  if (state.is === 'filling')
    return <StateBlock shape="live" title={say('state.filling')} why={say('state.fillingWhy')} />;
  if (state.is === 'empty')
    return (
      <StateBlock shape="lost" title={say('state.noBrands')} why={say('brief.emptyWhy')} frame="figures">
        <FirstWays />
      </StateBlock>
    );
  return <BriefOf stage={state.stage} />;
}
