import type { ProblemDetail } from '../../shared/protocol.ts';

/** Faults of one launch, by the field they are about: `at`, `phases[1].to`. Those of the rest of the document are `others`. */
export type LaunchFaults = {
  of: (path: string) => string | undefined;
  others: ProblemDetail[];
};

/** Takes the faults of the launch at `index` of the workspace apart, for the fields that the form shows. */
export function launchFaults(errors: readonly ProblemDetail[], index: number): LaunchFaults {
  const own = `launches[${index}].`;
  const mine = new Map<string, string[]>();
  const others: ProblemDetail[] = [];
  for (const fault of errors) {
    // What outcomes are is said once for all launches, in the same form.
    const field = fault.path?.startsWith(own)
      ? fault.path.slice(own.length)
      : ofOutcomes.exec(fault.path ?? '')?.[0].replace('outcome', 'outcomes');
    if (field === undefined || !isShownField(field)) others.push(fault);
    // One chip among many says nothing of which: its list has the place.
    else {
      const path = field.replace(choices, '$1');
      mine.set(path, [...(mine.get(path) ?? []), fault.message]);
    }
  }
  return { of: (path) => mine.get(path)?.join('. '), others };
}

/** A field, a list that has a place for what is wrong with it as a whole, or a field of one of its rows. */
const fields =
  /^(name|brand|query|at|timeZone|starts|phases|competitors|compareWith|outcome|columns|outcomes\.(?:name|unit))$/;
const ofOutcomes = /^outcome\.(?:name|unit)$/;
const rows =
  /^(events\[\d+\]\.(at|name|kind)|starts\[\d+\]\.(country|at|timeZone)|phases\[\d+\]\.(name|from|to)|columns\[\d+\]\.(name|value))$/;
const choices = /^(competitors|compareWith)\[\d+\]$/;

/** Where in the form a fault of a path stands. */
export const isShownField = (path: string): boolean => fields.test(path) || rows.test(path) || choices.test(path);
