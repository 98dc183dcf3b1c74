import type { Express, Request } from 'express';
import {
  mostSignals,
  type SignalListed,
  type SignalsList,
  type SignalsPosted,
  type SignalValues,
  signalName,
} from '../../shared/signals.ts';
import type { Dataset } from '../dataset.ts';
import { EngineBusy } from '../engine/engine.ts';
import { readSignals, type SignalFormat, signalFormats, UnreadableSignals } from '../signals/readSignals.ts';
import type { SignalSummary } from '../store/store.ts';
import { askedDataset, askedRange, openDataset } from './asked.ts';
import { mediaType, readBody } from './body.ts';
import type { AppDeps } from './deps.ts';
import { type Parameters, readParameters } from './parameters.ts';
import { Refused } from './problem.ts';

const limits = { bytes: 10 * 1024 * 1024, withinMs: 60_000 };
/** Bodies on their way or being read, together. */
const collectingLimitBytes = 48 * 1024 * 1024;
/** Some 8 MB of answer: more is no chart any more. */
const mostValues = 100_000;

function formatOf(request: Request): SignalFormat {
  const type = mediaType(request);
  if (Object.hasOwn(signalFormats, type)) return signalFormats[type as keyof typeof signalFormats];
  throw new Refused(415, {
    detail:
      'send Content-Type: application/json (one value or an array), application/x-ndjson (one a line) or text/csv',
    headers: { Accept: Object.keys(signalFormats).join(', ') },
  });
}

function askedName(parameters: Parameters): string | undefined {
  const said = parameters.one('name');
  if (said === undefined) return undefined;
  const name = signalName.safeParse(said);
  if (name.success) return name.data;
  parameters.fault({ path: 'name', code: 'bad-name', message: 'a name has 1 to 120 characters that can be seen' });
  return undefined;
}

const keyOf = ({ name, brand }: Pick<SignalSummary, 'name' | 'brand'>) => `${brand}\n${name}`;

async function listedOf({ history }: Dataset, summary: SignalSummary): Promise<SignalListed> {
  const { name, brand, lastAt } = summary;
  const [newest] = await history.signals({ names: [name], brand, from: lastAt, limit: 1 });
  return { ...summary, brand: brand === '' ? null : brand, last: newest?.value ?? 0 };
}

/** Outside series in, listed, out and away. */
export function serveSignals(app: Express, deps: Pick<AppDeps, 'datasets'>): void {
  let collecting = 0;
  /** Counting what is kept reads all of it: only a name that was never met asks for that. */
  const known = new WeakMap<Dataset, Set<string>>();

  async function collect(request: Request, use: (bytes: Uint8Array) => Promise<SignalsPosted>): Promise<SignalsPosted> {
    let mine = 0;
    try {
      const bytes = await readBody(request, limits, (more) => {
        mine += more;
        collecting += more;
        if (collecting > collectingLimitBytes) throw new EngineBusy('too many bodies are arriving at once', 1);
      });
      return await use(bytes);
    } finally {
      collecting -= mine;
    }
  }

  app.post('/api/signals', async (request, response) => {
    const parameters = readParameters(request);
    const name = askedName(parameters);
    const brand = parameters.one('brand');
    parameters.done();
    const format = formatOf(request);
    const own = openDataset(deps.datasets, 'own');
    const answer = await collect(request, async (bytes) => {
      const { workspace } = await own.engine.ruleSet();
      const read = await readSignals(
        bytes,
        format,
        { ...(name ? { name } : {}), ...(brand ? { brand } : {}) },
        new Set(workspace.brands.map(({ id }) => id)),
      ).catch((error: unknown) => {
        throw error instanceof UnreadableSignals ? unreadable(error) : error;
      });
      const names = await withRoom(own, new Set(read.values.map(keyOf)));
      const values = read.values.filter((value) => names.has(keyOf(value)));
      const rejected = read.values.flatMap((value, place) =>
        names.has(keyOf(value))
          ? []
          : [
              {
                index: read.indexes[place]!,
                code: 'too-many-names',
                message: `at most ${mostSignals} series are kept`,
              },
            ],
      );
      const accepted = values.length === 0 ? 0 : await own.engine.keepSignals(values);
      return {
        received: read.received,
        accepted,
        replaced: values.length - accepted,
        rejected: [...read.rejected, ...rejected].sort((a, b) => a.index - b.index),
      };
    });
    response.json(answer);
  });

  /** Those of the wanted series that are kept already or still find room. */
  async function withRoom(dataset: Dataset, wanted: ReadonlySet<string>): Promise<Set<string>> {
    const met = known.get(dataset);
    if (met && [...wanted].every((key) => met.has(key))) return met;
    const keys = new Set((await dataset.history.signalNames()).map(keyOf));
    for (const key of wanted) if (keys.size < mostSignals) keys.add(key);
    known.set(dataset, keys);
    return keys;
  }

  app.get('/api/signals', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    const name = askedName(parameters);
    const brand = parameters.one('brand');
    const range = askedRange(parameters);
    parameters.done();
    const dataset = asked();
    if (name === undefined) {
      const summaries = (await dataset.history.signalNames()).filter(
        (one) => brand === undefined || one.brand === brand,
      );
      const items = await Promise.all(summaries.map((summary) => listedOf(dataset, summary)));
      response.json({ items } satisfies SignalsList);
      return;
    }
    const found = await dataset.history.signals({
      ...range,
      names: [name],
      ...(brand === undefined ? {} : { brand }),
      limit: mostValues + 1,
    });
    const kept = found.length > mostValues ? found.slice(1) : found;
    const values = kept.map(({ brand: of, ...value }) => ({ ...value, brand: of === '' ? null : of }));
    response.json({ values, isCut: found.length > mostValues } satisfies SignalValues);
  });

  app.delete('/api/signals/:name', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets, 'own');
    const brand = parameters.one('brand') ?? '';
    parameters.done();
    const dataset = asked();
    const { name } = request.params;
    const dropped = await dataset.engine.dropSignal(name, brand);
    known.delete(dataset);
    if (dropped === 0)
      throw new Refused(404, {
        detail: `there is no series "${name.slice(0, 120)}"${brand ? ` of "${brand.slice(0, 80)}"` : ''}`,
        code: 'no-series',
        values: { name: name.slice(0, 120) },
      });
    response.status(204).end();
  });
}

function unreadable({ code, message }: UnreadableSignals): Refused {
  return new Refused(code === 'too-many-values' ? 413 : 400, { detail: message, errors: [{ code, message }] });
}
