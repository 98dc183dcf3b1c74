import type { rulesEn } from './rules.en.ts';

export const rulesFr: Record<keyof typeof rulesEn, string> = {
  'rules.whatChanges':
    'Enregistrer recompte tout l’historique gardé, en arrière-plan\u00a0; Versions permet d’y revenir.',
  'rules.lookFirst': 'Que deviendrait l’historique\u00a0? Regarder n’enregistre rien.',
  'rules.look': 'Voir ce qui changerait',
  'rules.looking': 'Lecture des messages gardés\u00a0: {done} sur {total}.',
  'rules.lookingSoon': 'Début de la lecture des messages gardés …',
  'rules.lookingProgress': 'Messages gardés lus',
  'rules.stop': 'Arrêter',
  'rules.counting':
    'L’historique est recompté sous la version {ruleSet} : {done} messages sur {total}. D’ici là les chiffres restent ce qu’ils étaient.',
  'rules.countingProgress': 'Historique recompté',
  'rules.behind': 'Les chiffres passés valent sous la version {counted} ; la version {newest} ne les a pas recomptés.',
  'rules.countNow': 'Recompter',
  'rules.notDone': 'Non fait : {reason}',

  'preview.mentions': 'Mentions',
  'preview.in': '{count, number} {count, plural, one {entrerait ou monterait} other {entreraient ou monteraient}}',
  'preview.out': '{count, number} {count, plural, one {sortirait ou descendrait} other {sortiraient ou descendraient}}',
  'preview.along': '{count, number} {count, plural, one {serait classé} other {seraient classés}} autrement',

  'settings.significance': 'Significatif',
  'significance.what':
    'Chaque mention a un score de 0 à 1 : combien elle mérite d’être lue. À partir du seuil elle est significative\u00a0; les autres restent comptées, et chacune dit pourquoi.',
  'significance.threshold': 'Seuil',
  'significance.keeps': 'En garderait {perDay} par jour',
  'significance.kept': 'En garde {perDay} par jour',
  'significance.now': 'Maintenant {perDay} par jour, au seuil {threshold}',
  'significance.week':
    'sur les sept derniers jours ; spam et copies restent à part, quel que soit le seuil ({mentions} mentions avec eux)',
  'significance.span':
    'du {from} au {to} ; spam et copies restent à part, quel que soit le seuil ({mentions} mentions avec eux)',
  'significance.nothing': 'Aucune mention encore\u00a0: ce que garde un seuil se verra avec les premières.',
  'significance.all': 'toutes\u00a0: {perDay} par jour',
  'significance.target': 'Ou demander un nombre par jour',
  'significance.targetSays':
    'Demandé\u00a0: {target} par jour → seuil {threshold}, qui en garde {perDay}. C’est le seuil qui est enregistré\u00a0: il reste jusqu’à ce que vous le changiez, pour que l’historique ne bouge pas de lui-même.',
  'significance.targetWas': 'Demandé\u00a0: {target} par jour → seuil {threshold}. Il en garde maintenant {perDay}.',
  'significance.again': 'Le retrouver',
  'significance.targetNone': 'Il n’y en a pas tant par jour\u00a0: tout est gardé.',
  'significance.curve': 'Mentions gardées par jour, selon le seuil',

  'settings.versions': 'Versions',
  'versions.what':
    'Chaque changement enregistré fait une version. En reprendre une l’enregistre comme nouvelle ; si les règles diffèrent, l’historique est recompté.',
  'versions.none': 'Rien n’a encore changé.',
  'versions.version': 'Version {version}',
  'versions.now': 'en vigueur',
  'versions.bring': 'Reprendre',
  'versions.undo': 'Annuler ce changement',
  'versions.counts': 'change ce qui est compté',
  'versions.counted': 'les chiffres valent sous elle',
  'versions.older': 'Voir les précédentes',
  'versions.added': '{list} {name} : ajout',
  'versions.removed': '{list} {name} : retrait',
  'versions.changed': '{list} {name} : {members}',
  'versions.becomes': '{member} {before} → {after}',
  'versions.nothing': 'rien',
  'versions.same': 'enregistré sans changement',
  'versions.order': 'ordre : {list}',
  'versions.list.brands': 'Marque',
  'versions.list.themes': 'Thème',
  'versions.list.launches': 'Lancement',
  'versions.list.brandSets': 'Ensemble de marques',
  'versions.member.query': 'requête',
  'versions.member.name': 'nom',
  'versions.member.examples': 'exemples',
  'versions.member.color': 'couleur',
  'versions.member.masks': 'mots masqués',
  'versions.member.events': 'événements',
  'versions.member.decisions': 'décisions',
  'versions.member.at': 'T0',
  'versions.member.threshold': 'seuil du significatif',
  'versions.member.targetPerDay': 'demandé par jour',
  'versions.member.languages': 'langues',
  'versions.member.timeZone': 'fuseau horaire',
  'versions.member.overrides': 'mots au sens particulier',
  'versions.member.corrections': 'corrections de tous les messages d’une sorte',
  'versions.member.learned': 'ce qui fut appris des corrections',

  'seam.mark.all': 'tout recompté depuis le {when}',
  'seam.mark.mentions': 'mentions recomptées depuis le {when}',
  'seam.collected':
    'Les messages écartés avant {collected} ne sont plus tous gardés\u00a0: ce que les règles nomment depuis peu commence là. Toutes les mentions sont comptées sous les dernières règles.',
  'seam.both':
    'Les messages écartés avant {collected} ne sont plus tous gardés\u00a0: ce que les règles nomment depuis peu commence là. Avant {mentions} les mentions non plus\u00a0: elles restent telles que comptées, sous la version {ruleSet} ou plus tôt.',
  'seam.same':
    'Ce qui s’est dit avant {mentions} n’est plus tout gardé\u00a0: cela reste tel que compté, sous la version {ruleSet} ou plus tôt.',
};
