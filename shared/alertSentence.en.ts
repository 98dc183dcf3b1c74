import type { AlertVoice, NamedSubject } from './alertSentence.ts';
import type { Channel } from './kinds.ts';

const places: Record<Channel, string> = {
  social: 'on social media',
  review: 'in reviews',
  forum: 'in forums',
  news: 'in the news',
  video: 'in videos',
  store: 'in stores',
  app: 'in the app',
  support: 'in support',
  survey: 'in surveys',
};
const nouns = { volume: ['mention', 'of'], complaints: ['complaint', 'about'], term: ['mention', 'of'] } as const;

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** The brand comes first where something else is spoken of: "Acme: mentions of Delivery". */
const kicker = ({ brand, theme, term }: NamedSubject) =>
  brand !== undefined && (theme !== undefined || term !== undefined) ? `${brand}: ` : '';
const place = ({ channel }: NamedSubject) => (channel === undefined ? '' : ` ${places[channel]}`);

function topic({ term, theme, brand }: NamedSubject): string | undefined {
  return term === undefined ? (theme ?? brand) : `“${term}”`;
}

export const alertVoiceEn: AlertVoice = {
  locale: 'en',
  span(ms) {
    const minutes = Math.max(1, Math.round(ms / 60_000));
    if (minutes % 1_440 === 0) return plural(minutes / 1_440, 'day');
    return minutes % 60 === 0 ? plural(minutes / 60, 'hour') : plural(minutes, 'minute');
  },
  count(subject, { count, span, compared, isOver }) {
    const [noun, link] = nouns[subject.kind];
    const about = topic(subject) === undefined ? '' : ` ${link} ${topic(subject)}`;
    const lead = kicker(subject);
    const many = `${noun}s${about}${place(subject)} ${isOver ? 'were' : 'are'}`;
    const begun = lead === '' ? capital(many) : `${lead}${many}`;
    if (compared.as === 'times') return `${begun} ${compared.times} times as frequent as usual`;
    if (compared.as === 'percent') return `${begun} ${compared.percent} more frequent than usual`;
    if (compared.as === 'usual') return `${begun} about as frequent as usual`;
    const counted = `${lead}${count} ${noun}${count === '1' ? '' : 's'}${about}${place(subject)} in ${span}`;
    return compared.as === 'hardly' ? `${counted}, where hardly any are usual` : counted;
  },
  share(subject, { share, usual, isOver }) {
    const { kind, theme, brand } = subject;
    const lead = brand === undefined ? '' : `${brand}: `;
    const whole =
      kind === 'net-sentiment'
        ? `opinions${theme === undefined ? '' : ` on ${theme}`}`
        : `mentions${theme === undefined || kind === 'theme-share' ? '' : ` of ${theme}`}`;
    const verb = isOver ? 'were' : 'are';
    const what = kind === 'theme-share' ? `about ${theme ?? 'no theme'}` : 'negative';
    return `${lead}${share} of ${whole}${place(subject)} ${verb} ${what}${usual === null ? '' : `, ${usual} is usual`}`;
  },
  copies: (subject, { count, span }) =>
    `${kicker(subject)}${count} copied ${count === '1' ? 'message' : 'messages'}${
      topic(subject) === undefined ? '' : ` about ${topic(subject)}`
    } came${place(subject)} in ${span}`,
  silence: ({ source, channel }, { count, span, usual, isNothing }) =>
    `${isNothing ? 'Nothing' : `Only ${count}`} came${source === undefined ? place({ channel }) : ` from ${source}`} in ${span}${usual === null ? '' : `, where ${usual} ${usual === '1' ? 'post is' : 'posts are'} usual`}`,
  figure: ({ value, of, span, usual }) =>
    `${value}${of === null ? '' : ` (${of.replace('/', ' of ')})`} in ${span}${usual === null ? '' : `, usual: ${usual}`}`,
  range: (low, high) => (low === high ? low : `${low} to ${high}`),
  chance({ every, isOftener }) {
    if (every === null) return 'Chance alone does this more than once a day.';
    return isOftener
      ? `Chance alone would do this about once in ${every}.`
      : `Chance alone would do this less than once in ${every}.`;
  },
  days: (days) => (days >= 700 ? plural(Math.round(days / 365), 'year') : plural(Math.round(days), 'day')),
  notKnown: 'Not known yet what is usual: less than three days were heard.',
};
