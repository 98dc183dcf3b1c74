import { expect, it } from 'vitest';
import { shownMessage, voiceCard } from '../../../server/http/shownMessage.ts';
import type { StoredPost } from '../../../server/store/store.ts';
import { makeAnalysis, makePost } from '../../support/makePosts.ts';

const url = 'https://social.example/jane_doe/status/1';
const post: StoredPost = {
  ...makePost({ id: 'a', text: 'Ask @jane_doe', url }),
  seq: 1,
  receivedAt: 0,
  ruleSet: 1,
  analysis: makeAnalysis({}),
};

it('shows a message with its address, a live voice without: the address may name its writer', () => {
  const keep = new Set<string>();
  expect(shownMessage({ ...post, copies: 0 }, { marks: [], copyOf: null, keep })).toMatchObject({
    text: 'Ask @…',
    url,
  });
  const card = voiceCard(post, { marks: [], keep });
  expect(card.text).toBe('Ask @…');
  expect(JSON.stringify(card)).not.toContain('jane');
});
