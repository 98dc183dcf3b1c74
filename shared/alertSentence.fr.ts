import type { AlertVoice, NamedSubject } from './alertSentence.ts';
import type { Channel } from './kinds.ts';

/** Before `: ; ! ?` and inside quotation marks French sets a narrow space that does not break. */
const thin = '\u202f';
const quoted = (text: string) => `«${thin}${text}${thin}»`;

const places: Record<Channel, string> = {
  social: 'sur les réseaux sociaux',
  review: 'dans les avis',
  forum: 'dans les forums',
  news: 'dans la presse',
  video: 'dans les vidéos',
  store: 'en magasin',
  app: 'dans l’appli',
  support: 'à l’assistance',
  survey: 'dans les enquêtes',
};
const nouns = { volume: 'mention', complaints: 'plainte', term: 'mention' } as const;

const plural = (count: number, unit: string) => `${count} ${unit}${count < 2 || unit.endsWith('s') ? '' : 's'}`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** The brand stands before the sentence: "de" before a name would have to be elided by ear. */
const kicker = ({ brand }: NamedSubject) => (brand === undefined ? '' : `${brand}${thin}: `);
const begin = (subject: NamedSubject, text: string) =>
  kicker(subject) === '' ? capital(text) : `${kicker(subject)}${text}`;
const place = ({ channel }: NamedSubject) => (channel === undefined ? '' : ` ${places[channel]}`);

function topic({ term, theme }: NamedSubject, link = { theme: 'du thème', term: 'du mot' }): string {
  if (term !== undefined) return ` ${link.term} ${quoted(term)}`;
  return theme === undefined ? '' : ` ${link.theme} ${quoted(theme)}`;
}
const about = { theme: 'sur le thème', term: 'sur le mot' };

export const alertVoiceFr: AlertVoice = {
  locale: 'fr',
  span(ms) {
    const minutes = Math.max(1, Math.round(ms / 60_000));
    if (minutes % 1_440 === 0) return plural(minutes / 1_440, 'jour');
    return minutes % 60 === 0 ? plural(minutes / 60, 'heure') : plural(minutes, 'minute');
  },
  count(subject, { count, span, compared, isOver }) {
    const noun = nouns[subject.kind];
    const spoken = `${topic(subject, subject.kind === 'complaints' ? about : undefined)}${place(subject)}`;
    const many = begin(subject, `les ${noun}s${spoken} ${isOver ? 'étaient' : 'sont'}`);
    if (compared.as === 'times') return `${many} ${compared.times}\u00a0fois plus fréquentes que d’habitude`;
    if (compared.as === 'percent') return `${many} plus fréquentes que d’habitude, de ${compared.percent}`;
    if (compared.as === 'usual') return `${many} à peu près aussi fréquentes que d’habitude`;
    const counted = `${kicker(subject)}${count} ${noun}${count === '0' || count === '1' ? '' : 's'}${spoken} en ${span}`;
    return compared.as === 'hardly' ? `${counted}, presque aucune d’habitude` : counted;
  },
  share(subject, { share, usual, isOver }) {
    const { kind, theme } = subject;
    const whole = kind === 'net-sentiment' ? 'opinions' : 'mentions';
    const spoken = kind === 'theme-share' ? '' : topic(subject, kind === 'net-sentiment' ? about : undefined);
    const verb = isOver ? 'étaient' : 'sont';
    const what =
      kind !== 'theme-share'
        ? `${verb} négatives`
        : `${isOver ? 'portaient' : 'portent'} ${theme === undefined ? 'sur aucun thème' : `sur ${quoted(theme)}`}`;
    return `${kicker(subject)}${share} des ${whole}${spoken}${place(subject)} ${what}${
      usual === null ? '' : `, contre ${usual} d’habitude`
    }`;
  },
  copies: (subject, { count, span }) =>
    begin(
      subject,
      `${count} ${count === '1' ? 'message recopié' : 'messages recopiés'}${topic(subject, about)}${place(subject)} en ${span}`,
    ),
  silence: ({ source, channel }, { count, span, usual, isNothing }) =>
    `${isNothing ? 'Rien n’est venu' : `Seulement ${count}`}${
      source === undefined ? place({ channel }) : ` de la source ${source}`
    } en ${span}${usual === null ? '' : `, contre ${usual} ${usual === '1' ? 'message' : 'messages'} d’habitude`}`,
  figure: ({ value, of, span, usual }) =>
    `${value}${of === null ? '' : ` (${of.replace('/', ' sur ')})`} en ${span}${usual === null ? '' : `, d’habitude ${usual}`}`,
  range: (low, high) => (low === high ? low : `${low} à ${high}`),
  chance({ every, isOftener }) {
    if (every === null) return 'Le hasard seul le fait plus d’une fois par jour.';
    return isOftener
      ? `Le hasard seul le ferait à peu près une fois en ${every}.`
      : `Le hasard seul le ferait moins d’une fois en ${every}.`;
  },
  days: (days) => (days >= 700 ? plural(Math.round(days / 365), 'an') : plural(Math.round(days), 'jour')),
  notKnown: `L’habitude n’est pas encore connue${thin}: moins de trois jours ont été entendus.`,
};
