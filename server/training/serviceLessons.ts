import { readFileSync } from 'node:fs';
import type { Labelled } from './readSets.ts';

export type ServiceMessage = Labelled & { trade: string };

/**
 * Messages to service companies, invented for this project and committed beside this file: complaints and praise in plain facts
 * ("on hold for two hours"), and what is neither. No set at hand holds them. "@brand" stands for whoever is written to.
 */
export function serviceLessons(language: 'en' | 'fr'): ServiceMessage[] {
  const [, ...lines] = readFileSync(new URL(`./serviceLessons.${language}.tsv`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const [trade, label, text] = line.split('\t');
    if (label !== 'negative' && label !== 'neutral' && label !== 'positive')
      throw new Error(`a service message has no label: ${line}`);
    return { trade: trade!, label, text: text! };
  });
}
