import type { z } from 'zod';
import type { ProblemDetail } from '../../shared/protocol.ts';
import { type Receiver, receiverSchema } from '../../shared/receivers.ts';
import { applyDraft } from '../deliver/applyDraft.ts';
import { faultsOf } from './parseWith.ts';

type Read = { receiver: Receiver } | { faults: ProblemDetail[]; isShape: boolean };
type Document = Record<string, unknown>;

const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands in for a member that is needed and is not as it should be, while the others are looked at. */
const standIns: Document = { name: 'x', to: ['x@example.com'] };
const standInsOfSmtp: Document = { host: 'example.com', port: 587 };

function mend(document: Document, member: string, standIn: Document): void {
  if (member in standIn) document[member] = standIn[member];
  else delete document[member];
}

/** The document without what a schema refused in it. */
function mended(document: Document, error: z.ZodError): Document {
  const copy = structuredClone(document);
  for (const issue of error.issues) {
    const [first, second] = issue.path.map(String);
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const { smtp } = copy;
    if (first === undefined) for (const key of unknown) delete copy[key];
    else if (first !== 'smtp' || !isDocument(smtp)) mend(copy, first, standIns);
    else if (second === undefined) for (const key of unknown) delete smtp[key];
    else mend(smtp, second, standInsOfSmtp);
  }
  return copy;
}

/**
 * A receiver as somebody wrote it, or everything that is wrong with it at once: what its shape lacks, and of the members that are as
 * they should be where they lead.
 */
export function readReceiver(
  value: unknown,
  before: Receiver | undefined,
  kept: Parameters<typeof applyDraft>[2],
): Read {
  const parsed = receiverSchema.safeParse(value);
  if (parsed.success) {
    const made = applyDraft(parsed.data, before, kept);
    return 'faults' in made ? { ...made, isShape: false } : made;
  }
  const faults = faultsOf(parsed.error, value);
  const rest = isDocument(value) ? receiverSchema.safeParse(mended(value, parsed.error)) : undefined;
  const made = rest?.success ? applyDraft(rest.data, before, kept) : undefined;
  const isSaid = ({ path }: ProblemDetail) =>
    faults.some((one) => one.path === path || one.path?.startsWith(`${path}.`));
  const others = made && 'faults' in made ? made.faults.filter((fault) => !isSaid(fault)) : [];
  return { faults: [...faults, ...others], isShape: true };
}
