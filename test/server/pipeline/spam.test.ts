import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { normalize } from '../../../server/pipeline/normalize.ts';
import { lookAt, readPromotion } from '../../../server/pipeline/scoreSentiment.ts';
import { readSignals } from '../../../server/pipeline/signals.ts';
import { scoreSpam, spamThreshold } from '../../../server/pipeline/spam.ts';
import { readWords } from '../../../server/pipeline/vocabulary.ts';
import { analysed } from '../../support/analysed.ts';
import { sharedData } from '../../support/sharedData.ts';

const spamOf = (text: string) => {
  const doc = normalize(text);
  const reading = readWords(doc);
  return scoreSpam(readSignals(doc, reading, null, 'en'), readPromotion(lookAt(doc, reading, 'en', null)));
};

describe('scoreSpam', () => {
  it.each([
    'Check out my channel and subscribe please',
    'Solenne giveaway! Follow and RT to win a free serum',
    'Earn money from home, 500 dollars a day https://x.example',
    'Abonnez-vous à ma chaîne, lien en bio',
    'Concours Solenne : à gagner, RT + follow',
  ])('sets aside: %s', (text) => {
    expect(spamOf(text)).toBeGreaterThanOrEqual(spamThreshold);
    expect(analysed(`solenne ${text}`).reason).toBe('spam');
  });

  it.each([
    'The Solenne serum broke me out, has anyone else had this? https://photos.example/1',
    'Where can I buy the Solenne refill in Lyon?',
    'Le sérum Solenne colle, je suis déçue',
    'Solenne opens a shop in Austin https://news.example',
  ])('leaves: %s', (text) => expect(spamOf(text)).toBeLessThan(spamThreshold));

  it('finds most self-promotion under real videos and hardly ever accuses anybody else', () => {
    const file = sharedData('youtube-spam/youtube_spam.csv.gz');
    if (!file) return;
    const rows: Record<string, string>[] = parse(gunzipSync(readFileSync(file)), { columns: true, bom: true });
    let caught = 0;
    let accused = 0;
    let missed = 0;
    for (const { CONTENT, CLASS } of rows) {
      const isCalled = spamOf(CONTENT!) >= spamThreshold;
      if (isCalled && CLASS === '1') caught += 1;
      else if (isCalled) accused += 1;
      else if (CLASS === '1') missed += 1;
    }
    expect((2 * caught) / (2 * caught + accused + missed)).toBeGreaterThan(0.85);
    expect(caught / (caught + accused)).toBeGreaterThan(0.98);
  });
});
