import type { Analyst, Judge } from '../../server/engine/analyst.ts';
import type { Analysis } from '../../server/pipeline/analysis.ts';
import type { Post, Workspace } from '../../shared/domain.ts';
import type { MessageCard } from '../../shared/protocol.ts';

/** An analyst that counts every post as a mention of `acme`, for tests of the loop around it: both halves, neither of which knows copies. */
export function makeAnalyst(
  hooks: { analyse?: (post: Post) => void; check?: (workspace: Workspace) => void } = {},
): Analyst & Judge & { takenBack: number } {
  return {
    takenBack: 0,
    parse(value, defaults) {
      const { id, at, text } = value as Partial<Post>;
      if (typeof text !== 'string') return { ok: false, code: 'text-missing', message: 'no text' };
      return { ok: true, post: { id: String(id), at: Number(at), text, source: defaults.source, channel: 'social' } };
    },
    check: (workspace) => hooks.check?.(workspace),
    use: () => undefined,
    begin: () => undefined,
    takeBack() {
      this.takenBack += 1;
    },
    analyse(post) {
      hooks.analyse?.(post);
      const analysis: Analysis = {
        stage: 'significant',
        reason: null,
        lang: 'en',
        brands: [{ id: 'acme', opinion: 'neutral', score: 0 }],
        excludedFrom: [],
        themes: [],
        significance: 1,
        spam: 0,
        sentiment: { label: 'neutral', score: 0 },
      };
      return { analysis, sketch: undefined };
    },
    judge: (analysis) => analysis,
    startReplay: () => undefined,
    replay: (analysis) => analysis,
    endReplay: () => undefined,
    remember: () => undefined,
    card: (mention) => ({ seq: mention.seq, id: mention.id }) as MessageCard,
  };
}
