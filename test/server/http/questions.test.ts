import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MentionAnswer, QuestionsAnswer } from '../../../shared/protocol.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

let doors: OpenDoors;
const at = (minute: number) => Date.parse('2026-03-02T09:00:00Z') + minute * 60_000;
const texts = [
  'I bought the Lumen pump yesterday. When does the refill ship?',
  'Mein Gott, love the Lumen serum and its label',
  '@ann.example When will the refill for Lumen ship to the shops in France? So curious',
  'Hello Lumen! Where do you make the glass bottle, who knows',
  'Nice colours Lumen, but when do refills ship, please tell me?',
];

beforeAll(async () => {
  doors = await openDoors();
  const brands = [{ id: 'lumen', name: 'Lumen Care', query: 'lumen' }];
  await doors.ask('/api/workspace', { method: 'PUT', body: { version: 1, brands } });
  const posts = texts.map((text, k) => ({ id: `q${k}`, at: at(k), text, author: 'ann' }));
  expect((await doors.ask('/api/ingest', { method: 'POST', body: posts })).json()).toMatchObject({ accepted: 5 });
});
afterAll(() => doors.close());

describe('GET /api/questions', () => {
  it('groups what people ask of a brand, and names nobody', async () => {
    const answer = await doors.ask(`/api/questions?brand=lumen&from=${at(0)}&to=${at(60)}`);
    expect(answer.status, answer.text).toBe(200);
    const { items } = answer.json() as QuestionsAnswer;
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ question: 'When does the refill ship?', count: 3, firstAt: at(0), lastAt: at(4) });
    expect(items[0]?.messages).toHaveLength(3);
    expect(items[0]?.messages[0]?.stances).toContain('asks');
    expect(answer.text).not.toMatch(/ann\.example|hash-of/);
  });

  it('says on each message, and in its trace, what the writer says of themselves', async () => {
    const message = (await doors.ask('/api/mentions/q0')).json() as MentionAnswer;
    expect(message.stances).toEqual(['owns', 'asks']);
    expect(message.trace.stances).toEqual(['owns', 'asks']);
    expect((await doors.ask('/api/mentions/q1')).json()).not.toHaveProperty('stances');
  });

  it('names every fault of a request', async () => {
    const wrong = await doors.ask('/api/questions?channel=moon&limit=51&q=pump');
    expect(wrong.status).toBe(400);
    const { errors } = wrong.json() as { errors: { path: string }[] };
    expect(errors.map(({ path }) => path).sort()).toEqual(['channel', 'limit', 'q']);
  });
});
