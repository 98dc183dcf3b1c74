import { type AlertNames, sayAlert } from '../../../shared/alertSentence.ts';
import type { Change, Followed, FollowedDecision } from '../../../shared/decisions.ts';
import { colorOf } from '../../../shared/domain.ts';
import { isolated } from '../../../shared/isolated.ts';
import type { LaunchComparison, Standing } from '../../../shared/launchComparison.ts';
import { comparisonNamed, namedIn, nameIn } from '../../../shared/nameIn.ts';
import type { DataSet, MessageCard } from '../../../shared/protocol.ts';
import { hourMs, minuteMs } from '../../../shared/rollup.ts';
import { isPlacedApart, textsBeside, wayOf } from '../../../shared/textsBeside.ts';
import {
  arePointsGrey,
  type ClassifierError,
  intervalAtZero,
  isGrey,
  netPoints,
  netSentiment,
  probabilityHigher,
  shareHalfWidth,
} from '../../../shared/uncertainty.ts';
import { composeSpeak } from './composeSpeak.ts';
import { createReportFormat, type ReportFormat } from './createReportFormat.ts';
import { readableText } from './readableText.ts';
import type { ReportFacts } from './readFacts.ts';
import type {
  Counts,
  LaunchReport,
  ReportHappening,
  ReportHour,
  ReportLanguage,
  ReportPole,
  ReportTheme,
} from './report.ts';
import { type ReportWords, reportWordsIn } from './reportWords.ts';

/** More names than these are counted, as on the screen. */
const mostNamed = 3;
/** "clearly" is more than 90 % probable, as everywhere. */
const sure = 0.9;

export type Composing = {
  language: ReportLanguage;
  data: DataSet;
  /** The address that opens the view. */
  link: string;
  /** The facts' messages as the screens show them, masked. */
  cards: readonly MessageCard[];
};

const countedFields = ['mentions', 'distinct', 'significant', 'positive', 'neutral', 'negative'] as const;
const unscoredOf = ({ mentions, positive, neutral, negative }: Counts) =>
  Math.max(0, mentions - positive - neutral - negative);

function hoursOf({ hourly, significant, launch }: ReportFacts, error: ClassifierError): ReportHour[] {
  return hourly.points.map(({ offsetMs, mentions, distinct, positive, neutral, negative, authors, authorsError }) => ({
    ...{ at: launch.at + offsetMs, offsetMs, mentions, distinct, significant: significant.get(offsetMs) ?? 0 },
    ...{ positive, neutral, negative },
    net: netSentiment({ positive, neutral, negative }, error),
    ...(authors === undefined ? {} : { authors, authorsError }),
  }));
}

/** What the comparison counted within the stretch: the figure of the screen's own sentence. */
function figuresOf(facts: ReportFacts, error: ClassifierError): LaunchReport['figures'] {
  const { stretch, comparison, hourly, significant, launch, authors } = facts;
  const sum: Counts = { mentions: 0, distinct: 0, significant: 0, positive: 0, neutral: 0, negative: 0 };
  const within = (offsetMs: number) =>
    stretch !== null && launch.at + offsetMs >= stretch.from - minuteMs && launch.at + offsetMs < stretch.to;
  for (const point of comparison.launch.points)
    if (within(point.offsetMs)) for (const key of countedFields) sum[key] += key === 'significant' ? 0 : point[key];
  for (const { offsetMs } of hourly.points) if (within(offsetMs)) sum.significant += significant.get(offsetMs) ?? 0;
  return { ...sum, net: netSentiment(sum, error), authors, unscored: unscoredOf(sum) };
}

function without(whole: Counts, part: Counts): Counts {
  const rest = { ...whole };
  for (const key of countedFields) rest[key] = Math.max(0, whole[key] - part[key]);
  return rest;
}

function themesOf({ themes, whole, workspace, doubtful }: ReportFacts, error: ClassifierError): ReportTheme[] {
  const nameOf = (id: string) => workspace.themes.find((theme) => theme.id === id)?.name ?? id;
  return themes
    .filter(({ counts }) => counts.mentions > 0)
    .map(({ id, counts }): ReportTheme => {
      const rest = without(whole, counts);
      const net = netSentiment(counts, error);
      const precision = doubtful.get(id) ?? null;
      const probability = probabilityHigher(counts, rest);
      const isUp = probability !== null && probability > sure;
      const isDown = probability !== null && probability < 1 - sure;
      return {
        ...{ id, name: readableText(nameOf(id)), mentions: counts.mentions, net },
        share: whole.mentions === 0 ? 0 : Math.min(1, counts.mentions / whole.mentions),
        shareHalf: shareHalfWidth(counts.mentions, whole.mentions),
        precision,
        grey: precision !== null || net === null || isGrey(net),
        lean: precision !== null ? 'doubtful' : isUp ? 'helps' : isDown ? 'hurts' : 'neither',
        pull: netPoints(counts, whole, error),
      };
    })
    .sort((a, b) => b.mentions - a.mentions || (a.id < b.id ? -1 : 1));
}

/** As on the Brief: of the themes surely praised more (less) than the rest the one that moves the whole furthest. */
function poleOf(themes: readonly ReportTheme[], lean: 'helps' | 'hurts'): ReportPole | null {
  const sign = lean === 'helps' ? 1 : -1;
  const able = themes.filter((theme) => theme.lean === lean && theme.pull !== null && sign * theme.pull.points > 0);
  const [best] = able.sort((a, b) => sign * ((b.pull?.points ?? 0) - (a.pull?.points ?? 0)));
  if (!best) return null;
  return { name: isolated(best.name), seems: arePointsGrey(best.pull, best.net?.opinions ?? 0) };
}

const isClear = ({ low, high }: Change, none: number) => low > none || high < none;

function followedSentence(
  { spanMs, elapsedMs, mentions, net }: Followed,
  span: 'hour' | 'day',
  words: ReportWords,
  format: ReportFormat,
): string {
  const said: string[] = [];
  if (mentions) {
    const { value, low, high } = mentions;
    said.push(words.followedMentions(format.times(value), format.times(low), format.times(high), isClear(mentions, 1)));
  }
  if (net) {
    const { value, low, high } = net;
    said.push(words.followedNet(format.signed(value), format.signed(low), format.signed(high), isClear(net, 0)));
  }
  if (said.length === 0) said.push(words.followedLittle);
  const head = words.followedSpan(span, elapsedMs >= spanMs ? null : format.duration(elapsedMs));
  const sentence = words.followedSentence(head, said.join(', '));
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function happeningsOf(
  { events, decisions, alerts, launch }: ReportFacts,
  names: AlertNames,
  language: ReportLanguage,
  format: ReportFormat,
): ReportHappening[] {
  const words = reportWordsIn(language);
  const followed =
    (kind: 'event' | 'decision') =>
    (one: FollowedDecision): ReportHappening => ({
      ...{ kind, at: one.at, offsetMs: one.at - launch.at, name: readableText(one.name), hour: one.hour, day: one.day },
      ...(kind === 'decision' ? { letter: one.letter } : {}),
      ...(one.who === undefined ? {} : { who: readableText(one.who) }),
      ...(one.expected === undefined ? {} : { expected: readableText(one.expected) }),
      // Within the first hour the day tells no more than the hour.
      sentences: (one.day.elapsedMs > hourMs ? (['hour', 'day'] as const) : (['hour'] as const)).map((span) =>
        followedSentence(one[span], span, words, format),
      ),
    });
  return [
    ...events.map(followed('event')),
    ...decisions.map(followed('decision')),
    ...alerts.map((alert): ReportHappening => {
      const { headline, sure: said } = sayAlert(alert, names, language);
      const name = readableText(headline);
      return {
        kind: 'alert',
        at: alert.at,
        offsetMs: alert.at - launch.at,
        name,
        sentences: said === '' ? [] : [said],
      };
    }),
  ].sort((a, b) => a.at - b.at);
}

/** What of the axis nobody heard, in words: the screen's own gaps. */
function gapsOf(
  { launch, past, fromMs, toMs, now }: LaunchComparison,
  words: ReportWords,
  format: ReportFormat,
): string[] {
  const gaps: string[] = [];
  /** Past launches whose captures begin or end alike are one line: five such lines would say one thing. */
  const alike = new Map<string, string[]>();
  const unheard: string[] = [];
  const note = (is: 'late' | 'early', offsetMs: number, name: string) => {
    const key = `${is} ${format.offset(offsetMs)}`;
    alike.set(key, [...(alike.get(key) ?? []), name]);
  };
  for (const one of [launch, ...past]) {
    const isOwn = one === launch;
    const reach = Math.min(toMs, now - one.at);
    if (reach <= fromMs) continue;
    const { heard } = one;
    const name = isolated(one.name);
    if (one.missing || !heard) isOwn ? gaps.push(words.gapNone([name], 0)) : unheard.push(name);
    else if (heard.fromMs > fromMs)
      isOwn ? gaps.push(words.gapLate(null, format.offset(heard.fromMs))) : note('late', heard.fromMs, name);
    else if (heard.toMs < reach - 6 * hourMs)
      isOwn ? gaps.push(words.gapEarly(null, format.offset(heard.toMs))) : note('early', heard.toMs, name);
  }
  for (const [key, names] of alike) {
    const [is, ...offset] = key.split(' ');
    const say = is === 'late' ? words.gapLate : words.gapEarly;
    gaps.push(say(names.join(', '), offset.join(' ')));
  }
  const rest = unheard.length > mostNamed + 1 ? unheard.length - mostNamed : 0;
  if (unheard.length > 0) gaps.push(words.gapNone(rest > 0 ? unheard.slice(0, mostNamed) : unheard, rest));
  return gaps;
}

/** How its distinct texts stand, behind what is said of its mentions, by the rule of the screens. */
function sayTexts(standing: Standing, words: ReportWords, format: ReportFormat): string {
  const { rank, percentile, times } = standing.texts;
  const said = times === undefined ? null : format.times(times);
  if (!isPlacedApart(standing)) return words.textsBeside(textsBeside(standing), said ?? '');
  return rank ? words.textsRank(rank.place, rank.of, said) : words.textsPercentile(Math.round(percentile ?? 0), said);
}

type Said = { headline: string; counted: string };

/** Where the launch stands, in the screen's terms; without enough past launches what was counted is the headline. */
function standingOf(
  { comparison, launch }: ReportFacts,
  stretch: { from: number; to: number },
  figures: LaunchReport['figures'],
  words: ReportWords,
  format: ReportFormat,
): Said {
  const { standing, past, closest, scale } = comparison;
  const from = format.offset(standing?.fromMs ?? stretch.from - launch.at);
  const at = format.offset(standing?.toMs ?? stretch.to - launch.at);
  const counted = words.counted(
    figures.mentions,
    format.number(figures.mentions),
    format.number(figures.distinct),
    from,
    at,
  );
  if (!standing) return { headline: counted, counted: words.alone(0) };
  const { launches, rank, percentile, times, probabilityMore, texts } = standing;
  if (scale === 'size' && comparison.launch.size === null) return { headline: counted, counted: words.noSize };
  if (!rank && percentile === undefined) return { headline: counted, counted: words.alone(launches) };
  const said = times === undefined ? null : format.times(times);
  const beside = sayTexts(standing, words, format);
  const more = [counted];
  if (scale === 'size') more.push(words.bySize);
  if (probabilityMore !== undefined) {
    const probability = Math.max(probabilityMore, 1 - probabilityMore);
    const percent = `${probability > 0.99 ? '> ' : ''}${format.percent(Math.min(0.99, probability))}`;
    more.push(words.sure(wayOf(probabilityMore), percent, beside === '' ? null : wayOf(texts.probabilityMore)));
  }
  const like = closest && past.find(({ id }) => id === closest.id);
  if (like) more.push(words.closest(isolated(like.name)));
  const headline = rank
    ? words.rank(rank.place, rank.of, at, said, beside)
    : words.percentile(Math.round(percentile ?? 0), launches, at, said, beside);
  return { headline, counted: more.join(' ') };
}

function netSentence(
  { net, positive, negative }: LaunchReport['figures'],
  words: ReportWords,
  format: ReportFormat,
): string {
  if (!net) return words.netFew(positive + negative);
  const side = isGrey(net) ? 'none' : net.net > 0 ? 'positive' : 'negative';
  return words.net(
    format.signed(net.net),
    format.signed(net.low),
    format.signed(net.high),
    format.number(net.opinions),
    side,
  );
}

function uncertainOf(
  facts: ReportFacts,
  figures: Counts & { unscored: number },
  themes: readonly ReportTheme[],
  words: ReportWords,
  format: ReportFormat,
  error: ClassifierError,
) {
  const { comparison, launch, seam } = facts;
  const atZero = intervalAtZero(error);
  return [
    words.error(format.signed(atZero.low), format.signed(atZero.high)),
    ...(figures.unscored > 0 ? [words.unscored(figures.unscored, format.number(figures.unscored))] : []),
    ...themes.flatMap(({ name, precision }) =>
      precision === null ? [] : [words.doubtfulTheme(isolated(name), format.percent(precision))],
    ),
    words.bursts,
    words.caution,
    ...(seam ? [words.seam(format.moment(seam.mentions))] : []),
    ...(launch.starts?.length ? [words.starts] : []),
    ...gapsOf(comparison, words, format),
  ];
}

/** What is told, under the names of the file's language. */
function namedFacts(facts: ReportFacts, language: ReportLanguage): ReportFacts {
  const workspace = namedIn(facts.workspace, language);
  const event = (told: FollowedDecision): FollowedDecision => {
    const own = facts.launch.events.find(({ at, name }) => at === told.at && name === told.name);
    return own ? { ...told, name: nameIn(own, language) } : told;
  };
  return {
    ...facts,
    workspace,
    launch: { ...facts.launch, name: nameIn(facts.launch, language) },
    comparison: comparisonNamed(facts.comparison, workspace.launches),
    events: facts.events.map(event),
  };
}

/** Puts together what all files say of a launch: the screens' figures, and the sentences that follow from them. Pure. */
export function composeReport(read: ReportFacts, { language, data, link, cards }: Composing): LaunchReport {
  const facts = namedFacts(read, language);
  const { launch, workspace, brand, comparison, now, errors } = facts;
  const words = reportWordsIn(language);
  const format = createReportFormat(language, launch.timeZone);
  const names: AlertNames = {
    brand: (id) => workspace.brands.find((one) => one.id === id)?.name ?? id,
    theme: (id) => workspace.themes.find((one) => one.id === id)?.name ?? id,
  };
  const figures = figuresOf(facts, errors.whole);
  const stretch = facts.stretch ?? { from: launch.at, to: launch.at };
  const themes = themesOf(facts, errors.theme);
  const happenings = happeningsOf(facts, names, language, format);
  const isHeard = facts.stretch !== null;
  const nothing = words.nothing(
    comparison.launch.missing === 'not-counted' ? 'not-counted' : launch.at > now ? 'ahead' : 'not-heard',
  );
  const standing = isHeard ? standingOf(facts, stretch, figures, words, format) : { headline: nothing, counted: '' };
  const peak = comparison.launch.points.reduce(
    (best, point) => (point.mentions > best.mentions ? point : best),
    comparison.launch.points[0] ?? { mentions: 0, offsetMs: 0 },
  );
  const many = (kind: ReportHappening['kind']) => happenings.filter((one) => one.kind === kind).length;
  const query = readableText(launch.query ?? brand.query);
  return {
    language,
    isDemo: data === 'demo',
    launch: {
      ...{ id: launch.id, name: readableText(launch.name), at: launch.at, zone: launch.timeZone },
      counts: launch.query === undefined ? 'brand' : 'product',
    },
    brand: { name: readableText(brand.name), color: colorOf(workspace, brand.id) },
    query,
    ruleSet: facts.ruleSet,
    corrections: facts.corrections,
    seam: facts.seam,
    generatedAt: now,
    link,
    ...stretch,
    figures,
    comparison: {
      ...comparison,
      launch: { ...comparison.launch, name: readableText(comparison.launch.name) },
      past: comparison.past.map((one) => ({ ...one, name: readableText(one.name) })),
    },
    hours: hoursOf(facts, errors.whole),
    error: errors.whole,
    themes,
    happenings,
    speak: composeSpeak(facts.speak, readableText(brand.name), words, format),
    messages: cards.map(({ at, channel, lang, opinion, copies, text, themes: about }) => ({
      ...{ at, channel, lang, opinion, copies, text: readableText(text) },
      themes: about.map(({ id }) => readableText(names.theme(id))),
    })),
    sentences: {
      ...standing,
      net: netSentence(figures, words, format),
      volume: words.volume(format.number(peak.mentions), format.offset(peak.offsetMs), words.within[comparison.step]),
      themes: themes.length === 0 ? words.noThemes : words.themes(poleOf(themes, 'helps'), poleOf(themes, 'hurts')),
      messages: cards.length === 0 ? words.noMessages : words.messages(cards.length),
      happenings: words.happenings(many('event'), many('decision'), many('alert')),
      uncertain: uncertainOf(facts, figures, themes, words, format, errors.whole),
      source: words.source([
        `${words.query}: ${query.length > 90 ? `${query.slice(0, 89)}…` : query}`,
        words.ruleSet(facts.ruleSet, facts.corrections),
        words.zone(launch.timeZone),
        words.mentionsOf(figures.mentions, format.number(figures.mentions)),
        ...(figures.net ? [`${words.column.net} ${format.net(figures.net)}`] : []),
        words.generated(format.moment(now)),
      ]),
    },
  };
}
