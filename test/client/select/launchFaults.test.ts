import { expect, it } from 'vitest';
import { launchFaults } from '../../../client/select/launchFaults.ts';
import { checkWorkspace } from '../../../server/http/checkWorkspace.ts';
import { Refused } from '../../../server/http/problem.ts';
import type { ProblemDetail } from '../../../shared/protocol.ts';

/** What the server itself says of a document. */
function faultsOf(document: object): readonly ProblemDetail[] {
  try {
    checkWorkspace(document);
  } catch (error) {
    if (error instanceof Refused) return error.refusal.errors ?? [];
    throw error;
  }
  throw new Error('nothing is wrong with it');
}

const at = '2026-11-12T09:00:00Z';
const launch = { id: 'balm', name: 'Balm', brand: 'vela', at, timeZone: 'Europe/Paris' };
const document = (wrong: object, more: object = {}) => ({
  version: 1,
  brands: [{ id: 'vela', name: 'Vela', query: 'vela' }],
  launches: [
    { ...launch, id: 'first' },
    { ...launch, ...wrong },
  ],
  ...more,
});

it('puts each fault of the server at its field of the launch', () => {
  const start = { country: 'FR', at, timeZone: 'Europe/Paris' };
  const wrongs: [string, object][] = [
    ['query', { query: '(balm' }],
    [
      'phases[1].to',
      {
        phases: [
          { name: 'a', from: 0, to: 1 },
          { name: 'b', from: 3, to: 2 },
        ],
      },
    ],
    ['phases[0].from', { phases: [{ name: 'a', from: -1e6, to: 1 }] }],
    ['starts', { starts: [start, start] }],
    ['starts[1].country', { starts: [start, { ...start, country: 'F' }] }],
    ['starts[0].timeZone', { starts: [{ ...start, timeZone: 'Paris' }] }],
    ['events[0].name', { events: [{ at, name: 'x'.repeat(121), kind: 'film' }] }],
    ['competitors', { competitors: ['gone'] }],
    ['compareWith', { compareWith: ['balm'] }],
    ['brand', { brand: 'gone' }],
    ['timeZone', { timeZone: 'Paris' }],
    ['outcome', { outcome: 'much' }],
    ['columns', { columns: ['price', 'price'].map((name) => ({ name, value: 1 })) }],
    ['columns[0].value', { columns: [{ name: 'price', value: 'much' }] }],
  ];
  for (const [field, wrong] of wrongs) {
    const errors = faultsOf(document(wrong));
    const faults = launchFaults(errors, 1);
    expect(faults.of(field), field).toBe(errors[0]!.message);
    expect(faults.others, field).toEqual([]);
    expect(launchFaults(errors, 0).others, 'another launch').toEqual(errors);
  }
});

it('puts what is wrong with the name of all outcomes at its fields', () => {
  const errors = faultsOf(document({}, { outcome: { name: '', unit: 'x'.repeat(21) } }));
  const faults = launchFaults(errors, 1);
  expect(faults.of('outcomes.name')).toBeDefined();
  expect(faults.of('outcomes.unit')).toBeDefined();
  expect(faults.of('outcome')).toBeUndefined();
  expect(faults.others).toEqual([]);
});

it('leaves what no field shows to the foot of the form', () => {
  const errors = faultsOf(document({ decisions: 3 }, { timeZone: 'Paris' }));
  expect(errors.length).toBeGreaterThan(1);
  expect(launchFaults(errors, 1).others).toEqual(errors);
});
