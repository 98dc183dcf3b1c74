import type { outlookEn } from './outlook.en.ts';

export const outlookFr: Record<keyof typeof outlookEn, string> = {
  'outlook.title': 'Prévision',
  'outlook.came': 'Ce qu’il en est advenu',
  'outlook.cameOf': '{name} : {value}.',
  'outlook.cameBeside':
    'Pour {count, plural, one {l’autre lancement} other {# autres lancements}} : de {least} à {most}.',
  'outlook.failed': 'La prévision n’a pas pu être lue.',
  'outlook.anOutcome': 'Résultat',
  'outlook.answer': '{name} : {median} attendu, et à 80\u00a0% entre {low} et {high}.',
  'outlook.half': 'Une chance sur deux entre {low} et {high}.',
  'outlook.few':
    'Pas encore de chiffre : {past, plural, =0 {aucun lancement passé n’a de résultat} one {# lancement passé a un résultat} other {# lancements passés ont un résultat}}, il en faut {needed}.',
  'outlook.noBetter':
    'Pas de chiffre : ce que l’on sait de {past, plural, one {# lancement passé} other {# lancements passés}} n’annonce pas leurs résultats mieux que leur simple moyenne.',
  'outlook.record':
    'Son bilan : sur {launches} lancements passés, chacun prédit par les seuls autres, {in80} étaient dans l’intervalle à 80 % et {in50} dans celui à 50 %. Écart moyen {error} ; leur simple moyenne : {mean}.',
  'outlook.moved': 'Ce qui l’a déplacée, par rapport à un lancement passé moyen',
  'outlook.move': '{column} : {effect}',
  'outlook.moveWeak': '{column} : {effect}, ne compte guère',
  'outlook.points': 'points',
  'outlook.past': 'Sous la ligne : le résultat de chaque lancement passé.',
  'outlook.beyond': 'Hors de tout lancement passé pour : {columns}. Là, elle ne fait que prolonger une droite.',
  'outlook.caution':
    'Ce qui déplace la prévision ne déplace pas forcément le résultat : l’argent fait parler et vendre à la fois.',
  'outlook.fan':
    '{median} ; une chance sur deux entre {low50} et {high50}, 80 % entre {low80} et {high80} ; lancements passés de {least} à {most}',
  'outlook.note': 'Le résultat des lancements passés se note dans Réglages, Lancements.',
  'missing.sentence': 'Pas encore noté : {missing}.',
  'missing.events': 'les événements',
  'missing.decisions': 'les décisions',
  'missing.lessons': 'les leçons',
  'missing.outcome': 'le résultat',
  'missing.outlook': 'Prévision : {because}',
  'outlook.column.buzz-before': 'bruit avant T0',
  'outlook.column.buzz-since': 'bruit depuis T0',
  'outlook.column.rising': 'montée du bruit avant T0',
  'outlook.column.spikes': 'pics',
  'outlook.column.authors': 'auteurs distincts par mention',
  'outlook.column.expected': 'sentiment net avant T0',
  'outlook.column.owners': 'sentiment net des premiers acheteurs',
  'outlook.column.disagreement': 'désaccord',
  'outlook.form.title': 'Résultat',
  'outlook.form.note':
    'Un nombre par lancement passé (part de marché, ventes, téléchargements), dans la même unité pour tous ; et des nombres qu’aucun message ne dit, sous les mêmes noms pour tous : budget média, prix. La prévision des lancements suivants en tire parti.',
  'outlook.form.name': 'Ce qui est mesuré, pour tous les lancements',
  'outlook.form.nameHint': 'part de marché',
  'outlook.form.unit': 'Son unité (« % » : un pourcentage)',
  'outlook.form.outcome': '{name}{unit} de ce lancement (vide : pas encore connu)',
  'outlook.form.numbers': 'ce qu’il en est advenu, en nombres',
  'outlook.form.add': 'Ajouter un nombre',
  'outlook.form.column': 'Nombre {number}',
  'outlook.form.value': 'Valeur',
  'outlook.form.drop': 'Retirer le nombre {number}',
};
