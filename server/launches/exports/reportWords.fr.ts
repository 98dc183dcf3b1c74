import type { ReportWords } from './reportWords.ts';
import { spaceFrench } from './spaceFrench.ts';

const places = ['Premier', 'Deuxième', 'Troisième'];
const timesMedian = (times: string | null) => (times === null ? '' : `, ${times} fois la médiane`);
/** In French nothing is singular too. */
const count = (number: number, one: string, many = `${one}s`) => `${number} ${number < 2 ? one : many}`;

export const reportWordsFr: ReportWords = spaceFrench({
  report: 'Rapport de lancement',
  demo: 'Démo : messages inventés de marques inventées. Rien ici n’est réel.',
  titleOf: {
    volume: 'Combien on en parle, face aux lancements passés',
    net: 'Ce que les gens ressentent',
    themes: 'De quoi ils parlent, et ce que cela change à l’ensemble',
    messages: 'Les messages qui comptent',
    happenings: 'Ce qui s’est passé, et ce qui a suivi',
    speak: 'Quand et où prendre la parole',
    beside: 'Les lancements en chiffres',
    method: 'Méthode et chiffres',
  },
  figure: {
    mentions: 'mentions',
    net: 'sentiment net',
    authors: 'auteurs distincts',
    distinct: 'textes distincts',
    opinions: 'avis',
  },
  interval: (low, high) => `intervalle à 90 % : ${low} à ${high}`,
  about: (authors, error) => `${authors} ± ${error}`,
  notKnown: 'inconnu',
  tooFew: 'trop peu d’avis',

  rank: (place, of, at, times, texts) =>
    `${place === of ? 'Dernier' : (places[place - 1] ?? `Rang ${place}`)} de ${of} lancements à ${at}${timesMedian(times)}${texts}.`,
  percentile: (percentile, launches, at, times, texts) =>
    `Centile ${percentile} de ${launches} lancements à ${at}${timesMedian(times)}${texts}.`,
  textsBeside: (how, times) =>
    ({
      none: '',
      also: ', en textes distincts aussi',
      times: `, ${times} fois en textes distincts`,
      unclear: ', sans écart certain en textes distincts',
    })[how],
  textsRank: (place, of, times) =>
    ` ; ${place === of ? 'dernier' : (places[place - 1]?.toLowerCase() ?? `rang ${place}`)} en textes distincts${times === null ? '' : `, ${times} fois`}`,
  textsPercentile: (percentile, times) =>
    ` ; centile ${percentile} en textes distincts${times === null ? '' : `, ${times} fois`}`,
  counted: (mentions, said, texts, from, to) =>
    `${mentions === 0 ? 'Aucune mention' : mentions === 1 ? 'Une mention' : `${said} mentions (textes distincts : ${texts})`} de ${from} à ${to}.`,
  alone: (launches) =>
    launches === 0
      ? 'Aucun lancement passé n’a été écouté sur toute cette durée : rien n’est comparé.'
      : `${launches === 1 ? 'Un seul lancement passé a été écouté' : `Seuls ${launches} lancements passés ont été écoutés`} sur toute cette durée : trop peu pour comparer en mots.`,
  sure: (way, probability, texts) => {
    const clearly = { more: 'nettement plus', less: 'nettement moins', same: 'sans écart certain' };
    const said =
      way === 'same'
        ? 'Ni nettement plus ni nettement moins que la médiane'
        : `Nettement ${way === 'more' ? 'plus' : 'moins'} que la médiane (probable à ${probability})`;
    if (texts === null) return `${said}.`;
    return texts === way
      ? `${said}, en mentions comme en textes distincts.`
      : `${said} ; en textes distincts, ${clearly[texts]}.`;
  },
  closest: (name) => `Jusqu’ici le plus proche : ${name}.`,
  bySize: 'Comparé selon la taille de la marque : les mentions divisées par ses mentions habituelles.',
  noSize: 'La taille habituelle de la marque n’est pas connue : pas de comparaison selon la taille de la marque.',
  nothing: (why) =>
    ({
      ahead: 'T0 est à venir. Rien n’a encore été compté pour ce lancement.',
      'not-heard': 'Personne n’écoutait autour de ce lancement : il n’y a rien à dire.',
      'not-counted': 'L’historique est en train d’être compté selon sa requête de produit ; les chiffres suivront.',
    })[why],

  net: (value, low, high, opinions, side) =>
    `Le sentiment net est de ${value} (intervalle à 90 % : ${low} à ${high}), sur ${opinions} avis${
      side === 'none'
        ? ' : nettement d’aucun côté'
        : side === 'positive'
          ? ' : nettement plus d’éloges'
          : ' : nettement plus de plaintes'
    }.`,
  netFew: (opinions) => `${count(opinions, 'avis', 'avis')} : trop peu pour un chiffre de sentiment.`,
  volume: (peak, at, step) => `Le plus en ${step} : ${peak} mentions, à partir de ${at}.`,
  themes: (helps, hurts) => {
    const help = helps && `« ${helps.name} » ${helps.seems ? 'semble aider' : 'aide'} le plus`;
    const hurt = hurts && `« ${hurts.name} » ${hurts.seems ? 'semble nuire' : 'nuit'} le plus`;
    if (help && hurt) return `${help}, ${hurt}.`;
    if (help) return `${help} ; aucun thème ne nuit nettement.`;
    if (hurt) return `${hurt} ; aucun thème n’aide nettement.`;
    return 'Aucun thème n’est nettement mieux ou moins bien reçu que le reste.';
  },
  noThemes: 'Aucune mention ne parle d’un thème suivi.',
  messages: (messages) =>
    `${count(messages, 'message')}, choisis selon leur portée et leurs copies sur toute la durée ; personne n’est nommé.`,
  noMessages: 'Aucun message de cette durée n’est significatif.',
  messagesLeftOut: 'Les messages ne sont pas dans ce fichier, sauf s’ils sont demandés (messages=1).',
  happenings: (events, decisions, alerts) =>
    `${count(events, 'événement')}, ${count(decisions, 'décision')}, ${count(alerts, 'alerte')} sur cette durée.`,

  followedSpan: (span, running) =>
    running === null ? (span === 'hour' ? 'l’heure d’après' : 'le jour d’après') : `${running} après, jusqu’ici`,
  followedMentions: (times, low, high, clear) =>
    clear ? `mentions ${times} fois (${low} à ${high})` : `pas d’écart certain des mentions (${low} à ${high} fois)`,
  followedNet: (change, low, high, clear) =>
    clear
      ? `sentiment net ${change} points (${low} à ${high})`
      : `pas d’écart certain du sentiment (${low} à ${high} points)`,
  followedLittle: 'trop peu connu pour le dire',
  followedSentence: (head, said) => `${head} : ${said}.`,
  caution: 'Ce qui a suivi n’en vient pas forcément.',

  gapLate: (name, from) =>
    `${name === null ? 'L’écoute a commencé' : `${name} : l’écoute a commencé`} à ${from}. Ce qui s’est dit avant n’est pas connu.`,
  gapEarly: (name, to) => `${name === null ? 'Rien n’a été écouté' : `${name} : rien n’a été écouté`} après ${to}.`,
  gapNone: (names, rest) =>
    `${names.join(', ')}${rest > 0 ? ` et ${rest} de plus` : ''} : personne n’écoutait alors, ou ce n’est pas encore compté ; ${
      names.length === 1 ? 'laissé' : 'laissés'
    } de côté.`,
  seam: (at) =>
    `Avant ${at}, des textes ont disparu : ces mentions restent telles qu’elles ont été comptées selon des règles antérieures.`,
  unscored: (mentions, said) =>
    mentions === 1
      ? 'Une mention est dans une langue qui n’est pas notée : elle n’est dans aucun chiffre de sentiment.'
      : `${said} mentions sont dans une langue qui n’est pas notée : elles ne sont dans aucun chiffre de sentiment.`,
  error: (low, high) =>
    `Le sentiment est jugé par une machine. Son erreur propre est dans chaque intervalle : de ${low} à ${high} à zéro, quels que soient les nombres.`,
  starts: 'Les pays qui ont leur propre T0 sont alignés sur lui ; les auteurs distincts ne sont alors pas comptés.',
  bursts: 'Les mentions viennent par rafales : les intervalles des parts et des écarts en sont élargis.',

  query: 'Requête',
  ruleSet: (version, corrections) =>
    `règles ${version}${corrections > 0 ? `, ${count(corrections, 'correction')}` : ''}`,
  zone: (zone) => `heures de ${zone}`,
  generated: (at) => `Produit le ${at}`,
  countsAre: (counts) =>
    counts === 'product' ? 'compte les mentions du produit' : 'compte toutes les mentions de la marque',
  open: 'Ouvrir cette vue',
  stretch: (from, to) => `${from} à ${to}`,
  source: (parts) => parts.join(' · '),
  sourceOf: 'Source',
  moreInFile: (more) => `et ${more} de plus dans les fichiers CSV et HTML`,

  column: {
    theme: 'Thème',
    mentions: 'Mentions',
    texts: 'Textes distincts',
    share: 'Part',
    net: 'Net',
    interval: 'Intervalle à 90 %',
    effect: 'Sur l’ensemble',
    when: 'Quand',
    what: 'Quoi',
    followed: 'Ce qui a suivi',
    launch: 'Lancement',
    size: 'Mentions habituelles par jour',
    offset: 'Depuis T0',
    median: 'médiane',
    low: 'bas',
    high: 'haut',
  },
  effect: { helps: 'aide', hurts: 'nuit', neither: 'sans effet net' },
  doubtful: (right) => `souvent faux : ${right} juste`,
  doubtfulTheme: (theme, right) =>
    `« ${theme} » est souvent faux : des messages qui y sont classés, ${right} en parlent. Il est gris, et rien n’en est affirmé.`,
  channel: {
    ...{ social: 'Réseaux', review: 'Avis', forum: 'Forum', news: 'Presse', video: 'Vidéo' },
    ...{ store: 'Magasin', app: 'Appli', support: 'Assistance', survey: 'Enquête' },
  },
  speak: {
    answer: (name, perHour) =>
      `C’est d’habitude ici qu’on parle le plus : ${name}, ${perHour} mentions par heure. C’est une suggestion ; on décide.`,
    noAnswer: 'Aucun moment et aucun canal n’est suggéré.',
    none: 'Rien n’a été écouté pendant ces semaines.',
    days: { weekdays: 'en semaine', weekend: 'week-end' },
    held: (perHour, low, high) => `${perHour} par heure (à 80 % : ${low} à ${high})`,
    why: (times, probability, days) =>
      `${times} fois la médiane du canal sur deux heures, davantage avec ${probability} de certitude ; repose sur ${count(days, 'jour')}`,
    refused: (why, channels, neededDays) =>
      `Rien n’est dit de ${channels} : ${
        {
          'few-days': `moins de ${neededDays} jours entiers ont été écoutés`,
          'few-mentions': 'trop peu de mentions',
          'no-difference': 'les heures ne diffèrent pas plus que par hasard',
        }[why]
      }.`,
    based: (brand, zone, stretch) =>
      `Heures de ${zone}. Sont comptées ${brand === null ? 'les mentions du produit' : `toutes les mentions de ${brand}`}, ${stretch}, sans les quasi-copies.`,
    leftOut:
      'Le jour après T0 et les six heures après chaque événement propre ne sont pas habituels et sont laissés de côté ; une heure ou un jour bruyant isolé ne compte guère.',
    after: (name, hours, mentions, usual, higher, days) =>
      `${name} : ${count(mentions, 'mention')} dans les ${hours} heures qui ont suivi. À la même heure, ${days} jours autour : ${usual} au milieu, et autant ou plus ${higher === 0 ? 'aucun d’entre eux' : count(higher, 'jour')}.`,
    followed: 'Ce qui a suivi les événements propres',
    column: { when: 'Canal et heures', usual: 'Mentions habituelles', rests: 'Sur quoi cela repose' },
  },
  opinion: { positive: 'positif', neutral: 'neutre', negative: 'négatif', unscored: 'non noté' },
  kind: { event: 'Événement', decision: 'Décision', alert: 'Alerte' },
  expected: (what) => `Attendu : ${what}`,
  by: (who) => `par ${who}`,
  copies: (copies) => count(copies, 'copie'),
  axis: {
    mentions: (step) => `Mentions par ${step}`,
    net: 'Sentiment net, −100 à 100',
    share: 'Part des mentions, %',
  },
  step: { '5m': '5 minutes', '15m': 'quart d’heure', '1h': 'heure', '6h': '6 heures', '1d': 'jour' },
  within: { '5m': '5 minutes', '15m': 'un quart d’heure', '1h': 'une heure', '6h': '6 heures', '1d': 'un jour' },
  mostIn: (step) => `Le plus en ${step}`,
  method: 'Ce qui a été compté, selon quelles règles, et ce qui n’est pas sûr.',
  mentionsOf: (mentions, said) => `${said} ${mentions < 2 ? 'mention' : 'mentions'}`,
} satisfies ReportWords);
