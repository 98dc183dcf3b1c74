import type { Dataset } from '../dataset.ts';
import { queryWords } from '../pipeline/query/queryWords.ts';

/** The words by which the asked brands are found (all of them where none is asked for): what rises is said of them. */
export async function wordsOfBrands(dataset: Dataset, asked: readonly string[] | undefined): Promise<string[]> {
  const { workspace } = (await dataset.history.ruleSet()) ?? (await dataset.engine.ruleSet());
  const brands = workspace.brands.filter(({ id }) => !asked?.length || asked.includes(id));
  return [...new Set(brands.flatMap(({ query }) => [...queryWords(query)]))];
}
