const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export type RowMoment = {
  at: number;
  /** Written without a zone, and taken for UTC. */
  naive: boolean;
};

/** Below this a number counts seconds (until the year 5138), above it milliseconds (since 1973). */
const secondsBelow = 1e11;

function utc(
  year: number,
  month: number,
  day: number,
  clock: readonly (string | undefined)[] = [],
): number | undefined {
  const [hour = '0', minute = '0', second = '0', fraction = ''] = clock;
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
  const at = Date.UTC(year, month - 1, day, Number(hour), Number(minute), Number(second), ms);
  const back = new Date(at);
  // Date.UTC rolls 31 June over to 1 July: such a row is wrong, not a day later.
  const same = back.getUTCMonth() === month - 1 && back.getUTCDate() === day && back.getUTCHours() === Number(hour);
  return same ? at : undefined;
}

function naive(at: number | undefined): RowMoment | undefined {
  return at === undefined ? undefined : { at, naive: true };
}

/**
 * The moments that files hold: ISO 8601 with or without offset, a day alone, epoch seconds or milliseconds, "06 15, 2010"
 * and Twitter's "Mon Dec 01 19:30:03 +0000 2014". Undefined when it is none of these; slashes are not guessed at, because
 * 03/04 is March in one country and April in another.
 */
export function parseRowMoment(value: unknown): RowMoment | undefined {
  if (typeof value === 'number') {
    if (!Number.isFinite(value) || value < 0) return undefined;
    return { at: Math.round(value < secondsBelow ? value * 1_000 : value), naive: false };
  }
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (/^\d{9,13}(\.\d+)?$/.test(text)) return parseRowMoment(Number(text));
  const iso =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i.exec(
      text,
    );
  if (iso) {
    const [, year, month, day, hour, minute, second, fraction, zone] = iso;
    const at = utc(Number(year), Number(month), Number(day), [hour, minute, second, fraction]);
    if (at === undefined || zone === undefined) return naive(at);
    if (/^(z|utc)$/i.test(zone)) return { at, naive: false };
    const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
    return { at: at - (zone.startsWith('-') ? -1 : 1) * minutes * 60_000, naive: false };
  }
  const american = /^(\d{1,2}) (\d{1,2}), (\d{4})$/.exec(text);
  if (american) return naive(utc(Number(american[3]), Number(american[1]), Number(american[2])));
  const twitter = /^[A-Za-z]{3} ([A-Za-z]{3}) (\d{2}) (\d{2}):(\d{2}):(\d{2}) \+0000 (\d{4})$/.exec(text);
  if (twitter) {
    const [, month = '', day, hour, minute, second, year] = twitter;
    const at = utc(Number(year), months.indexOf(month.toLowerCase()) + 1, Number(day), [hour, minute, second]);
    return at === undefined ? undefined : { at, naive: false };
  }
  return undefined;
}
