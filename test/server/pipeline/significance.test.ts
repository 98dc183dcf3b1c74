import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/pipeline/analyze.ts';
import { loadLanguageModel } from '../../../server/pipeline/languageModel.ts';
import { compileRules } from '../../../server/pipeline/rules.ts';
import type { Post } from '../../../shared/domain.ts';
import judged from '../../fixtures/judged.json' with { type: 'json' };
import { analysed, makeWorkspace } from '../../support/analysed.ts';
import { sharedData } from '../../support/sharedData.ts';

describe('scoreSignificance', () => {
  it.each([
    'The Solenne pump broke after two days and nobody answers',
    'My skin is burning since I used the Solenne serum, red patches everywhere',
    'Does anyone know if the Solenne serum is safe for sensitive skin?',
    'Ma pompe Solenne ne marche plus, je suis déçue',
    'Quelqu’un sait où trouver la recharge Solenne ?',
    'Plaques rouges sur le visage depuis le sérum Solenne',
  ])('keeps: %s', (text) => expect(analysed(text)).toMatchObject({ stage: 'significant', reason: null }));

  it.each([
    ['Solenne opens a shop in Austin, shares rise 3 percent https://news.example', 'no-opinion'],
    ['Solenne', 'no-opinion'],
    ['watching a film with solenne on the table', 'no-opinion'],
    ['Solenne is nice', 'passing'],
  ])('sets aside: %s', (text, reason) => expect(analysed(text)).toMatchObject({ stage: 'important', reason }));

  it('moves with the threshold of the workspace', () => {
    const strict = makeWorkspace({ significance: { threshold: 1 } });
    const open = makeWorkspace({ significance: { threshold: 0 } });
    expect(analysed('The Solenne pump broke', {}, strict).stage).toBe('important');
    expect(analysed('Solenne', {}, open).stage).toBe('significant');
  });

  it('keeps 85 % of the complaints, questions and safety among 300 judged mentions in at most 15 % of all', async () => {
    const texts = new Map<string, string>();
    for (const [stream, file] of Object.entries(judged.files)) {
      const path = sharedData(file);
      if (!path) return;
      const content = gunzipSync(readFileSync(path)).toString('utf8');
      const rows: Record<string, string>[] = file.endsWith('.ndjson.gz')
        ? content.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
        : parse(content, { columns: true, bom: true });
      for (const row of rows) {
        const id = row.row ?? row._unit_id ?? row.id ?? row.tweetID ?? row.No;
        texts.set(`${stream} ${id}`, row.tweet_text ?? row.text ?? row.tweet ?? row.Review ?? '');
      }
    }
    // They are mentions by judgement: every one matches.
    const workspace = makeWorkspace({ brands: [{ id: 'any', name: 'Any', query: 'channel:social' }], themes: [] });
    const rules = compileRules(workspace, 1, { languageModel: await loadLanguageModel() });
    let kept = 0;
    let wanted = 0;
    let wantedKept = 0;
    for (const { stream, id, kind } of judged.posts) {
      const text = texts.get(`${stream} ${id}`);
      expect(text, `${stream} ${id}`).toBeTruthy();
      const post: Post = { id, source: stream, channel: 'social', at: 0, text: text! };
      const isKept = analyze(post, rules).stage === 'significant';
      if (isKept) kept += 1;
      if (kind === 'other') continue;
      wanted += 1;
      if (isKept) wantedKept += 1;
    }
    expect(judged.posts).toHaveLength(300);
    expect(kept / judged.posts.length).toBeLessThanOrEqual(0.15);
    expect(wantedKept / wanted).toBeGreaterThanOrEqual(0.85);
  });
});
