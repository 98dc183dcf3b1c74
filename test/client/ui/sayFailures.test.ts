import { afterEach, describe, expect, it } from 'vitest';
import { problemOf, saidHere, sayFailuresWith } from '../../../client/history/fetchJson.ts';
import { sayState } from '../../../client/history/useImports.ts';
import { failuresFr, statusFr } from '../../../client/ui/failures.fr.ts';
import { frenchFailures } from '../../../client/ui/sayFailures.ts';
import { parseWith } from '../../../server/http/parseWith.ts';
import { Refused } from '../../../server/http/problem.ts';
import type { FaultCode, WarningCode } from '../../../server/pipeline/query/faults.ts';
import { alertRuleSchema } from '../../../shared/alerts.ts';
import { launchSchema, workspaceSchema } from '../../../shared/domain.ts';
import type { ImportJob } from '../../../shared/protocol.ts';
import { receiverSchema } from '../../../shared/receivers.ts';

const words = { unreachable: 'injoignable', answered: '{status}', brokeOff: 'interrompu' };
afterEach(() => sayFailuresWith(words));

/** Every code of queries has French words: a missing one fails the build. */
failuresFr satisfies Record<FaultCode | WarningCode, string>;

function refusalOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
  throw new Error('nothing was refused');
}

const wrong = {
  id: 5,
  name: '',
  brand: 7,
  timeZone: 'Mars/Here',
  starts: [{ country: 'FRA', at: 1, timeZone: 'UTC' }],
  events: [{ at: 'x', name: '', kind: 3 }],
  decisions: 'no',
  phases: [{ name: 'x', from: 5, to: 1 }],
  foo: 1,
};

describe('What the server refuses', () => {
  it('is said in sentences of our own, of which a person understands what to change', () => {
    const { errors = [] } = refusalOf(() => parseWith(launchSchema, wrong));
    expect(Object.fromEntries(errors.map(({ path, message }) => [path, message]))).toEqual({
      id: 'should be a text, not a number',
      name: 'should not be empty',
      brand: 'should be a text, not a number',
      at: 'is missing: should be epoch milliseconds or ISO 8601 with an offset, such as 2026-03-02T09:00:00Z',
      timeZone: 'is no time zone of the IANA list, such as Europe/Paris',
      'starts[0].country': 'should have exactly 2 characters',
      'events[0].at': 'should be epoch milliseconds or ISO 8601 with an offset, such as 2026-03-02T09:00:00Z',
      'events[0].name': 'should not be empty',
      'events[0].kind': 'should be a text, not a number',
      decisions: 'should be a list, not a text',
      'phases[0].to': 'a phase ends after it begins',
      foo: 'no member "foo" is known here',
    });
    const tooFar = refusalOf(() => parseWith(launchSchema, { id: 'a', name: 'A', brand: 'b', at: 1e17 })).errors;
    expect(tooFar).toMatchObject([{ path: 'at', code: 'too-big', message: 'should be at most 8640000000000000' }]);
  });

  it('never speaks in the words of the validator, whatever the document', () => {
    const rule = {
      id: 'a',
      kinds: [],
      sensitivity: 50,
      least: 0,
      pendingMinutes: 1.5,
      interrupts: 'x',
      channels: ['q'],
    };
    const receiver = { kind: 'email', name: 'x'.repeat(200), to: [], butFrom: 99, smtp: { host: '', port: 1e9 } };
    const documents = [
      () => parseWith(alertRuleSchema, rule),
      () => parseWith(receiverSchema, receiver),
      () => parseWith(receiverSchema, { kind: 'fax' }),
      () => parseWith(workspaceSchema, { version: 2, brands: 'x', significance: { threshold: 9 }, launches: [wrong] }),
      () => parseWith(workspaceSchema, []),
    ];
    for (const document of documents) {
      const { errors = [] } = refusalOf(document);
      expect(errors.length).toBeGreaterThan(0);
      for (const { message } of errors) expect(message).not.toMatch(/expected|received|Invalid|Too (small|big)|>=|<=/);
    }
  });
});

describe('On a French screen', () => {
  it('is said in French, wherever the code is known', () => {
    sayFailuresWith(words, frenchFailures);
    const { errors } = refusalOf(() => parseWith(launchSchema, wrong));
    const problem = problemOf(400, { title: 'x', status: 400, detail: 'x', code: 'bad-document', errors });
    expect(problem.detail).toBe('le document n’est pas comme il devrait être');
    expect(problem.errors?.map(({ path, message }) => `${path} ${message}`)).toEqual(
      expect.arrayContaining([
        'id doit être un texte, pas un nombre',
        'name ne doit pas être vide',
        'starts[0].country doit avoir exactement 2 caractères',
        'decisions doit être une liste, pas un texte',
        'foo rien ne s’appelle «\u202ffoo\u202f» ici',
      ]),
    );
    for (const { message } of problem.errors ?? []) expect(message).not.toMatch(/should|missing|known/);
  });

  it('says a refusal that names something with its name, and one without values plainly', () => {
    sayFailuresWith(words, frenchFailures);
    const gone = {
      title: 'x',
      status: 404,
      detail: 'there is no launch "x"',
      code: 'no-launch',
      values: { name: 'x' },
    };
    expect(problemOf(404, gone).detail).toBe('il n’y a pas de lancement «\u202fx\u202f»');
    expect(saidHere({ code: 'text-missing', message: 'text is missing or empty' }).message).toBe(
      'le texte manque ou est vide',
    );
    expect(saidHere({ code: 'too-big', message: 'at most 500 words in a query' }).message).toBe(
      'la requête a trop de mots',
    );
  });

  it('keeps the sentence of a code that it does not know, behind what the status means', () => {
    sayFailuresWith(words, frenchFailures);
    const answer = problemOf(409, { title: 'Not possible', status: 409, detail: 'the moon is full' });
    expect(answer).toMatchObject({ title: statusFr[409], detail: `${statusFr[409]} (the moon is full)` });
    expect(saidHere({ code: 'new-code', message: 'as it is' }).message).toBe('as it is');
  });

  it('has no sentence that cannot be said', () => {
    const values: Record<string, string | number> = {
      name: 'x',
      word: 'x',
      host: 'h',
      listed: 'a, b',
      what: 'url',
      detail: 'EIO',
      row: 7,
    };
    for (const of of ['string', 'array', 'number'])
      for (const is of ['exact', 'least', 'most'])
        for (const given of ['nothing', 'string', 'number'])
          for (const key of Object.keys(failuresFr)) {
            const counted = { limit: 2, least: 1, most: 3, own: 2, days: 92, mb: 5, version: 1 };
            const said = frenchFailures.say(key.replace(/\+$/, ''), {
              ...{ ...values, ...counted, of, is, given, expected: 'int' },
            });
            expect(said, key).toBeTruthy();
            expect(said, key).not.toMatch(/[{}]/);
          }
  });
});

it('is said as the server says it where no other sentences are known', () => {
  sayFailuresWith(words);
  const gone = { title: 'There is nothing here', status: 404, detail: 'there is no launch "x"', code: 'no-launch' };
  expect(problemOf(404, gone)).toEqual(gone);
});

it('is said of an import that waits or failed in French too, with what a system says in particular', () => {
  const job = {
    message: 'after row 7: Quote Not Closed',
    code: 'csv-breaks-off',
    values: { row: 7 },
  } as unknown as ImportJob;
  expect(sayState(job).message).toBe(job.message);
  sayFailuresWith(words, frenchFailures);
  expect(sayState(job).message).toContain('après la ligne 7');
  const full = { message: 'the disk is full', code: 'import-waits' } as unknown as ImportJob;
  expect(sayState(full).message).toContain('en attente');
  const broken = {
    message: 'not possible: EIO',
    code: 'import-failed',
    values: { detail: 'EIO' },
  } as unknown as ImportJob;
  expect(sayState(broken).message).toMatch(/impossible.*EIO/);
  expect(sayState({} as ImportJob).message).toBeUndefined();
});
