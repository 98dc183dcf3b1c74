import { setImmediate } from 'node:timers/promises';
import type { Channel, Launch } from '../../shared/domain.ts';
import { launchTheme } from '../../shared/launchThemes.ts';
import { steps } from '../../shared/protocol.ts';
import { bucketOf, dayMs, hourMs, quarterMs } from '../../shared/rollup.ts';
import {
  leastSpeakDays,
  type SpeakAnswer,
  type SpeakChannel,
  type SpeakProfile,
  type SpeakWindow,
} from '../../shared/speak.ts';
import { countedFrom } from '../launches/countedFrom.ts';
import { type Stretch, stretchesHeard } from '../launches/stretchesHeard.ts';
import { createRandom } from '../random.ts';
import type { History, SeriesFilter } from '../store/store.ts';
import { followedBy } from './followedBy.ts';
import { type LocalDay, localDays, stepOfZone } from './localDays.ts';
import { type UsualProfile, usualHours } from './usualHours.ts';

const spanMs = 42 * dayMs;
/** A launch that is over is asked about its own time. */
const afterLaunchMs = 28 * dayMs;
/** What the launch itself and what was done for it stir up is not usual. */
const launchStirsMs = dayMs;
const eventStirsMs = 6 * hourMs;
const followedMs = 3 * hourMs;
const mostBest = 3;
/** How often, at most, a best window may be named where there is none, over all channels. */
const level = 0.05;
const seed = 1;

type ChannelDays = { channel: Channel; days: LocalDay[]; mentions: number };
type Read = { history: History; launch: Launch; from: number; to: number; now: number };

/** When each channel was listened to: told by mentions of any brand. */
async function heardByChannel({ history, from, to, now }: Read): Promise<Map<string, Stretch[]>> {
  const points = await history.series({ stage: 'important', step: '1h', zone: 'UTC', by: 'channel', from, to });
  const moments = new Map<string, { at: number }[]>();
  for (const { at, key } of points) {
    if (key === undefined) continue;
    const known = moments.get(key);
    if (known) known.push({ at });
    else moments.set(key, [{ at }]);
  }
  const until = Math.min(now, to);
  return new Map(
    [...moments].map(([channel, of]) => [
      channel,
      stretchesHeard(
        of.sort((a, b) => a.at - b.at),
        until,
      ),
    ]),
  );
}

function notUsual({ at, starts = [], events }: Launch): Stretch[] {
  return [
    ...[at, ...starts.map((start) => start.at)].map((t0) => ({ from: t0, to: t0 + launchStirsMs })),
    ...events.map((event) => ({ from: event.at, to: event.at + eventStirsMs })),
  ];
}

/** Near-copies are left out of every count: a text that is passed on is one voice. */
async function daysByChannel(read: Read, heard: ReadonlyMap<string, Stretch[]>, themes: readonly string[]) {
  const { history, launch, from, to } = read;
  const zone = launch.timeZone;
  const step = stepOfZone(zone, from, to);
  const cells = { brands: [launch.brand], themes, stage: 'important', zone: 'UTC', from, to } as const;
  const points = await history.series({ ...cells, step, by: 'channel' } satisfies SeriesFilter);
  const leftOut = notUsual(launch);
  const counts = new Map<string, Map<number, number>>();
  for (const { at, key = '', distinct } of points) {
    let of = counts.get(key);
    if (!of) {
      of = new Map();
      counts.set(key, of);
    }
    of.set(at, distinct);
  }
  return [...counts].map(([channel, of]): ChannelDays => {
    const days = localDays(of, { from, to, stepMs: steps[step], zone, heard: heard.get(channel) ?? [], leftOut });
    return { channel: channel as Channel, days, mentions: [...of.values()].reduce((sum, one) => sum + one, 0) };
  });
}

async function followed(read: Read, heard: readonly Stretch[], themes: readonly string[]) {
  const { history, launch, from, to } = read;
  const cells = { brands: [launch.brand], themes, stage: 'important', zone: 'UTC', from, to } as const;
  const points = await history.series({ ...cells, step: '15m' });
  const counts = new Map(points.map(({ at, distinct }) => [at, distinct]));
  const countIn = (range: Stretch) => {
    let sum = 0;
    for (let at = bucketOf(range.from, quarterMs); at < bucketOf(range.to, quarterMs); at += quarterMs)
      sum += counts.get(at) ?? 0;
    return sum;
  };
  const asked = { countIn, zone: launch.timeZone, lengthMs: followedMs, heard, leftOut: notUsual(launch) };
  return [...launch.events]
    .sort((a, b) => a.at - b.at)
    .flatMap(({ at, name, names }) => {
      const found = followedBy(at, asked);
      return found ? [{ at, name, ...(names ? { names } : {}), hours: followedMs / hourMs, ...found }] : [];
    });
}

const withPlace = (channel: Channel, profile: UsualProfile): SpeakProfile => ({
  ...profile,
  windows: profile.windows.map((window): SpeakWindow => ({ channel, days: profile.days, ...window })),
});

const tellable = (channels: readonly ChannelDays[]) => channels.some(({ days }) => days.length >= leastSpeakDays);

/** When and where people usually speak of a launch, or of its brand where the product itself has too few days. */
export async function readSpeak(history: History, launch: Launch, now: number): Promise<SpeakAnswer> {
  const to = bucketOf(Math.min(now, launch.at + afterLaunchMs), hourMs);
  const read = { history, launch, from: to - spanMs, to, now };
  const heard = await heardByChannel(read);
  const product = launch.query === undefined ? null : [launchTheme(launch.id)];
  const isCounted = product !== null && (await countedFrom(history, launch)) <= read.from;
  const ofProduct = isCounted ? await daysByChannel(read, heard, product) : [];
  const counts = tellable(ofProduct) ? 'product' : 'brand';
  const themes = counts === 'product' && product !== null ? product : [];
  const channels = counts === 'product' ? ofProduct : await daysByChannel(read, heard, []);

  const asked = channels.filter(({ days }) => days.length >= leastSpeakDays).length;
  const told: SpeakChannel[] = [];
  for (const { channel, days } of channels.sort(
    (a, b) => b.mentions - a.mentions || (a.channel < b.channel ? -1 : 1),
  )) {
    const found = usualHours(days, level / Math.max(1, asked), createRandom(seed));
    told.push(
      'refused' in found
        ? { channel, refused: found.refused }
        : { channel, profiles: found.profiles.map((profile) => withPlace(channel, profile)) },
    );
    // Some hundredths of a second each: live frames go out between them.
    await setImmediate();
  }
  const windows = told.flatMap((one) => ('profiles' in one ? one.profiles.flatMap((profile) => profile.windows) : []));
  const anywhere = [...heard.values()].flat();
  return {
    launch: launch.id,
    now,
    timeZone: launch.timeZone,
    counts,
    from: read.from,
    to,
    best: windows.sort((a, b) => b.perHour - a.perHour).slice(0, mostBest),
    channels: told,
    followed: await followed(read, anywhere, themes),
  };
}
