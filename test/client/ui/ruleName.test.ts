import { expect, it } from 'vitest';
import { ruleName } from '../../../client/ui/ruleName.ts';
import type { Say } from '../../../client/ui/useWords.ts';
import { fr } from '../../../client/ui/words/fr.ts';
import { defaultAlertSettings } from '../../../shared/alertDefaults.ts';

const say: Say = (key) => fr[key];

it('names the rules that everybody starts with in the reader’s language, until somebody names them', () => {
  for (const rule of defaultAlertSettings.rules) {
    expect(ruleName(rule, say), rule.id).toMatch(/\p{L}/u);
    expect(ruleName({ ...rule, name: 'Ours' }, say)).toBe('Ours');
  }
  expect(ruleName({ id: 'mood', name: 'The mood turns' }, say)).toBe('L’humeur tourne');
});
