import { channels } from '../../shared/domain.ts';
import type { DataSet } from '../../shared/protocol.ts';
import type { Dataset } from '../dataset.ts';
import type { Filter } from '../store/store.ts';
import type { ShownDatasets } from './deps.ts';
import type { Parameters } from './parameters.ts';
import { Refused } from './problem.ts';

const dataSets = ['own', 'demo'] as const satisfies readonly DataSet[];

export function openDataset(datasets: ShownDatasets, name: DataSet): Dataset {
  const dataset = datasets.get(name);
  if (!dataset)
    throw new Refused(404, {
      detail: 'the demo is not open; POST /api/demo {"action": "open"} opens it',
      code: 'demo-closed',
    });
  return dataset;
}

export function noBrand(id: string): Refused {
  const name = id.slice(0, 80);
  return new Refused(404, { detail: `there is no brand "${name}"`, code: 'no-brand-here', values: { name } });
}

/**
 * Names the data set that `data` asks for; call the answer after `parameters.done()`. Reads start from what is shown,
 * writes from the user's own.
 */
export function askedDataset(parameters: Parameters, datasets: ShownDatasets, otherwise?: DataSet): () => Dataset {
  const name = parameters.choice('data', dataSets) ?? otherwise;
  return () => (name === undefined ? datasets.current() : openDataset(datasets, name));
}

/** `from` and `to` of a request; each absent: no end on that side. */
export function askedRange(parameters: Parameters): { from?: number; to?: number } {
  const from = parameters.moment('from');
  const to = parameters.moment('to');
  if (from !== undefined && to !== undefined && from > to) {
    parameters.fault({ path: 'from', code: 'from-after-to', message: 'from is later than to' });
  }
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** What posts of a door get that name no country: checked even when none comes. */
export function askedCountry(parameters: Parameters): string | undefined {
  const country = parameters.one('country');
  if (country === undefined || /^[A-Za-z]{2}$/.test(country)) return country;
  parameters.fault({ path: 'country', code: 'bad-country', message: 'country is two letters such as FR (ISO 3166-1)' });
  return undefined;
}

export function askedFilter(parameters: Parameters): Filter {
  return {
    ...askedRange(parameters),
    brands: parameters.list('brand'),
    themes: parameters.list('theme'),
    channels: parameters.choices('channel', channels),
    langs: parameters.list('lang')?.map((lang) => lang.toLowerCase()),
    countries: parameters.list('country')?.map((country) => country.toUpperCase()),
  };
}
