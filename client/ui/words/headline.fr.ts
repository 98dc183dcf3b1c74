import type { headlineEn } from './headline.en.ts';

export const headlineFr: Record<keyof typeof headlineEn, string> = {
  'headline.silence':
    'Personne n’a cité {brand} {span, select, hour {depuis une heure} day {depuis 24 heures} other {depuis T0}}',
  'headline.stop': '.',
  'headline.count':
    '{brand} réunit {mentions} mentions {span, select, hour {en une heure} day {en 24 heures} other {depuis T0}}',
  'headline.atLeast':
    '{brand} réunit au moins {mentions} mentions {span, select, hour {en une heure} day {en 24 heures} other {depuis T0}}',
  'headline.countSince':
    '{brand} réunit {mentions} mentions depuis {dated, select, yes {le } other {}}{since}, le début de l’écoute',
  'headline.noBefore': ', sans rien avant à quoi les comparer.',
  'headline.fresh':
    '{brand} réunit {mentions} mentions {span, select, hour {en une heure} day {en 24 heures} other {depuis T0}}',
  'headline.afterNone':
    ', contre aucune {span, select, hour {l’heure d’avant} day {les 24 heures d’avant} other {pendant les {length} d’avant}}.',
  'headline.times':
    '{span, select, hour {Depuis une heure, le buzz atteint {times} fois celui de l’heure d’avant} day {En 24 heures, {brand} fait {times} fois le buzz des 24 heures d’avant} other {Depuis T0, {brand} fait {times} fois le buzz des {length} d’avant}}',
  'headline.more':
    '{span, select, hour {Depuis une heure, le buzz dépasse de {percent} l’heure d’avant} day {En 24 heures, {brand} fait {percent} de buzz de plus que les 24 heures d’avant} other {Depuis T0, {brand} fait {percent} de buzz de plus que pendant les {length} d’avant}}',
  'headline.fewer':
    '{span, select, hour {Depuis une heure, le buzz est inférieur de {percent} à l’heure d’avant} day {En 24 heures, {brand} fait {percent} de buzz de moins que les 24 heures d’avant} other {Depuis T0, {brand} fait {percent} de buzz de moins que pendant les {length} d’avant}}',
  'headline.counts': ', {mentions} mentions après {before}.',
  'headline.steady':
    '{span, select, hour {Depuis une heure, le buzz ne change pas nettement} day {En 24 heures, {brand} fait à peu près le buzz des 24 heures d’avant} other {Depuis T0, {brand} fait à peu près le buzz des {length} d’avant}}',
  'headline.steadyCounts': ', {mentions} mentions après {before}.',

  'headline.opinion':
    '{span, select, soFar {Jusqu’ici} hour {Sur cette heure} day {Sur ces 24 heures} other {Depuis T0}}, l’opinion {mood, select, positive {est positive} negative {est négative} other {n’est ni nettement bonne ni mauvaise}}',
  'headline.movedOnly':
    'L’opinion {direction, select, up {monte} other {baisse}} nettement {span, select, hour {sur l’heure d’avant} day {par rapport aux 24 heures d’avant} other {par rapport à la même durée avant T0}}',
  'headline.levelUnsure': ', mais ni bonne ni mauvaise à coup sûr ({interval}).',
  'headline.afterNet': ', {net} après {before} ({error, select, machine {même erreur de machine, } other {}}{spread}).',
  'headline.interval': '({interval})',
  'headline.intervalEnd': '({interval}).',
  'headline.noClearChange': 'sans écart certain.',
  'headline.moved':
    'et {direction, select, up {monte} other {baisse}} nettement {span, select, hour {sur l’heure d’avant} day {par rapport aux 24 heures d’avant} other {par rapport à la même durée avant T0}}{hasBefore, select, yes { ({before} alors)} other {}}.',
  'headline.few':
    'Peu d’opinions {span, select, soFar {jusqu’ici} hour {sur cette heure} day {sur ces 24 heures} other {depuis T0}}',
  'headline.fewWhy': ', {opinions} seulement : sentiment net {interval}.',
  'headline.tooFew':
    'Trop peu d’opinions {span, select, soFar {jusqu’ici} hour {sur cette heure} day {sur ces 24 heures} other {depuis T0}} pour juger',
  'headline.tooFewWhy': ' : {opinions}, il en faut {needed}.',
  'headline.feeling':
    '{whose, select, brand {{brand} : le sentiment} other {Le sentiment}} {change, select, up {monte{whose, select, brand {} other { {span, select, day {par rapport aux 24 heures d’avant} other {depuis T0}}}}{mood, select, positive { et est positif} negative { mais reste négatif} other {}}} down {baisse{whose, select, brand {} other { {span, select, day {par rapport aux 24 heures d’avant} other {depuis T0}}}}{mood, select, positive { mais reste positif} negative { et est négatif} other {}}} same {{mood, select, positive {est positif} negative {est négatif} other {n’est ni nettement bon ni mauvais}}, sans écart certain} other {{mood, select, positive {est positif} negative {est négatif} other {n’est ni nettement bon ni mauvais}}}}',
  'headline.byTheme':
    ' ; le thème {theme} {because, select, hurts {coûte} other {apporte}} le plus{points, plural, =0 {} one {, # point} other {, # points}}.',
  'headline.besideUnsure':
    ' ; {theme} {because, select, hurts {coûte} other {apporte}} {points, plural, =0 {moins d’un point} one {# point} other {# points}}, {unsure} incertain.',
  'headline.seemsTheme':
    ' ; le thème {theme} semble {because, select, hurts {coûter} other {apporter}} le plus, mais son propre chiffre n’est pas net.',

  'headline.bothPoles':
    'Depuis une heure, le thème {helps} {helping, select, seems {semble aider} shares {compte parmi ce qui aide} other {aide}} le plus. {hurts} {hurting, select, seems {semble peser} shares {compte parmi ce qui pèse} other {pèse}} le plus.',
  'headline.onlyHelps':
    'Depuis une heure, {helps} {helping, select, seems {semble aider} shares {compte parmi ce qui aide} other {aide}} le plus. Aucun thème ne pèse nettement.',
  'headline.onlyHurts':
    'Depuis une heure, {hurts} {hurting, select, seems {semble peser} shares {compte parmi ce qui pèse} other {pèse}} le plus. Aucun thème n’aide nettement.',
  'headline.noPoles': 'Aucun thème n’aide ni ne pèse nettement depuis une heure.',
  'headline.themesSteady': 'Aucun thème n’est cité nettement plus ou moins que l’heure d’avant.',
  'headline.mover': 'On cite {direction, select, up {davantage} other {moins}} le thème {theme}',
  'headline.moverShares': ' : {share} des mentions après {before}.',

  'certainty.title': 'Certitude :',
  'certainty.buzz':
    'buzz {state, select, up {nettement plus élevé} down {nettement plus bas} same {sans écart certain} other {sans comparaison}}.',
  'certainty.opinion':
    'Sentiment {mood, select, positive {nettement positif} negative {nettement négatif} other {incertain}} ({interval}, hasard ±{chance}){state, select, up {, hausse nette} down {, baisse nette} same {, sans écart certain} other {}}.',
  'certainty.opinionFew': 'Sentiment, {opinions} opinions : gris en dessous de {needed}.',
  'certainty.opinionNone': 'Sentiment, pas de chiffre : {opinions} sur {needed} opinions.',
  'certainty.theme':
    '{theme} : {state, select, few {{opinions} avis seulement} zero {incertain} other {{side, select, up {aide nettement} other {freine nettement}}}} ({points} points){filing, select, unchecked {, classement non vérifié} other {}}.',
  'certainty.unsure': '{theme} ≈\u00a0{points}, {right} bien classés.',
  'certainty.rule': 'Intervalles à 90 % ; « nettement » : probable à plus de 90 %.',

  'past.times':
    'Buzz{counts, select, product { du produit} other {}} à {side, select, before {T−} other {T+}}{length} : {times} fois la médiane de {which, select, last {vos {count} derniers lancements} other {{count} lancements passés}}',
  'past.more':
    'Buzz{counts, select, product { du produit} other {}} à {side, select, before {T−} other {T+}}{length} : {percent} de plus que la médiane de {which, select, last {vos {count} derniers lancements} other {{count} lancements passés}}',
  'past.fewer':
    'Buzz{counts, select, product { du produit} other {}} à {side, select, before {T−} other {T+}}{length} : {percent} de moins que la médiane de {which, select, last {vos {count} derniers lancements} other {{count} lancements passés}}',
  'texts.beside':
    '{how, select, also {, en textes distincts aussi} times {, {times} fois en textes distincts} other {, sans écart certain en textes distincts}}',
  'past.lack':
    'Sans comparaison aux lancements passés : {why, select, replay {une relecture ne montre que son propre temps} unread {ils n’ont pas pu être lus} uncounted {l’historique se compte encore sous la requête du produit} untold {la démo se remplit encore} nothing {rien n’est encore compté de celui-ci} other {{launches, plural, =0 {aucun n’a été entendu} one {un seul a été entendu} other {# seulement ont été entendus}} jusqu’à cette heure, il en faut {needed}}}.',
  'past.same':
    'Buzz{counts, select, product { du produit} other {}} à {side, select, before {T−} other {T+}}{length} : pas nettement à l’écart de la médiane de {which, select, last {vos {count} derniers lancements} other {{count} lancements passés}}',
};
