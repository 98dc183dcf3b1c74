import { expect, it } from 'vitest';
import { ruleSetOf } from '../../server/store/ruleSets.ts';
import { workspaceSchema } from '../../shared/domain.ts';
import { smtpSchema } from '../../shared/receivers.ts';
import { unturned } from '../../shared/unturned.ts';

const turned = '\u202aa\u202bb\u202cc\u202dd\u202ee\u2066f\u2067g\u2068h\u2069';

it('leaves each character where it was written, and the marks that Arabic and Hebrew need', () => {
  expect(unturned(turned)).toBe('abcdefgh');
  expect(unturned('שלום\u200f! \u200ea\u061c')).toBe('שלום\u200f! \u200ea\u061c');
});

it('takes such signs from names, notes and queries as they are saved, and refuses a name of nothing else', () => {
  const name = `Gl${turned}ow`;
  const document = {
    version: 1,
    name,
    brands: [{ id: 'a', name, query: `"${turned}" OR glow` }],
    themes: [{ id: 't', name, query: 'skin' }],
    launches: [
      {
        ...{ id: 'l', name, brand: 'a', at: 0, lessons: [name] },
        events: [{ at: 0, name: '\u202emlif 1+1=', kind: name }],
        phases: [{ name, from: 0, to: 1 }],
      },
    ],
  };
  const saved = workspaceSchema.parse(document);
  expect(JSON.stringify(saved)).toBe(unturned(JSON.stringify(saved)));
  expect(saved.brands[0]).toMatchObject({ name: 'Glabcdefghow', query: '"abcdefgh" OR glow' });
  expect(saved.launches[0]?.events[0]?.name).toBe('mlif 1+1=');
  expect(workspaceSchema.safeParse({ ...document, name: '\u202e\u2066' }).success).toBe(false);
});

it('leaves secrets as they were given', () => {
  const smtp = { host: 'mail.example.com', port: 25, password: 'p\u202ew' };
  expect(smtpSchema.parse(smtp).password).toBe('p\u202ew');
});

it('reads names without them that an older program saved with them', () => {
  const row = { version: 3, etag: 'e', valid_from: 0, transformer: null };
  const { workspace } = ruleSetOf({ ...row, workspace: JSON.stringify({ name: '\u202eeman' }) });
  expect(workspace).toEqual({ name: 'eman' });
});
