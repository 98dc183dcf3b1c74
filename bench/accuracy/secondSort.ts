import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { analyze } from '../../server/pipeline/analyze.ts';
import { loadLanguageModel } from '../../server/pipeline/languageModel.ts';
import { compileRules } from '../../server/pipeline/rules.ts';
import { workspaceSchema } from '../../shared/domain.ts';
import judged from '../../test/fixtures/judged.json' with { type: 'json' };

/** How many of 300 mentions judged by hand are kept, and what share of the complaints, questions and safety among them. */
export async function judgeSecondSort(
  folder: string,
): Promise<{ posts: number; kept: number; wanted: number; wantedKept: number }> {
  const texts = new Map<string, string>();
  for (const [stream, file] of Object.entries(judged.files)) {
    const content = gunzipSync(readFileSync(join(folder, file))).toString('utf8');
    const rows: Record<string, string>[] = file.endsWith('.ndjson.gz')
      ? content.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
      : parse(content, { columns: true, bom: true });
    for (const row of rows) {
      const id = row.row ?? row._unit_id ?? row.id ?? row.tweetID ?? row.No;
      texts.set(`${stream} ${id}`, row.tweet_text ?? row.text ?? row.tweet ?? row.Review ?? '');
    }
  }
  // They are mentions by judgement: every one matches.
  const brands = [{ id: 'any', name: 'Any', query: 'channel:social' }];
  const rules = compileRules(workspaceSchema.parse({ version: 1, brands }), 1, {
    languageModel: await loadLanguageModel(),
  });
  const sum = { posts: judged.posts.length, kept: 0, wanted: 0, wantedKept: 0 };
  for (const { stream, id, kind } of judged.posts) {
    const text = texts.get(`${stream} ${id}`);
    if (!text) throw new Error(`${stream} ${id} is not in the data`);
    const isKept = analyze({ id, source: stream, channel: 'social', at: 0, text }, rules).stage === 'significant';
    if (isKept) sum.kept += 1;
    if (kind === 'other') continue;
    sum.wanted += 1;
    if (isKept) sum.wantedKept += 1;
  }
  return sum;
}
