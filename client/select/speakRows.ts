import type { Channel } from '../../shared/domain.ts';
import type { DayKind, SpeakAnswer, SpeakProfile, SpeakRefusal } from '../../shared/speak.ts';

/** A row of the map of hours: `shares[h]` 0..1 of the row's busiest hour, null where it was never listened to. */
export type SpeakRow = {
  key: string;
  channel: Channel;
  days: DayKind;
  profile: SpeakProfile;
  shares: (number | null)[];
  most: number;
};

/** Each channel with its own scale: a small one has its hours too. */
export function speakRows({ channels }: Pick<SpeakAnswer, 'channels'>): SpeakRow[] {
  return channels.flatMap((one) =>
    'profiles' in one
      ? one.profiles.map((profile) => {
          const most = Math.max(...profile.rates.map((rate) => rate?.perHour ?? 0));
          return {
            key: `${one.channel} ${profile.days}`,
            channel: one.channel,
            days: profile.days,
            profile,
            shares: profile.rates.map((rate) => (rate && most > 0 ? rate.perHour / most : null)),
            most,
          };
        })
      : [],
  );
}

/** Channels of which nothing is said, by the reason. */
export function speakRefusals({
  channels,
}: Pick<SpeakAnswer, 'channels'>): { why: SpeakRefusal; channels: Channel[] }[] {
  const by = new Map<SpeakRefusal, Channel[]>();
  for (const one of channels) if ('refused' in one) by.set(one.refused, [...(by.get(one.refused) ?? []), one.channel]);
  return [...by].map(([why, of]) => ({ why, channels: of }));
}
