import { type Channel, channels, type Metrics, type Post } from '../../shared/domain.ts';
import { unturned } from '../../shared/unturned.ts';
import { isSeen } from '../../shared/visible.ts';
import { parseMoment } from './parseMoment.ts';

export const textLimit = 10_000;
export const idLimit = 512;
export const sourceLimit = 80;
const authorLimit = 1_000;
const urlLimit = 2_000;
const futureMs = 5 * 60_000;
/** Epoch ms below this (3 March 1973) are seconds sent by mistake: they would silently count in January 1970. */
const secondsBelow = 1e11;
/** Sums of metrics stay exact integers. */
const metricLimit = 1e12;

export type PostDefaults = { source: string; channel?: string; lang?: string; country?: string };
export type Fault = { ok: false; code: string; message: string };
export type ParsedPost = { ok: true; post: Post } | Fault;

const channelNames: ReadonlySet<string> = new Set(channels);
const metricNames = ['likes', 'replies', 'shares', 'views', 'followers'] as const;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const control = /[\u0000-\u001f\u007f-\u009f]/;

const isPlainUnit = (unit: number) => unit > 32 && unit < 127;

/** Nearly every text begins with a letter: it needs no look at the whole. */
const isVisible = (text: string) => isPlainUnit(text.charCodeAt(0)) || isSeen(text);

/** Visible characters and nothing else. */
function isSound(name: string): boolean {
  let at = 0;
  while (at < name.length && isPlainUnit(name.charCodeAt(at))) at++;
  if (at > 0 && at === name.length) return true;
  return !control.test(name) && name.isWellFormed() && isSeen(name);
}

const fault = (code: string, message: string): Fault => ({ ok: false, code, message });

/** NUL and lone surrogates make other programs stumble (C strings, UTF-8 encoders): they carry no meaning. */
function harmless(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole;
}

function isTooLong(text: string): boolean {
  if (text.length <= textLimit) return false;
  if (text.length > 2 * textLimit) return true;
  let characters = 0;
  for (const _ of text) characters += 1;
  return characters > textLimit;
}

/** Absent, null and empty say the same in the wild (CSV, JSON of other programs). */
const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === '';

const languageNames: Readonly<Record<string, string>> = {
  eng: 'en',
  fra: 'fr',
  fre: 'fr',
  deu: 'de',
  ger: 'de',
  spa: 'es',
  ita: 'it',
  por: 'pt',
  nld: 'nl',
  dut: 'nl',
};
/** "Undetermined" and its relatives, as standards and networks write them. */
const noLanguage: ReadonlySet<string> = new Set([
  'und',
  'mul',
  'zxx',
  'mis',
  'art',
  'qam',
  'qct',
  'qht',
  'qme',
  'qst',
  'un',
  'xx',
]);

/** `en-US` -> `en`; undefined where it names no language: then the text decides. */
export function languageOf(tag: string): string | undefined {
  const end = tag.search(/[-_]/);
  const primary = (end < 0 ? tag : tag.slice(0, end)).trim().toLowerCase();
  if (!/^[a-z]{2,3}$/.test(primary) || noLanguage.has(primary)) return undefined;
  return Object.hasOwn(languageNames, primary) ? languageNames[primary] : primary;
}

/** Few different tags come millions of times. */
const languagesSeen = new Map<string, string | undefined>();
function language(tag: string): string | undefined {
  if (languagesSeen.has(tag)) return languagesSeen.get(tag);
  const found = languageOf(tag);
  if (languagesSeen.size < 1_000 && tag.length <= 16) languagesSeen.set(tag, found);
  return found;
}

function safeUrl(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > urlLimit || !/^https?:\/\/[^\s/]/i.test(value)) return undefined;
  return URL.canParse(value) && !control.test(value) ? harmless(value) : undefined;
}

function parseMetrics(value: unknown): Metrics | undefined | Fault {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fault('metrics-unreadable', 'metrics should be an object such as {"likes": 3}');
  const metrics: Metrics = {};
  let some = false;
  for (const name of metricNames) {
    const count = (value as Record<string, unknown>)[name];
    if (isAbsent(count)) continue;
    if (typeof count !== 'number' || !(count >= 0 && count <= metricLimit) || !Number.isInteger(count))
      return fault('metrics-unreadable', `metrics.${name} should be a whole number from 0 to ${metricLimit}`);
    metrics[name] = count;
    some = true;
  }
  return some ? metrics : undefined;
}

function parseAt(value: unknown, now: number): number | Fault {
  let at: number;
  if (typeof value === 'string' && value !== '') {
    at = parseMoment(value);
    if (Number.isNaN(at))
      return fault('at-unreadable', 'at should be ISO 8601 with an offset, such as 2026-03-01T09:30:00Z, or epoch ms');
    if (at < 0) return fault('at-past', 'at is before 1970');
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) return fault('at-unreadable', 'at is not a finite number');
    at = Math.floor(value);
    if (at < secondsBelow)
      return fault('at-past', 'at as a number is read as milliseconds and lies before 1973: seconds need times 1000');
  } else if (isAbsent(value)) {
    return fault('at-missing', 'at is missing: when was it said?');
  } else {
    return fault('at-unreadable', 'at should be a string (ISO 8601 with an offset) or a number (epoch ms)');
  }
  if (at > now + futureMs) return fault('at-future', 'at is more than 5 minutes ahead of this machine’s clock');
  return at;
}

/** The posts of a batch mostly name one source: it is looked at once. */
let soundSource = '';

/**
 * Reads one post as it came. Written by hand because every post passes here (eight times zod's speed); the first fault
 * is returned with a stable code. Unknown members are ignored. An unreadable `lang` or `url` is dropped: the text tells
 * the language, and a post without a link is still a post.
 */
export function parsePost(
  value: unknown,
  defaults: PostDefaults,
  now: number,
  hashAuthor: (name: string) => string,
): ParsedPost {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fault('not-an-object', 'a post should be a JSON object');
  const raw = value as Record<string, unknown>;

  let id = raw.id;
  if (typeof id === 'number') {
    if (!Number.isFinite(id)) return fault('id-unreadable', 'id is not a finite number');
    if (Number.isInteger(id) && !Number.isSafeInteger(id))
      return fault('id-imprecise', 'id is too large a number to be exact in JSON: send it as a string');
    id = String(id);
  } else if (isAbsent(id)) return fault('id-missing', 'id is missing: without it a repeat cannot be told');
  if (typeof id !== 'string') return fault('id-unreadable', 'id should be a string or a number');
  if (id.length > idLimit) return fault('id-too-long', `id has more than ${idLimit} characters`);
  if (!isSound(id)) return fault('id-unreadable', 'id should be made of visible characters');

  if (isAbsent(raw.text)) return fault('text-missing', 'text is missing or empty');
  if (typeof raw.text !== 'string') return fault('text-unreadable', 'text should be a string');
  if (isTooLong(raw.text)) return fault('text-too-long', `text has more than ${textLimit} characters`);
  const text = harmless(raw.text);
  if (!isVisible(text)) return fault('text-missing', 'text is empty');

  const at = parseAt(raw.at, now);
  if (typeof at !== 'number') return at;

  let source = raw.source;
  if (isAbsent(source)) source = defaults.source;
  if (typeof source !== 'string') return fault('source-unreadable', 'source should be a string');
  if (source !== soundSource) {
    if (source.length > sourceLimit) return fault('source-too-long', `source has more than ${sourceLimit} characters`);
    if (!isSound(source) || unturned(source) !== source)
      return fault('source-unreadable', 'source should be made of visible characters');
    soundSource = source;
  }

  let channel = raw.channel;
  if (isAbsent(channel)) channel = defaults.channel ?? 'social';
  if (typeof channel !== 'string' || !channelNames.has(channel))
    return fault('channel-unknown', `channel should be one of ${channels.join(', ')}`);

  const post: Post = { id, source, channel: channel as Channel, at, text };

  if (!isAbsent(raw.title)) {
    if (typeof raw.title !== 'string') return fault('title-unreadable', 'title should be a string');
    if (isTooLong(raw.title)) return fault('title-too-long', `title has more than ${textLimit} characters`);
    const title = harmless(raw.title);
    if (isVisible(title)) post.title = title;
  }

  const author = typeof raw.author === 'number' ? String(raw.author) : raw.author;
  if (!isAbsent(author)) {
    if (typeof author !== 'string') return fault('author-unreadable', 'author should be a string');
    if (author.length > authorLimit) return fault('author-too-long', `author has more than ${authorLimit} characters`);
    const name = harmless(author);
    if (isVisible(name)) post.author = hashAuthor(name);
  }

  const tag = isAbsent(raw.lang) ? defaults.lang : raw.lang;
  if (!isAbsent(tag)) {
    if (typeof tag !== 'string') return fault('lang-unreadable', 'lang should be a string such as "en"');
    const lang = language(tag);
    if (lang !== undefined) post.lang = lang;
  }

  const country = isAbsent(raw.country) ? defaults.country : raw.country;
  if (!isAbsent(country)) {
    if (typeof country !== 'string' || !/^[A-Za-z]{2}$/.test(country))
      return fault('country-unreadable', 'country should be two letters such as "FR" (ISO 3166-1)');
    post.country = country.toUpperCase();
  }

  if (!isAbsent(raw.url)) {
    const url = safeUrl(raw.url);
    if (url !== undefined) post.url = url;
  }

  if (!isAbsent(raw.rating)) {
    if (typeof raw.rating !== 'number' || !Number.isFinite(raw.rating))
      return fault('rating-unreadable', 'rating should be a number');
    post.rating = raw.rating;
  }

  if (!isAbsent(raw.metrics)) {
    const metrics = parseMetrics(raw.metrics);
    if (metrics && 'ok' in metrics) return metrics;
    if (metrics) post.metrics = metrics;
  }
  return { ok: true, post };
}
