import type { signalsEn } from './signals.en.ts';

export const signalsFr: Record<keyof typeof signalsEn, string> = {
  'signals.title': 'Séries extérieures',
  'signals.what':
    'Des nombres que d’autres comptent (dépenses média, commandes, recherches), tracés sous la courbe d’un lancement.',
  'signals.how':
    'CSV avec les colonnes timestamp,value ou name,at,value,brand ; heures en ISO 8601 avec décalage. Le même nom, la même marque et la même heure remplacent la valeur.',
  'signals.none': 'Aucune série extérieure.',
  'signals.name': 'Nom',
  'signals.nameHint': 'comme dans le fichier',
  'signals.values': 'Valeurs',
  'signals.from': 'Première',
  'signals.last': 'Dernière',
  'signals.noBrand': 'aucune marque',
  'signals.remove': 'Retirer',
  'signals.removeOne': 'Retirer la série {name}',
  'signals.choose': 'Choisir ou déposer un CSV',
  'signals.taken':
    '{accepted, plural, one {# nouvelle valeur} other {# nouvelles valeurs}}, {replaced, plural, one {# remplacée} other {# remplacées}}, {rejected, plural, one {# refusée} other {# refusées}}.',
  'signals.firstRejected': 'Ligne {row} : {why}.',
  'signals.demo': 'Dans la démo, les séries extérieures sont inventées ; les vôtres vont à vos propres données.',
  'signals.beside': 'Ses valeurs sont hors de l’axe du dessus : elle est ici sur le sien.',
  'signals.choice': 'Série',
  'signals.of': 'à côté de',
  'signals.mentions': 'mentions',
  'signals.net': 'sentiment net',
  'signals.step': '{step, select, hour {heure par heure} other {jour par jour}}',
  'signals.lead':
    '{name} bouge {steps} avant : {buzz} (intervalle à 90 % : {low} à {high}), {way, select, with {dans le même sens} other {en sens inverse}}.',
  'signals.lag':
    '{name} bouge {steps} après : {buzz} (intervalle à 90 % : {low} à {high}), {way, select, with {dans le même sens} other {en sens inverse}}.',
  'signals.same':
    '{name} bouge en même temps : {buzz} (intervalle à 90 % : {low} à {high}), {way, select, with {dans le même sens} other {en sens inverse}}.',
  'signals.thin': 'Rien à dire d’une avance ou d’un retard : {steps} pas communs sur {needed} nécessaires.',
  'signals.flat': 'Rien à dire d’une avance ou d’un retard : l’une des deux ne bouge pas.',
  'signals.chance': 'Ni avance ni retard que le hasard ne montrerait aussi.',
  'signals.caution': 'Ensemble dans le temps, ce n’est pas une preuve de cause.',
  'signals.strip': '{name} de {from} à {to} : minimum {low}, maximum {high}.',
  'signals.failed': 'La série n’a pas pu être lue.',
  'signals.outside': 'Aucune valeur de cette série autour de ce lancement.',
  'signals.hours': '{count, plural, one {# heure} other {# heures}}',
  'signals.days': '{count, plural, one {# jour} other {# jours}}',

  'followed.title': 'Les décisions, et ce qui a suivi',
  'followed.caution':
    'Cercle : avant, point : après, avec l’intervalle à 90 % du sentiment net. Ce qui a suivi n’en vient pas forcément.',
  'followed.notProof': 'Ce qui a suivi n’en vient pas forcément.',
  'followed.more': '{count, plural, one {En savoir plus} other {En savoir plus sur les #}}',
  'followed.lead':
    '{clear, plural, =0 {{count, plural, one {Pas d’écart certain du sentiment le jour suivant la décision.} other {Pas d’écart certain du sentiment le jour suivant l’une des # décisions.}}} other {Le sentiment net a nettement {way, select, up {monté} down {baissé} other {bougé}} le jour suivant {letters}{count, plural, =1 {} other { ({clear} sur {count} décisions)}} ; cela n’en vient pas forcément.}}',
  'followed.by': 'par {who}',
  'followed.expected': 'Attendu : {expected}',
  'followed.span': '{span, select, hour {l’heure d’après} other {le jour d’après}}',
  'followed.running':
    '{span, select, hour {les {elapsed} premières de l’heure d’après} other {les {elapsed} premières du jour d’après}}',
  'followed.sentence': '{head} : {said}.',
  'followed.mentions': 'mentions {times} fois ({low} à {high})',
  'followed.mentionsSame': 'pas d’écart certain des mentions ({low} à {high} fois)',
  'followed.mentionsWide': 'les mentions bougent trop d’elles-mêmes pour en juger',
  'followed.net': 'sentiment net {change} points ({low} à {high})',
  'followed.netSame': 'pas d’écart certain du sentiment ({low} à {high} points)',
  'followed.little': 'trop peu connu pour le dire',
  'followed.known':
    'Connu au moment de la noter : {count, plural, one {# mention} other {# mentions}} dans l’heure d’avant, {net, select, none {trop peu d’opinions} other {sentiment net {net}}}.',
  'followed.unheard': 'Connu au moment de la noter : rien n’a été entendu dans l’heure d’avant, d’aucune source.',
  'followed.late':
    '{count, plural, one {Un message de la veille est arrivé} other {# messages de la veille sont arrivés}} après.',
  'followed.net90': 'Sentiment net d’un jour avant et après : {before} et {after}',
};
