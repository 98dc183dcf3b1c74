import type { ClassifierError } from './uncertainty.ts';

/**
 * How far the scorer's net sentiment of a brand stands from people's, once sampling is taken out (see
 * docs/MODEL_CARD.md). Every interval on every screen holds it.
 */
export const classifierError: ClassifierError = { systematicSd: 0.1 };
