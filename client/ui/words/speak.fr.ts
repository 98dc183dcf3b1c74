import type { speakEn } from './speak.en.ts';

export const speakFr: Record<keyof typeof speakEn, string> = {
  'speak.title': 'Quand et où prendre la parole',
  'speak.restsOn': 'Les heures habituelles, et sur quoi cela repose',
  'speak.failed': 'Les heures habituelles n’ont pas pu être lues.',
  'speak.reading': 'Lecture de six semaines d’heures',
  'speak.answer':
    'C’est d’habitude ici qu’on parle le plus : {name}, {perHour} mentions par heure. C’est une suggestion ; on décide.',
  'speak.noAnswer': 'Aucun moment et aucun canal n’est suggéré.',
  'speak.based.product':
    'Heures de {zone}. Sont comptées les mentions du produit du {from} au {to}, sans les quasi-copies.',
  'speak.based.brand':
    'Heures de {zone}. Sont comptées toutes les mentions de {brand} du {from} au {to}, sans les quasi-copies.',
  'speak.leftOut':
    'Le jour après T0 et les six heures après chaque événement propre ne sont pas habituels et sont laissés de côté ; une heure ou un jour bruyant isolé ne compte guère.',
  'speak.held': '{perHour} par heure (à 80 % : {low} à {high})',
  'speak.why':
    '{times} fois la médiane du canal sur deux heures, davantage, probable à plus de 90 % ; repose sur {days, plural, one {# jour} other {# jours}}',
  'speak.days.weekdays': 'en semaine',
  'speak.days.weekend': 'week-end',
  'speak.map': 'Ce que contient un jour habituel, heure par heure. {sentence}',
  'speak.mapOf':
    'Mentions habituelles par heure. Plus la couleur est forte, plus il y en a ; chaque ligne a son échelle. Encadré : suggéré.',
  'speak.most': 'au plus {perHour} par heure',
  'speak.cell': '{name}, {hours} : {held}',
  'speak.unknown': 'non écouté',
  'speak.table': 'En tableau',
  'speak.tableOf':
    'Mentions habituelles par heure, selon l’heure du jour et le canal ; entre parenthèses un intervalle à 80 %.',
  'speak.hour': 'Heure',
  'speak.few-days': 'Rien n’est dit de {channels} : moins de {needed} jours entiers ont été écoutés.',
  'speak.few-mentions': 'Rien n’est dit de {channels} : trop peu de mentions.',
  'speak.no-difference': 'Rien n’est dit de {channels} : les heures ne diffèrent pas plus que par hasard.',
  'speak.none': 'Rien n’a été écouté pendant ces semaines.',
  'speak.followed': 'Ce qui a suivi les événements propres',
  'speak.after':
    '{name} : {mentions, plural, one {# mention} other {# mentions}} dans les {hours} heures qui ont suivi. À la même heure, {days} jours autour : {usual} au milieu, et autant ou plus {higher, plural, =0 {aucun d’entre eux} one {un jour} other {# jours}}.',
  'speak.notBecause': 'Cela ne venait pas forcément de l’événement.',
};
