import { expect, it } from 'vitest';
import { readAutopsy } from '../../../server/alerts/readAutopsy.ts';
import type { Analysis } from '../../../server/pipeline/analysis.ts';
import { createMemoryStore } from '../../../server/store/memory.ts';
import type { Post } from '../../../shared/domain.ts';
import { minuteMs } from '../../../shared/rollup.ts';
import { makeWorkspace } from '../../support/analysed.ts';
import { makeAlert } from '../../support/makeAlert.ts';
import { makeAnalysis, makePost } from '../../support/makePosts.ts';

const now = Date.UTC(2026, 10, 12, 16);
const figure = { at: now, spanMs: 15 * minuteMs, value: 60, expected: 2 };

type Written = { secondsAgo: number; isCopy?: boolean; copyOf?: number; themes?: string[]; isPassing?: boolean };
const reasonOf = ({ isCopy, isPassing }: Written) => (isCopy ? 'near-copy' : isPassing ? 'passing' : null);

function write(some: Written, place: number): [Post, Analysis] {
  const id = `post-${place}`;
  const reason = reasonOf(some);
  const analysis = makeAnalysis({
    ...{ stage: reason === null ? 'significant' : 'important', reason },
    ...(some.isCopy ? { copyOf: some.copyOf ?? 1 } : {}),
    brands: [{ id: 'solenne', opinion: 'negative', score: -0.5 }],
    themes: (some.themes ?? []).map((theme) => ({ id: theme })),
    sentiment: { label: 'negative', score: -0.5 },
  });
  return [makePost({ id, at: now - some.secondsAgo * 1_000, lang: 'en' }), analysis];
}

async function autopsyOver(all: readonly Written[], kind: 'complaints' | 'copies') {
  const { store, history } = createMemoryStore();
  const written = all.map(write);
  const analyses = new Map(written.map(([post, analysis]) => [post.id, analysis]));
  await store.save({ posts: written.map(([post]) => post), receivedAt: now }, ({ id }) => analyses.get(id)!, 1);
  const { brand, theme: _, ...rest } = makeAlert({ kind, brand: 'solenne', first: figure, current: figure });
  const autopsy = await readAutopsy({ history, workspace: makeWorkspace(), knownFrom: 0 }, { ...rest, brand: brand! });
  return autopsy!;
}

const many = (count: number, some: (place: number) => Written) => Array.from({ length: count }, (_, k) => some(k));
const people = many(40, (place) => ({ secondsAgo: 100 + place }));
const copies = many(40, (place) => ({ secondsAgo: 100 + place, isCopy: true }));
const ownCopies = many(40, (place) => ({ secondsAgo: 100 + place, isCopy: true, copyOf: place + 1 }));
const earlier = (all: readonly Written[]) =>
  all.map(({ secondsAgo, ...one }) => ({ ...one, secondsAgo: secondsAgo + 300 }));

it.each([
  { what: 'copies before which many people wrote', all: [...people, ...earlier(ownCopies)] },
  { what: 'people before whom many copies came', all: [...ownCopies, ...earlier(people)] },
  {
    what: 'people who speak in passing beside many copies',
    all: [...ownCopies, ...earlier(people).map((one) => ({ ...one, isPassing: true }))],
  },
])('shows three messages of each part: $what', async ({ all }) => {
  const { parts } = await autopsyOver(all, 'complaints');
  expect(parts.map(({ areCopies, value, messages }) => [areCopies, value, messages.length]).sort()).toEqual([
    [false, 40, 3],
    [true, 40, 3],
  ]);
});

it('shows of a part only what was counted in it: messages of its first theme', async () => {
  const priced = many(10, (place) => ({ secondsAgo: 300 + place, themes: ['skin', 'price'] }));
  const { parts } = await autopsyOver(
    [...priced, ...many(5, () => ({ secondsAgo: 500, themes: ['price'] }))],
    'complaints',
  );
  const price = parts.find(({ theme }) => theme === 'price')!;
  expect(price.value).toBe(5);
  expect(price.messages.map(({ themes }) => themes.map(({ id }) => id))).toEqual([['price'], ['price'], ['price']]);
});

it('says of an alert of copies that it is made of copies, however much else was said', async () => {
  expect((await autopsyOver([...people, ...many(5, () => ({ secondsAgo: 200 })), ...copies], 'copies')).nature).toBe(
    'copies',
  );
  expect(
    (await autopsyOver([...people, ...many(5, () => ({ secondsAgo: 200 })), ...copies], 'complaints')).nature,
  ).toBe('organic');
});

it('shows of copies one for each text, the most copied first, with how many copies of it are known', async () => {
  const twice = many(2, () => ({ secondsAgo: 100, isCopy: true, copyOf: 1 }));
  const often = many(30, (place) => ({ secondsAgo: 110 + place, isCopy: true, copyOf: 2 }));
  const { parts } = await autopsyOver([...many(2, () => ({ secondsAgo: 200 })), ...twice, ...often], 'copies');
  const copied = parts.find(({ areCopies }) => areCopies)!;
  expect(copied.messages.map((message) => message.copies)).toEqual([30, 2]);
});
