import { z } from 'zod';
import type { Correction } from '../../shared/correction.ts';
import { sentimentLabels, type Workspace } from '../../shared/domain.ts';
import type { ProblemDetail } from '../../shared/protocol.ts';
import type { StoredPost } from '../store/store.ts';
import { parseWith } from './parseWith.ts';
import { Refused } from './problem.ts';

const schema = z.strictObject({
  brand: z.string().optional(),
  sentiment: z.enum(sentimentLabels).nullable().optional(),
  themes: z.array(z.string()).max(200).nullable().optional(),
  relevant: z.boolean().nullable().optional(),
});

/** What a person says, checked against what the workspace knows. Throws Refused with every fault. */
export function askedCorrection(body: unknown, workspace: Workspace): Correction[] {
  const { brand, sentiment, themes, relevant } = parseWith(schema, body);
  const errors: ProblemDetail[] = [];
  if (brand !== undefined && !workspace.brands.some((one) => one.id === brand))
    errors.push({ path: 'brand', code: 'unknown-brand', message: `no brand "${brand.slice(0, 80)}"` });
  themes?.forEach((id, index) => {
    if (!workspace.themes.some((one) => one.id === id))
      errors.push({ path: `themes[${index}]`, code: 'unknown-theme', message: `no theme "${id.slice(0, 80)}"` });
  });
  const said: Correction[] = [];
  const about = brand === undefined ? {} : { brand };
  if (relevant !== undefined) said.push({ what: 'relevant', value: relevant, ...about });
  if (themes !== undefined) said.push({ what: 'themes', value: themes && [...new Set(themes)] });
  if (sentiment !== undefined) said.push({ what: 'sentiment', value: sentiment, ...about });
  if (said.length === 0)
    errors.push({ code: 'nothing-said', message: 'say at least one of sentiment, themes, relevant' });
  if (errors.length > 0)
    throw new Refused(400, { detail: 'the correction cannot be used as it is', code: 'bad-correction', errors });
  return said;
}

/** What only the post can tell: a brand that it does not name has no sentiment there. */
export function checkAbout(
  said: readonly Correction[],
  { analysis, corrected }: Pick<StoredPost, 'analysis' | 'corrected'>,
): void {
  const errors: ProblemDetail[] = [];
  const named = new Set(analysis.brands.map(({ id }) => id));
  for (const { what, brand, value } of said) {
    if (what !== 'relevant' || value === false) continue;
    // Without a brand it is a word about all that the machine found, and taken back it gives those back.
    if (brand === undefined) for (const { id } of corrected?.machine.brands ?? []) named.add(id);
    else if (value) named.add(brand);
  }
  for (const { what, brand, value } of said) {
    if (value === null) continue;
    if (named.size === 0)
      errors.push({
        path: what,
        code: 'no-mention',
        message: 'the post names no brand; say with "brand" which it is about',
      });
    else if (brand !== undefined && !named.has(brand) && what === 'sentiment')
      errors.push({
        path: 'brand',
        code: 'not-named',
        message: `the post is no mention of "${brand}"; say "relevant": true too`,
      });
  }
  if (errors.length > 0)
    throw new Refused(400, { detail: 'the correction does not fit the post', code: 'bad-correction', errors });
}
