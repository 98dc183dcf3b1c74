import type { launchesEn } from './launches.en.ts';

/** Le tableau des lancements : lequel s'est passé comment. */
export const launchesFr: Record<keyof typeof launchesEn, string> = {
  'list.count': '{count, plural, one {Un lancement} other {# lancements}}',
  'list.headline.more': '{name} atteint {times} fois la médiane des {launches} lancements précédents, à {at}.',
  'list.headline.less': '{name} n’atteint que {times} fois la médiane des {launches} lancements précédents, à {at}.',
  'list.headline.same':
    '{name} n’est pas nettement au-dessus ni au-dessous de la médiane des {launches} lancements précédents, à {at}.',
  'list.caption': 'Les lancements en chiffres, le plus récent d’abord',
  'list.loading': 'Lecture des lancements…',
  'list.curveName': 'mentions par heure, de T−4 h à T+24 h',
  'list.launch': 'Lancement',
  'list.curveHead': 'mentions par heure, 0 à {top}, T−4 h à T+24 h',
  'list.early': 'jusqu’à T+6 h',
  'list.day': 'jusqu’à T+24 h',
  'list.peak': 'maximum en une heure',
  'list.net': 'sentiment net',
  'list.outcome': 'résultat',
  'list.verdict': 'par rapport aux précédents',
  'list.soFar': 'pour l’instant, {at}',
  'list.heardTo': 'écouté jusqu’à {at}',
  'list.more': '{times} fois la médiane de {launches}',
  'list.less': 'seulement {times} fois la médiane de {launches}',
  'list.same': 'pas d’écart net avec la médiane de {launches}',
  'list.few': 'trop peu de précédents pour comparer',
  'list.ahead': 'T0 dans {in}',
  'list.notHeard': 'personne n’écoutait à ce moment',
  'list.notCounted': 'l’historique est en cours de comptage selon sa requête',
  'list.tooFew': 'trop peu',
  'list.curve': '{name} : au plus {peak} mentions en une heure, à {at}',
  'list.curveFlat': '{name} : mentions par heure autour de T0',
  'list.failed': 'Les chiffres des lancements sont indisponibles.',
  'list.foot':
    'Toutes les courbes à la même échelle ; le trait vertical est T0. Mentions et sentiment net de T0 à T+24 h, ou jusqu’où en est le lancement ; sentiment net avec son intervalle à 90 %, en gris quand il contient zéro : l’essentiel est l’erreur possible de la machine, la même pour tous les lancements. « Nettement » : probable à plus de 90 %.',
};
