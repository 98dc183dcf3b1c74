import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { normalize } from '../../../../server/pipeline/normalize.ts';
import { compileMatcher } from '../../../../server/pipeline/query/compileMatcher.ts';
import { compileSearch } from '../../../../server/pipeline/query/compileSearch.ts';
import { parseQuery } from '../../../../server/pipeline/query/parseQuery.ts';
import { createPrefilter } from '../../../../server/pipeline/query/prefilter.ts';

/** The tables of docs/QUERY.md, by heading: the page is the test. */
const page = readFileSync(new URL('../../../../docs/QUERY.md', import.meta.url), 'utf8');

type Row = string[];

function tablesAfter(heading: string): Row[][] {
  const section = page.split(`\n## ${heading}\n`)[1]!.split('\n## ')[0]!;
  return section
    .split('\n\n')
    .filter((block) => block.startsWith('|'))
    .map((block) =>
      block
        .trim()
        .split('\n')
        .slice(2)
        .map((line) =>
          line
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ),
    );
}

const unquoted = (cell: string) => cell.replace(/^`(.*)`$/s, '$1').replaceAll('⏎', '\n');
const unescaped = (cell: string) =>
  cell.replace(/&#x([0-9A-F]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
const factsIn = (cell: string): Record<string, string> =>
  cell === '' ? {} : Object.fromEntries(cell.split('; ').map((fact) => fact.split('=') as [string, string]));

describe('docs/QUERY.md', () => {
  const [cases] = tablesAfter('Cases') as [Row[]];

  it('holds the cases it promises', () => {
    expect(cases.length).toBeGreaterThanOrEqual(130);
  });

  it.each(cases.map((row) => [row[0], row[1], row[2], row[3]] as const))(
    '%s on "%s" %s: %s',
    (query, written, facts, expected) => {
      const text = unescaped(written!);
      const parsed = parseQuery(unquoted(query!));
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
      const { title, ...rest } = factsIn(facts!);
      const matcher = compileMatcher([[{ id: 'q', query: parsed.query }]]);
      const couldMatch = createPrefilter([parsed.query]);
      const doc = normalize(text, title);
      const { matched, excluded } = matcher.match(doc, rest)[0]!;
      const outcome = matched.length > 0 ? 'yes' : excluded.length > 0 ? 'excluded' : 'no';
      expect(outcome).toBe(expected);

      const explained = matcher.explain(doc, rest, 0, 'q');
      expect(explained.outcome).toBe({ yes: 'matched', excluded: 'excluded', no: 'none' }[outcome]);
      for (const found of [...explained.matched, ...explained.excluded])
        expect((found.field === 'title' ? title! : text).slice(found.from, found.to)).toBe(found.written);
      if (outcome !== 'no') expect(couldMatch(text, title)).toBe(true);
      const search = compileSearch(unquoted(query!));
      const post = { id: '1', source: 'api', channel: 'social' as const, at: 0, text, title, ...rest };
      expect(search.ok && search.search.matches(post)).toBe(outcome === 'yes');
    },
  );

  const [faults, warnings] = tablesAfter('Faults') as [Row[], Row[]];

  it.each(faults.map((row) => [row[0], row[1], row[2], row[3]] as const))(
    'the fault of %s is at %s: %s %s',
    (query, position, code, suggestion) => {
      const parsed = parseQuery(unquoted(query!));
      expect(parsed.ok).toBe(false);
      if (parsed.ok) return;
      const first = parsed.faults[0]!;
      expect([first.position, first.code]).toEqual([Number(position), code]);
      expect(first.message).not.toBe('');
      if (suggestion) expect(first.suggestion).toBe(unquoted(suggestion));
      if (first.suggestion === undefined) return;
      // Used, it mends what it was made for.
      const text = unquoted(query!);
      const mended = text.slice(0, first.position) + first.suggestion + text.slice(first.position + first.length);
      const again = parseQuery(mended);
      expect(again.ok ? [] : again.faults.filter((fault) => fault.code === code)).toEqual([]);
    },
  );

  it.each(warnings.map((row) => [row[0], row[1], row[2], row[3]] as const))(
    'the hint for %s is at %s: %s %s',
    (query, position, code, suggestion) => {
      const parsed = parseQuery(unquoted(query!));
      expect(parsed.ok).toBe(true);
      const first = parsed.warnings[0]!;
      expect([first.position, first.code]).toEqual([Number(position), code]);
      if (suggestion) expect(first.suggestion).toBe(unquoted(suggestion));
    },
  );
});
