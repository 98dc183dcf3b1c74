import type { decisionsEn } from './decisions.en.ts';

export const decisionsFr: Record<keyof typeof decisionsEn, string> = {
  'decide.title': 'À décider',
  'decide.counts':
    '{open, plural, one {# ouvert} other {# ouverts}}{closed, plural, =0 {} one {, # noté} other {, # notés}}',
  'decide.none': 'Rien à décider sur {length}.',
  'decide.early': 'Rien pour l’instant : l’habituel n’est pas encore connu.',
  'decide.looking': 'Examen des dernières heures.',
  'decide.failed': 'Les points ouverts n’ont pas pu être lus.',
  'decide.now': 'maintenant',
  'decide.today': 'aujourd’hui',
  'decide.safety': 'Examiner « {theme} » ?',
  'decide.sold-out': 'Annoncer le retour en stock ?',
  'decide.theme-hurts': 'Répondre sur « {theme} » ?',
  'decide.question': '« {question} »',
  'decide.why.safety':
    '{count, plural, one {mention} other {mentions}} en {length}{texts, plural, =0 {} one {, # texte distinct} other {, # textes distincts}}{times, select, unjudged {} none {, presque jamais dit avant} other {, {times} fois la part habituelle}}.',
  'decide.why.sold-out':
    '{count, plural, one {texte parle} other {textes parlent}} de rupture en {length}{times, select, unjudged {} none {, presque jamais dit avant} other {, {times} fois la part habituelle}}.',
  'decide.why.theme-hurts':
    '{count, plural, one {mention} other {mentions}} en {length}{texts, plural, =0 {} one {, # texte distinct} other {, # textes distincts}}{times, select, unjudged {} none {, presque jamais dit avant} other {, {times} fois la part habituelle}}.',
  'decide.why.net': 'Net {net} {spread}.',
  'decide.why.unsure': '{share} bien classés.',
  'decide.why.question': '{count, plural, one {texte le demande} other {textes le demandent}} en {length}.',
  'decide.note': 'Noter la décision',
  'decide.noteAny': 'Noter une décision',
  'decide.noteAbout': 'Noter la décision : {about}',
  'decide.all': 'Voir les {count}',
  'decide.fewer': 'Voir moins',
  'decide.demo': 'Pas dans la démo : avec vos propres données.',
  'decide.viewer': 'Votre clé permet seulement de regarder.',
  'decide.noLaunch': 'Une décision se note avec un lancement de cette marque.',
  'decide.form.title': 'Noter une décision',
  'decide.form.name': 'Ce qui est décidé',
  'decide.form.who': 'Par qui (facultatif)',
  'decide.form.expected': 'Ce que vous en attendez (facultatif)',
  'decide.form.kept':
    'Gardés avec elle : le moment et les chiffres connus à cet instant. Le lancement montrera ce qui a suivi.',
  'decide.form.cancel': 'Annuler',
  'decide.mark': 'Décision {letter}, {time} : {name}',
  'ahead.until': 'attendu d’ici {until} :',
  'ahead.ends': '{low} à {high}',
  'ahead.line': '{ends}, ligne : {expected}',
  'ahead.often': '(8 fois sur 10)',
  'decide.onCurve': ', ◆ une décision notée',
  'ahead.held': 'vérifié {held} du temps',
  'ahead.record':
    'À venir : l’attendu. Sur {hours, plural, one {# heure prévue} other {# heures prévues}} jusqu’ici, {held} dans une telle bande, prévue pour 80 % ; écart moyen {error} par heure',
  'ahead.better': ' (même heure, semaine d’avant : {week}).',
  'ahead.worse': '. La même heure de la semaine d’avant faisait mieux : écart {week}.',
  'ahead.stop': '.',
  'ahead.early': 'Les heures à venir se dessinent après trois jours d’écoute ({heard} heures entières sur {needed}).',
};
