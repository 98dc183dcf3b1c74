import type { Channel, Post } from '../../shared/domain.ts';
import { minuteMs } from '../../shared/rollup.ts';
import { createRandom, type Random } from '../random.ts';
import { demoZone } from './demoWorkspace.ts';
import type { PastLaunch } from './pastLaunches.ts';
import { english } from './phrases.en.ts';
import { french } from './phrases.fr.ts';
import type { Phrases } from './phrases.ts';
import { mixSeed, pick, pickWeighted, poisson } from './random.ts';
import {
  complaintCopiesPerMinute,
  type DemoBrand,
  type DemoTheme,
  frenchShare,
  mentionsPerMinute,
  noisePerMinute,
  spamPerMinute,
  type Tone,
  themeWeights,
  toneWeights,
} from './story.ts';

const brands: readonly DemoBrand[] = ['solenne', 'auree', 'kaoline', 'nordvale'];

const channelOf: Record<string, Channel> = {
  'Social feed': 'social',
  Reviews: 'review',
  Forums: 'forum',
  Video: 'video',
  News: 'news',
  Support: 'support',
};
const sourceWeights = { 'Social feed': 64, Reviews: 12, Forums: 11, Video: 6, Support: 7 };
export const demoSources = Object.keys(channelOf);

/** What French makes of these two before an article. */
const contracted: Record<string, string> = { 'de le': 'du', 'de les': 'des', 'à le': 'au', 'à les': 'aux' };

function fill(template: string, phrases: Phrases, random: Random, product: string): string {
  return template.replace(/((?<=^|\s)(?:de|à) )?\{(\w+)\}/g, (whole, before: string = '', slot: string) => {
    const choices = phrases.slots[slot];
    if (slot !== 'product' && !choices) return whole;
    const filled = choices ? pick(random, choices) : product;
    return `${before}${filled}`.replace(/^(?:de|à) les? /, (both) => `${contracted[both.trim()]} `);
  });
}

function sentence(text: string): string {
  return text
    .trim()
    .replace(/(^|[.!?] )(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** What somebody might say of a theme. Few are alike. */
export function writeMessage(brand: DemoBrand, theme: DemoTheme, tone: Tone, phrases: Phrases, random: Random): string {
  const said = pick(random, phrases.themes[theme][tone]);
  const opening = pick(random, phrases.openings[tone]);
  const text = `${opening} ${said}${/[?.!]$/.test(said) ? '' : '.'} ${pick(random, phrases.endings)}`;
  return sentence(fill(text, phrases, random, pick(random, phrases.products[brand])));
}

/** What talk is made of at a moment: how often a theme comes up, and how it is spoken of. */
type Talk = { themes: Record<DemoTheme, number>; tones(theme: DemoTheme): Record<Tone, number> };

const talkOf = (brand: DemoBrand, sinceT0: number): Talk => ({
  themes: themeWeights(brand, sinceT0),
  tones: (theme) => toneWeights(brand, theme, sinceT0),
});

/** The same of a past launch, which may have a longer story of its own. `sinceT0` is of the clock, not of its tempo. */
function pastTalk({ tempo, long }: PastLaunch, sinceT0: number): Talk {
  const usual = talkOf('solenne', sinceT0 * tempo);
  if (!long) return usual;
  const scaled = <Key extends string>(weights: Record<Key, number>, times: (key: Key) => number) =>
    Object.fromEntries(
      Object.entries<number>(weights).map(([key, weight]) => [key, weight * times(key as Key)]),
    ) as Record<Key, number>;
  return {
    themes: scaled(usual.themes, (theme) => long.times(theme, sinceT0)),
    tones: (theme) => scaled(usual.tones(theme), (tone) => long.toneTimes(theme, tone, sinceT0)),
  };
}

/** What its writer meant by a mention: the first theme and its tone, and a second one that it comes to. */
type Mentioned = { text: string; meant: { themes: DemoTheme[]; tone: Tone } };

function writeMention(talk: Talk, phrases: Phrases, random: Random, products: readonly string[]): Mentioned {
  const theme = pickWeighted(random, talk.themes);
  const tone = pickWeighted(random, talk.tones(theme));
  const product = pick(random, products);
  const opening = pick(random, phrases.openings[tone]);
  const said = pick(random, phrases.themes[theme][tone]);
  let text = `${opening} ${said}${/[?.!]$/.test(said) ? '' : '.'}`;
  const second = pickWeighted(random, talk.themes);
  const themes = [theme];
  if (random() < 0.22 && theme !== 'general' && second !== theme) {
    themes.push(second);
    // People rarely turn within one message, and say so when they do.
    const turned = tone === 'praise' ? 'complaint' : 'praise';
    const turns = (tone === 'praise' || tone === 'complaint') && random() < 0.04;
    const more = pick(random, phrases.themes[second][turns ? turned : tone]);
    text += ` ${turns ? `${phrases.turn} ${more}` : more}${/[?.!]$/.test(more) ? '' : '.'}`;
  }
  if (random() < 0.6) text += ` ${pick(random, phrases.endings)}`;
  return { text: sentence(fill(text, phrases, random, product)), meant: { themes, tone } };
}

/** Local hour of the demo's zone as a fraction. Zone offsets change at whole quarters, so one look a minute is enough. */
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: demoZone,
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
});
function localHour(at: number): number {
  const [hour = '0', minute = '0'] = clock.format(at).split(':');
  return Number(hour) + Number(minute) / 60;
}

/** What a post of the story is: a mention with what was meant by it, an echo of one, or what only looks like one. */
export type Meant = { themes: DemoTheme[]; tone: Tone } | 'echo' | 'spam' | 'news' | 'noise';
type Told = { post: Post; meant: Meant };

/** Everything that is posted in the minute that starts at `minuteAt`, oldest first. Pure: same seed, same posts. */
export const writePosts = (seed: number, startAt: number, minuteAt: number): Post[] =>
  tellMinute(seed, startAt, minuteAt).map(({ post }) => post);

/** The same with what its writers meant, which no reader of the posts is told. */
export function tellMinute(seed: number, startAt: number, minuteAt: number): Told[] {
  const minute = Math.floor(minuteAt / minuteMs);
  const sinceT0 = minuteAt - startAt;
  const random = createRandom(mixSeed(seed, minute, Math.floor(minute / 2 ** 31)));
  const hour = localHour(minuteAt);
  const told: Told[] = [];
  const post = (source: string, phrases: Phrases, text: string, meant: Meant, more: Partial<Post> = {}) => {
    const written: Post = {
      id: '',
      source,
      channel: channelOf[source]!,
      at: minuteAt + Math.floor(random() * minuteMs),
      lang: phrases === french ? 'fr' : 'en',
      country: phrases === french ? 'FR' : pick(random, ['GB', 'US', 'IE', 'CA']),
      text,
      author: `a${Math.floor(random() * 20_000)}`,
      ...more,
    };
    told.push({ post: written, meant });
  };
  const shared = () =>
    random() < 0.12 ? { likes: Math.floor(1 / (random() + 0.004)), shares: Math.floor(random() * 9) } : {};
  const seen = () => ({ ...shared(), followers: Math.floor(40 / (random() + 0.02)) });

  for (const brand of brands) {
    const count = poisson(random, mentionsPerMinute(brand, sinceT0, hour));
    const talk = talkOf(brand, sinceT0);
    for (let index = 0; index < count; index += 1) {
      const phrases = random() < frenchShare[brand] ? french : english;
      const { text, meant } = writeMention(talk, phrases, random, phrases.products[brand]);
      const source = pickWeighted(random, sourceWeights);
      const copied = source === 'Social feed' && random() < 0.05;
      const said = copied ? `RT @reader${Math.floor(random() * 900)}: ${text}` : text;
      post(source, phrases, said, copied ? 'echo' : meant, { metrics: seen() });
      if (copied) post(source, phrases, text, meant, { metrics: seen() });
    }
  }
  for (let left = poisson(random, complaintCopiesPerMinute(sinceT0)); left > 0; left -= 1) {
    const phrases = random() < 0.3 ? french : english;
    const lead = pick(random, ['', '', 'RT: ', 'Please share. ', 'This. ']);
    post('Social feed', phrases, `${lead}${phrases.complaint}`, 'echo', { metrics: seen() });
  }
  for (let left = poisson(random, spamPerMinute(sinceT0)); left > 0; left -= 1) {
    const phrases = random() < 0.2 ? french : english;
    const text = fill(pick(random, phrases.spam), phrases, random, '');
    post('Social feed', phrases, text, 'spam', { metrics: { followers: 3 } });
  }
  for (let left = poisson(random, noisePerMinute(hour)); left > 0; left -= 1) {
    const phrases = random() < 0.35 ? french : english;
    const source = pickWeighted(random, sourceWeights);
    post(source, phrases, sentence(fill(pick(random, phrases.noise), phrases, random, '')), 'noise');
  }
  if (random() < 0.04) {
    const phrases = random() < 0.4 ? french : english;
    post('News', phrases, pick(random, phrases.news), 'news', { metrics: { views: Math.floor(random() * 9_000) } });
  }
  told.sort((a, b) => a.post.at - b.post.at);
  told.forEach(({ post: one }, index) => {
    one.id = `${minute}-${index}`;
  });
  return told;
}

/** What was posted about a past launch in the minute that starts at `minuteAt`, oldest first: its own posts alone. Pure. */
export function writePastPosts(seed: number, past: PastLaunch, startedAt: number, minuteAt: number): Post[] {
  const minute = Math.floor(minuteAt / minuteMs);
  const sinceT0 = minuteAt - startedAt;
  const { long } = past;
  const random = createRandom(mixSeed(seed, minute, past.daysBefore));
  const usual = mentionsPerMinute('solenne', sinceT0 * past.tempo, localHour(minuteAt));
  const mean = long ? usual * long.fade(sinceT0) + long.perMinute(sinceT0) : usual;
  const count = poisson(random, past.size * mean);
  const talk = pastTalk(past, sinceT0);
  const posts = Array.from({ length: count }, (_, index): Post => {
    const isFrench = random() < frenchShare.solenne;
    const phrases = isFrench ? french : english;
    const source = pickWeighted(random, sourceWeights);
    return {
      id: `${past.id}-${minute}-${index}`,
      source,
      channel: channelOf[source]!,
      at: minuteAt + Math.floor(random() * minuteMs),
      lang: isFrench ? 'fr' : 'en',
      country: isFrench ? 'FR' : pick(random, ['GB', 'US', 'IE', 'CA']),
      text: writeMention(talk, phrases, random, past.products[isFrench ? 'fr' : 'en']).text,
      author: `a${Math.floor(random() * 20_000)}`,
    };
  });
  return posts.sort((a, b) => a.at - b.at);
}

/** Whether a post of a past launch reached the room late, with all others of its kind. */
export const cameLate = ({ long }: PastLaunch, startedAt: number, { source, at }: Post): boolean =>
  long !== undefined &&
  source === 'Reviews' &&
  at >= startedAt + long.lateReviews.fromMs &&
  at < startedAt + long.lateReviews.toMs;
