import type { SentimentLabel } from '../../shared/kinds.ts';
import { TransformerFault } from './fault.ts';

/** What published classifiers call their classes, in lower case and without signs between words. */
const names = new Map<string, SentimentLabel>(
  Object.entries({
    negative: 'negative',
    neg: 'negative',
    'very negative': 'negative',
    neutral: 'neutral',
    neu: 'neutral',
    positive: 'positive',
    pos: 'positive',
    'very positive': 'positive',
    '1 star': 'negative',
    '2 stars': 'negative',
    '3 stars': 'neutral',
    '4 stars': 'positive',
    '5 stars': 'positive',
  } as const),
);

/**
 * The sentiment of each class of a classifier, by its number; several classes may share one ("4 stars", "5 stars").
 * Throws TransformerFault when a class cannot be told, or one of the three sentiments has none: a figure without neutral
 * would be no figure of ours.
 */
export function readLabels(id2label: unknown): SentimentLabel[] {
  if (typeof id2label !== 'object' || id2label === null)
    throw new TransformerFault('config.json has no id2label, which names the classes of a classifier');
  const written = Object.entries(id2label);
  const labels: SentimentLabel[] = [];
  for (const [id, name] of written) {
    const label = names.get(
      String(name)
        .toLowerCase()
        .replaceAll(/[\s_-]+/g, ' ')
        .trim(),
    );
    const at = Number(id);
    if (label === undefined)
      throw new TransformerFault(
        `id2label in config.json calls class ${id} "${String(name)}", which is neither negative, neutral nor positive`,
      );
    if (!Number.isInteger(at) || at < 0 || at >= written.length)
      throw new TransformerFault(`id2label in config.json must number its classes from 0 on, not "${id}"`);
    labels[at] = label;
  }
  for (const label of ['negative', 'neutral', 'positive'] as const)
    if (!labels.includes(label)) throw new TransformerFault(`id2label in config.json has no class that is ${label}`);
  return labels;
}
