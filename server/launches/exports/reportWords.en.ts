import type { ReportWords } from './reportWords.ts';

const places = ['Highest', 'Second highest', 'Third highest'];
const timesMedian = (times: string | null) => (times === null ? '' : `, ${times} times the median`);
const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

export const reportWordsEn: ReportWords = {
  report: 'Launch report',
  demo: 'Demo: invented posts of invented brands. Nothing here is real.',
  titleOf: {
    volume: 'How much is said, beside past launches',
    net: 'How people feel',
    themes: 'What they speak of, and what it does to the whole',
    messages: 'Messages that matter',
    happenings: 'What happened, and what followed',
    speak: 'When and where to speak',
    beside: 'Launches in figures',
    method: 'Method and numbers',
  },
  figure: {
    mentions: 'mentions',
    net: 'net sentiment',
    authors: 'distinct authors',
    distinct: 'distinct texts',
    opinions: 'opinions',
  },
  interval: (low, high) => `90 % interval ${low} to ${high}`,
  about: (authors, error) => `${authors} ± ${error}`,
  notKnown: 'not known',
  tooFew: 'too few opinions',

  rank: (place, of, at, times, texts) =>
    `${place === of ? 'Lowest' : (places[place - 1] ?? `Place ${place}`)} of ${of} launches at ${at}${timesMedian(times)}${texts}.`,
  percentile: (percentile, launches, at, times, texts) =>
    `Percentile ${percentile} of ${launches} launches at ${at}${timesMedian(times)}${texts}.`,
  textsBeside: (how, times) =>
    ({
      none: '',
      also: ', in distinct texts too',
      times: `, ${times} times in distinct texts`,
      unclear: ', with no clear difference in distinct texts',
    })[how],
  textsRank: (place, of, times) =>
    `; ${place === of ? 'lowest' : (places[place - 1]?.toLowerCase() ?? `place ${place}`)} in distinct texts${times === null ? '' : `, ${times} times`}`,
  textsPercentile: (percentile, times) =>
    `; percentile ${percentile} in distinct texts${times === null ? '' : `, ${times} times`}`,
  counted: (mentions, said, texts, from, to) =>
    `${mentions === 0 ? 'No mention' : mentions === 1 ? 'One mention' : `${said} mentions (distinct texts: ${texts})`} from ${from} to ${to}.`,
  alone: (launches) =>
    launches === 0
      ? 'No past launch was heard over this whole stretch, so nothing is compared.'
      : `Only ${count(launches, 'past launch was', 'past launches were')} heard over this whole stretch: too few to compare in words.`,
  sure: (way, probability, texts) => {
    const said =
      way === 'same'
        ? 'Not clearly more or less than the median'
        : `Clearly ${way} than the median (${probability} probable)`;
    if (texts === null) return `${said}.`;
    if (texts === way) return `${said}, in mentions as in distinct texts.`;
    return `${said}; in distinct texts ${texts === 'same' ? 'not clearly either' : `clearly ${texts}`}.`;
  },
  closest: (name) => `So far most like ${name}.`,
  bySize: 'Compared per brand size: mentions divided by the brand’s usual mentions.',
  noSize: 'The brand’s usual size is not known, so it cannot be compared per brand size.',
  nothing: (why) =>
    ({
      ahead: 'T0 is ahead. Nothing has been counted for this launch yet.',
      'not-heard': 'Nobody listened around this launch, so there is nothing to tell.',
      'not-counted': 'History is being counted under its product query; its figures follow.',
    })[why],

  net: (value, low, high, opinions, side) =>
    `Net sentiment is ${value} (90 % interval ${low} to ${high}) of ${opinions} opinions${
      side === 'none'
        ? ': not clearly on either side'
        : side === 'positive'
          ? ': clearly more praise'
          : ': clearly more complaint'
    }.`,
  netFew: (opinions) => `${count(opinions, 'opinion')}: too few for a figure of sentiment.`,
  volume: (peak, at, step) => `Most in ${step}: ${peak} mentions, from ${at} on.`,
  themes: (helps, hurts) => {
    const help = helps && `${helps.name} ${helps.seems ? 'seems to help' : 'helps'} most`;
    const hurt = hurts && `${hurts.name} ${hurts.seems ? 'seems to hurt' : 'hurts'} most`;
    if (help && hurt) return `${help}, ${hurt}.`;
    if (help) return `${help}; no theme clearly hurts.`;
    if (hurt) return `${hurt}; no theme clearly helps.`;
    return 'No theme is clearly praised more, or less, than the rest.';
  },
  noThemes: 'No mention is about a watched theme.',
  messages: (messages) =>
    `${count(messages, 'message')}, chosen by significance and copies across the whole stretch; nobody is named.`,
  noMessages: 'No message of this stretch is significant.',
  messagesLeftOut: 'Messages are left out of this file unless they are asked for (messages=1).',
  happenings: (events, decisions, alerts) =>
    `${count(events, 'event')}, ${count(decisions, 'decision')}, ${count(alerts, 'alert')} in this stretch.`,

  followedSpan: (span, running) => (running === null ? `the ${span} after` : `${running} after, so far`),
  followedMentions: (times, low, high, clear) =>
    clear ? `mentions ${times} times (${low} to ${high})` : `no clear change of mentions (${low} to ${high} times)`,
  followedNet: (change, low, high, clear) =>
    clear
      ? `net sentiment ${change} points (${low} to ${high})`
      : `no clear change of net sentiment (${low} to ${high} points)`,
  followedLittle: 'too little is known to tell',
  followedSentence: (head, said) => `${head}: ${said}.`,
  caution: 'What followed did not have to come from it.',

  gapLate: (name, from) =>
    `${name === null ? 'Listening began' : `${name}: listening began`} at ${from}. What was said before is not known.`,
  gapEarly: (name, to) =>
    `${name === null ? 'Nothing was listened to' : `${name}: nothing was listened to`} after ${to}.`,
  gapNone: (names, rest) =>
    `${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}: ${
      names.length === 1
        ? 'nobody listened around it, or it is not counted yet; it is left out'
        : 'nobody listened around them, or they are not counted yet; they are left out'
    }.`,
  seam: (at) =>
    `Before ${at} some texts are gone: those mentions stand as they were counted under an earlier rule set.`,
  unscored: (mentions, said) =>
    mentions === 1
      ? 'One mention is in a language that is not scored: it is in no figure of sentiment.'
      : `${said} mentions are in a language that is not scored: they are in no figure of sentiment.`,
  error: (low, high) =>
    `Sentiment is judged by a machine. Its own error is in every interval: ${low} to ${high} at zero, whatever the counts.`,
  starts: 'Countries with a T0 of their own are aligned by it; distinct authors are then not told.',
  bursts: 'Mentions come in bursts; intervals of shares and of changes are widened for that.',

  query: 'Query',
  ruleSet: (version, corrections) =>
    `rule set ${version}${corrections > 0 ? `, ${count(corrections, 'correction')}` : ''}`,
  zone: (zone) => `times in ${zone}`,
  generated: (at) => `Generated ${at}`,
  countsAre: (counts) => (counts === 'product' ? 'counts mentions of the product' : 'counts all mentions of the brand'),
  open: 'Open this view',
  stretch: (from, to) => `${from} to ${to}`,
  source: (parts) => parts.join(' · '),
  sourceOf: 'Source',
  moreInFile: (more) => `and ${more} more in the CSV and HTML files`,

  column: {
    theme: 'Theme',
    mentions: 'Mentions',
    texts: 'Distinct texts',
    share: 'Share',
    net: 'Net',
    interval: '90 % interval',
    effect: 'On the whole',
    when: 'When',
    what: 'What',
    followed: 'What followed',
    launch: 'Launch',
    size: 'Usual mentions a day',
    offset: 'From T0',
    median: 'median',
    low: 'low',
    high: 'high',
  },
  effect: { helps: 'helps', hurts: 'hurts', neither: 'no clear effect' },
  doubtful: (right) => `often wrong: ${right} right`,
  doubtfulTheme: (theme, right) =>
    `${theme} is often wrong: of messages filed there, ${right} speak of it. It is grey, and nothing is claimed of it.`,
  channel: {
    ...{ social: 'Social', review: 'Review', forum: 'Forum', news: 'News', video: 'Video' },
    ...{ store: 'Store', app: 'App', support: 'Support', survey: 'Survey' },
  },
  speak: {
    answer: (name, perHour) =>
      `Most is usually said on ${name}: ${perHour} mentions an hour. It suggests; people decide.`,
    noAnswer: 'No time and no channel is suggested.',
    none: 'Nothing was listened to in these weeks.',
    days: { weekdays: 'weekdays', weekend: 'weekend' },
    held: (perHour, low, high) => `${perHour} an hour (80 %: ${low} to ${high})`,
    why: (times, probability, days) =>
      `${times} times the channel’s median two hours, ${probability} sure to be more; rests on ${count(days, 'day')}`,
    refused: (why, channels, neededDays) =>
      `Nothing is said of ${channels}: ${
        {
          'few-days': `fewer than ${neededDays} whole days were listened to`,
          'few-mentions': 'too few mentions',
          'no-difference': 'the hours differ no more than by chance',
        }[why]
      }.`,
    based: (brand, zone, stretch) =>
      `Hours of ${zone}. Counted are ${brand === null ? 'mentions of the product' : `all mentions of ${brand}`}, ${stretch}, near-copies left out.`,
    leftOut:
      'The day after T0 and six hours after each own event are not usual and are left out; single loud hours and days hardly count.',
    after: (name, hours, mentions, usual, higher, days) =>
      `${name}: ${count(mentions, 'mention')} in the ${hours} hours after it. At the same time on ${days} days around it: ${usual} in the middle, and as many or more on ${higher === 0 ? 'none of them' : `${higher} of them`}.`,
    followed: 'What followed own events',
    column: { when: 'Channel and hours', usual: 'Usual mentions', rests: 'What it rests on' },
  },
  opinion: { positive: 'positive', neutral: 'neutral', negative: 'negative', unscored: 'not scored' },
  kind: { event: 'Event', decision: 'Decision', alert: 'Alert' },
  expected: (what) => `Expected: ${what}`,
  by: (who) => `by ${who}`,
  copies: (copies) => count(copies, 'copy', 'copies'),
  axis: {
    mentions: (step) => `Mentions per ${step}`,
    net: 'Net sentiment, −100 to 100',
    share: 'Share of mentions, %',
  },
  step: { '5m': '5 minutes', '15m': 'quarter of an hour', '1h': 'hour', '6h': '6 hours', '1d': 'day' },
  within: { '5m': '5 minutes', '15m': 'a quarter of an hour', '1h': 'an hour', '6h': '6 hours', '1d': 'a day' },
  mostIn: (step) => `Most in ${step}`,
  method: 'What was counted, under which rules, and what is not sure.',
  mentionsOf: (mentions, said) => `${said} ${mentions === 1 ? 'mention' : 'mentions'}`,
};
