import { analyze } from '../../server/pipeline/analyze.ts';
import { detectLanguage } from '../../server/pipeline/detectLanguage.ts';
import { normalize } from '../../server/pipeline/normalize.ts';
import { compileRules } from '../../server/pipeline/rules.ts';
import { readWords } from '../../server/pipeline/vocabulary.ts';
import { type Post, type Workspace, workspaceSchema } from '../../shared/domain.ts';

/** A workspace with one brand, `solenne`, and one theme, `scent`, unless said otherwise. */
export function makeWorkspace(some: Record<string, unknown> = {}): Workspace {
  return workspaceSchema.parse({
    version: 1,
    brands: [{ id: 'solenne', name: 'Solenne', query: 'solenne NOT "rue solenne"' }],
    themes: [{ id: 'scent', name: 'Scent', query: 'scent*, smell*, parfum*' }],
    ...some,
  });
}

export function makeTextPost(text: string, some: Partial<Post> = {}): Post {
  return { id: 'p', source: 'test', channel: 'social', at: Date.UTC(2026, 5, 2), text, ...some };
}

/** The analysis of a text under that workspace. */
export function analysed(text: string, some: Partial<Post> = {}, workspace = makeWorkspace()) {
  return analyze(makeTextPost(text, some), compileRules(workspace, 1));
}

/** Language by words alone, without the model. */
export function languageOfText(text: string): string {
  const doc = normalize(text);
  return detectLanguage(doc, readWords(doc), undefined, undefined).lang;
}
