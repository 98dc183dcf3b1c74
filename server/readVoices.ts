import type { Workspace } from '../shared/domain.ts';
import type { MessageCard } from '../shared/protocol.ts';
import { namesKept, voiceCard } from './http/shownMessage.ts';
import type { History } from './store/store.ts';

const voicesAtStart = 200;

/** Recent significant messages, so that Voices has something to say before the next post comes in. */
export async function readVoices(
  history: History,
  workspace: Workspace,
  from: number,
  to?: number,
): Promise<MessageCard[]> {
  const { items } = await history.mentions({
    from,
    ...(to === undefined ? {} : { to }),
    stage: 'significant',
    limit: voicesAtStart,
  });
  const keep = namesKept(workspace);
  return items.map((item) => voiceCard(item, { marks: [], keep }));
}
