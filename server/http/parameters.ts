import type { Request } from 'express';
import { moment, timeZone } from '../../shared/domain.ts';
import type { FaultValues } from '../../shared/fault.ts';
import type { ProblemDetail } from '../../shared/protocol.ts';
import { Refused } from './problem.ts';

/** Reads the query string of one request and gathers every fault, so that the sender mends all at once. */
export type Parameters = {
  /** Absent: undefined. Given twice: a fault. */
  one(name: string): string | undefined;
  /** Comma lists, repeated or not, in one list; absent or empty: undefined. */
  list(name: string): string[] | undefined;
  choice<Value extends string>(name: string, values: readonly Value[]): Value | undefined;
  choices<Value extends string>(name: string, values: readonly Value[]): Value[] | undefined;
  moment(name: string): number | undefined;
  zone(name: string): string | undefined;
  whole(name: string, least: number, most: number): number | undefined;
  fault(fault: ProblemDetail): void;
  /** Throws all faults found, unknown names among them, as one problem. Call it after the last read. */
  done(): void;
};

const longestValue = 20_000;

/** A plus before the offset of an ISO moment arrives as a space unless it was escaped; meant is the plus. */
function readMoment(value: string): number | undefined {
  const text = value.replace(' ', '+');
  const parsed = moment.safeParse(/^\d+$/.test(text) ? Number(text) : text);
  return parsed.success ? parsed.data : undefined;
}

/** Names of parameters that no reader of UTF-8 can decode. `URLSearchParams` would put a sign in place of what it cannot read. */
function* wronglyEncoded(query: string): Generator<string> {
  for (const pair of query.split('&'))
    try {
      decodeURIComponent(pair);
    } catch {
      yield [...new URLSearchParams(pair).keys()][0] ?? '';
    }
}

export function readParameters(request: Request): Parameters {
  const start = request.originalUrl.indexOf('?');
  const query = start < 0 ? '' : request.originalUrl.slice(start + 1);
  const given = new URLSearchParams(query);
  const known = new Set<string>();
  const faults: ProblemDetail[] = [];
  const fault = (path: string, code: string, message: string, values: FaultValues = {}) => {
    faults.push({ path, code, message, values: { name: path, ...values } });
  };

  for (const name of wronglyEncoded(query))
    fault(name.slice(0, 80), 'bad-encoding', 'a % stands before two hexadecimal digits, and together they are UTF-8');

  function one(name: string): string | undefined {
    known.add(name);
    const values = given.getAll(name);
    if (values.length > 1) fault(name, 'repeated', `${name} takes one value, not ${values.length}`);
    const value = values[0];
    if (value === undefined || value === '') return undefined;
    if (value.length > longestValue) {
      fault(name, 'too-long', `${name} is longer than ${longestValue} characters`);
      return undefined;
    }
    return value;
  }

  function list(name: string): string[] | undefined {
    known.add(name);
    const values = given
      .getAll(name)
      .flatMap((value) => value.split(','))
      .map((value) => value.trim())
      .filter((value) => value !== '');
    if (values.length > 1_000) {
      fault(name, 'too-many', `${name} takes at most 1,000 values`);
      return undefined;
    }
    return values.length > 0 ? [...new Set(values)] : undefined;
  }

  function unknownValue(name: string, value: string, values: readonly string[]): void {
    fault(name, 'unknown-value', `${name} is one of ${values.join(', ')}; not "${value.slice(0, 80)}"`, {
      listed: values.join(', '),
    });
  }

  return {
    one,
    list,
    choice(name, values) {
      const value = one(name);
      const chosen = values.find((candidate) => candidate === value);
      if (value !== undefined && chosen === undefined) unknownValue(name, value, values);
      return chosen;
    },
    choices(name, values) {
      const asked = list(name);
      if (!asked) return undefined;
      const chosen = values.filter((candidate) => asked.includes(candidate));
      for (const value of asked)
        if (!values.some((candidate) => candidate === value)) unknownValue(name, value, values);
      return chosen;
    },
    moment(name) {
      const value = one(name);
      if (value === undefined) return undefined;
      const at = readMoment(value);
      if (at === undefined) {
        const forms = 'epoch milliseconds or ISO 8601 with an offset, such as 2026-03-02T09:00:00Z';
        fault(name, 'not-a-moment', `${name} is ${forms}; not "${value.slice(0, 80)}"`);
      }
      return at;
    },
    zone(name) {
      const value = one(name);
      if (value === undefined) return undefined;
      const parsed = timeZone.safeParse(value);
      if (parsed.success) return parsed.data;
      fault(
        name,
        'not-a-zone',
        `${name} is a name of the IANA list, such as Europe/Paris; not "${value.slice(0, 80)}"`,
      );
      return undefined;
    },
    whole(name, least, most) {
      const value = one(name);
      if (value === undefined) return undefined;
      const number = /^-?\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
      if (number >= least && number <= most) return number;
      const message = `${name} is a whole number from ${least} to ${most}; not "${value.slice(0, 80)}"`;
      fault(name, 'not-a-number', message, { least, most });
      return undefined;
    },
    fault: (one) => {
      faults.push(one);
    },
    done() {
      const names = [...known].sort().join(', ') || 'none';
      for (const name of new Set(given.keys())) {
        if (!known.has(name)) {
          fault(name.slice(0, 80), 'unknown-parameter', `this door takes ${names}; not "${name.slice(0, 80)}"`);
        }
      }
      if (faults.length > 0)
        throw new Refused(400, { detail: 'parameters that cannot be read', code: 'bad-parameters', errors: faults });
    },
  };
}
