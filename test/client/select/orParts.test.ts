import { expect, it } from 'vitest';
import { orParts } from '../../../client/select/orParts.ts';

it('tells apart what stands between the outermost ORs, without the NOTs that close a query', () => {
  expect(
    orParts('solenne OR "maison OR solenne" OR (lumière NEAR/3 (serum, sérum)) NOT "rue solenne" NOT (a OR b)'),
  ).toEqual(['solenne', '"maison OR solenne"', '(lumière NEAR/3 (serum, sérum))']);
  expect(orParts('oily, sticky\nOR gras*')).toEqual(['oily', 'sticky', 'gras*']);
});

it('keeps a NOT of one part with it', () => {
  expect(orParts('vela NOT boat OR "vela skin"')).toEqual(['vela NOT boat', '"vela skin"']);
});

it('finds one part, or none, where there is nothing to tell apart', () => {
  expect(orParts('vela AND (cream OR serum)')).toEqual(['vela AND (cream OR serum)']);
  expect(orParts(' ')).toEqual([]);
});
