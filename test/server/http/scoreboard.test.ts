import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScoreboardAnswer, SheetAnswer, SheetItem } from '../../../shared/scoreboard.ts';
import { measuredErrors } from '../../../shared/uncertainty.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

let doors: OpenDoors;
beforeAll(async () => {
  doors = await openDoors();
  const workspace = {
    version: 1,
    brands: [{ id: 'lumen', name: 'Lumen', query: 'lumen NOT "lumen street"' }],
    themes: [{ id: 'price', name: 'Price', query: 'price, cheap, expensive' }],
  };
  await doors.ask('/api/workspace', { method: 'PUT', body: workspace });
  // In words of their own: near-copies would be one.
  const complaints = [
    'My Lumen pump broke on the first evening and nobody answers my mails',
    'I bought the Lumen serum last week, it leaks through the lid and ruined my bag',
    'Lumen charged my card twice and the shop refuses a refund, I am furious',
    'We ordered two bottles of Lumen, one arrived shattered with glass everywhere',
    'Terrible burning on my cheeks since I tried the new cream by Lumen',
    'The dropper of my Lumen does not work, it is stuck and useless',
    'I hate how the Lumen website crashes whenever I try to pay',
    'Got a rash from Lumen within minutes, my skin is red and painful',
    'Lumen cancelled my order without a word, what awful service',
    'My third faulty tube from Lumen: the seal was open and it smells rotten',
  ];
  const posts = Array.from({ length: 90 }, (_, k) => ({
    id: `p${k}`,
    at: Date.now() - 1_000 * k,
    lang: 'en',
    text:
      k < 10
        ? `${complaints[k]}. A refund please`
        : k % 2 === 0
          ? `@ann.example walked down Lumen Street number ${k}`
          : `The price of the Lumen serum is ${k} euros today`,
  }));
  expect((await doors.ask('/api/ingest', { method: 'POST', body: posts })).json()).toMatchObject({ accepted: 90 });
});
afterAll(() => doors.close());

const today = async () => (await doors.ask('/api/scoreboard/today')).json() as SheetAnswer;
const label = (seq: number, body: object) => doors.ask(`/api/scoreboard/labels/${seq}`, { method: 'PUT', body });

describe('the scoreboard’s doors', () => {
  it('draws a sheet once a day that says nothing of the machine and names nobody', async () => {
    const sheet = await today();
    expect(sheet.items).toHaveLength(20);
    expect(sheet.drawnFrom).toBe(90);
    // Of 90 posts 8, 6 and 6 are drawn; together the drawn ones stand for all.
    const { significant, important, 'set-aside': aside } = sheet.weights;
    expect(8 * significant + 6 * important + 6 * aside).toBeCloseTo(90, 9);
    const text = JSON.stringify(sheet);
    expect(text).not.toMatch(/ann\.example|opinion|significance|stage|brands/);
    expect(JSON.stringify(sheet.items)).not.toMatch(/significant|important|set-aside/);
    expect(await today()).toEqual(sheet);
  });

  it('measures from labels, changes no figure, and takes a label back', async () => {
    const funnel = (await doors.ask('/api/funnel')).text;
    expect((await doors.ask('/api/scoreboard')).json()).toMatchObject({ labels: 0, errors: measuredErrors });
    const sheet = await today();
    const { day, items } = sheet;
    for (const { seq, message } of items) {
      const isOurs = !/Street/.test(message.text);
      const relevance = !isOurs ? 'not-about-us' : /refund/.test(message.text) ? 'matters' : 'in-passing';
      const answer = await label(seq, { day, relevance, ...(isOurs && { sentiment: 'negative', theme: true }) });
      expect(answer.status, answer.text).toBe(200);
      expect((answer.json() as SheetItem).machine?.stage === 'set-aside').toBe(!isOurs);
    }
    const board = (await doors.ask('/api/scoreboard')).json() as ScoreboardAnswer;
    expect(board).toMatchObject({ sheets: 1, labels: 20 });
    expect(board.recall.share).toBe(1);
    // Six set-aside posts cannot prove that none of forty matters.
    expect(board.recall.low!).toBeLessThan(0.6);
    expect(board.mentionRecall.share).toBe(1);
    expect(board.byBrand[0]).toMatchObject({ id: 'lumen' });
    // People call everything a complaint: they leave less open, and lie lower.
    expect(board.errors.whole.sd).toBeLessThan(measuredErrors.whole.sd);
    expect(board.errors.theme.sd).toBeLessThan(measuredErrors.theme.sd);
    expect(board.errors.whole.shift).toBeLessThan(0);
    expect((await doors.ask('/api/funnel')).text).toBe(funnel);

    const first = items[0]!;
    const taken = await label(first.seq, { day, relevance: null });
    expect(taken.json()).toEqual(sheet.items[0]);
    expect(((await doors.ask('/api/scoreboard')).json() as ScoreboardAnswer).labels).toBe(19);
    expect((await today()).items[0]).not.toHaveProperty('label');
  });

  it('tells the machine’s own answer once a message is labelled, whatever was corrected meanwhile', async () => {
    const { day, items } = await today();
    const item = items.find(({ message }) => /refund/.test(message.text))!;
    await label(item.seq, { day, relevance: null });
    const before = (await today()).items.find(({ seq }) => seq === item.seq)!;
    expect(Object.keys(before)).not.toContain('machine');
    const said = { relevance: 'matters', sentiment: 'positive', theme: true };
    const { machine } = (await label(item.seq, { day, ...said })).json() as SheetItem;
    expect(machine).toMatchObject({ stage: 'significant', opinion: 'negative', brands: ['lumen'], isCorrected: false });
    const measured = (await doors.ask('/api/scoreboard')).json() as ScoreboardAnswer;
    const patch = { method: 'PATCH', body: { sentiment: 'positive' } };
    expect((await doors.ask(`/api/mentions/seq:${item.seq}`, patch)).status).toBe(200);
    const after = (await today()).items.find(({ seq }) => seq === item.seq)!;
    expect(after.machine).toEqual({ ...machine, isCorrected: true });
    expect(((await doors.ask('/api/scoreboard')).json() as ScoreboardAnswer).sentiment).toEqual(measured.sentiment);
  });

  it('refuses what fits no sheet, and names every fault', async () => {
    const { day } = await today();
    expect((await label(999, { day, relevance: 'matters' })).status).toBe(404);
    expect((await label(1, { day: '1999-01-01', relevance: 'matters' })).status).toBe(404);
    expect(
      (await doors.ask('/api/scoreboard/labels/x', { method: 'PUT', body: { day, relevance: null } })).status,
    ).toBe(404);
    const both = await label(1, { day, relevance: 'not-about-us', sentiment: 'negative', theme: false });
    expect([both.status, both.json()]).toMatchObject([400, { errors: [{ path: 'sentiment' }, { path: 'theme' }] }]);
    const wrong = await label(1, { day: 'today', relevance: 'yes', mood: 1 });
    expect(wrong.status).toBe(400);
    const { errors } = wrong.json() as { errors: { path: string }[] };
    expect(errors.map(({ path }) => path).sort()).toEqual(['day', 'mood', 'relevance']);
  });
});
