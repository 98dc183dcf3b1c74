import type { scoreboardEn } from './scoreboard.en.ts';

export const scoreboardFr: Record<keyof typeof scoreboardEn, string> = {
  'score.title': 'La machine voit-elle juste ?',
  'score.both': 'La machine lit correctement {opinion} des opinions et repère {found} de ce qui compte.',
  'score.only.opinion': 'La machine lit correctement {share} des opinions.',
  'score.only.found': 'La machine repère {share} de ce qui compte.',
  'score.held.opinion': 'opinions {low}–{high} %, selon {labels, plural, one {# étiquette} other {# étiquettes}}',
  'score.held.found': 'ce qui compte {low}–{high} %, selon {labels, plural, one {# étiquette} other {# étiquettes}}',
  'score.sure': 'Avec quelle certitude, à 90 % : {held}.',
  'score.narrowed':
    'Les étiquettes rendent le sentiment net plus sûr sur tous les écrans : un zéro a pour intervalle {now} ({before} sans étiquettes), celui d’un thème {themeNow} ({themeBefore}).',
  'score.unknown': 'Personne ne sait encore si la machine voit juste.',
  'score.unknownWhy':
    '{count, plural, =0 {Aucune étiquette encore} one {Une étiquette pour l’instant} other {# étiquettes pour l’instant}} ; il en faut {needed}.',
  'score.today': 'Les vingt du jour',
  'score.drawn': 'tirés au hasard parmi {posts} messages reçus dans la dernière journée, quelle que soit leur date',
  'score.drawnEarlier':
    'tirés au hasard parmi {posts} messages de la journée jusqu’au {moment} : rien n’est arrivé depuis',
  'score.place': '{place} sur {all}',
  'score.blind': 'L’avis de la machine n’est pas montré ici, pour ne pas vous influencer.',
  'score.relevance': 'Faut-il le lire ?',
  'score.relevance.not-about-us': 'Pas sur nous',
  'score.relevance.in-passing': 'Nous cite en passant',
  'score.relevance.matters': 'Important',
  'score.sentiment': 'Que dit-il ?',
  'score.theme': 'Parle-t-il de « {theme} » ?',
  'score.yes': 'Oui',
  'score.no': 'Non',
  'score.back': 'Revenir',
  'score.skip': 'Passer',
  'score.failed': 'Non enregistré : {reason}',
  'score.done': 'Les {count} sont étiquetés',
  'score.doneWhy':
    'Demain il y en aura vingt autres. Chaque étiquette rend plus sûrs les chiffres ci-dessous, et le sentiment net sur tous les écrans.',
  'score.again': 'Les revoir',
  'score.none': 'Rien à étiqueter pour l’instant',
  'score.noneWhy': 'Les messages sont tirés de la dernière journée où il en est arrivé, et aucun n’est encore arrivé.',
  'score.differ': 'Là où la machine et vous différez',
  'score.differWhy':
    'Vos étiquettes mesurent : elles ne changent aucun chiffre, et disent à quel point il est sûr. Une correction le change : le message compte comme vous le dites.',
  'score.you': 'Vous',
  'score.machine': 'Machine',
  'score.about': 'parle de « {theme} »',
  'score.notAbout': 'ne parle pas de « {theme} »',
  'score.correct': 'Corriger',
  'score.corrected': 'Corrigé',
  'score.why': 'Pourquoi ?',
  'score.viewer': 'Les étiquettes viennent de ceux qui peuvent modifier ; voici ce qu’elles disent.',
  'score.results': 'Ce que disent les étiquettes',
  'score.resultsOf':
    '{labels, plural, =0 {aucune étiquette} one {# étiquette} other {# étiquettes}} des {days} derniers jours ; barres : intervalles à 90 %',
  'score.weights':
    'La machine trie les messages en trois sortes : significatifs (gardés à lire), autres mentions, et ce qui n’en est pas une. Chaque jour, vingt au plus sont tirés au hasard, quelques-uns de chaque sorte ; les étiquettes d’une sorte valent pour tous ses messages de ce jour.',
  'score.weightsToday':
    'Aujourd’hui, une étiquette vaut pour {significant} messages significatifs, {important} autres mentions ou {aside} messages qui n’en sont pas.',
  'score.intervals':
    'Un intervalle contient la vraie part neuf fois sur dix. Il est large là où les étiquettes sont rares, ou donnent tantôt raison, tantôt tort à la machine, surtout dans une sorte qui compte beaucoup de messages.',
  'score.sentimentRight': 'Opinion bien lue',
  'score.sentimentRightWhy': 'des mentions, la machine dit ce que disent les gens',
  'score.recall': 'Part repérée de ce qui compte',
  'score.recallWhy':
    'de tous les messages que l’on juge à lire, la part que la machine juge significative (estimation)',
  'score.precision': 'À lire parmi ce qui est montré',
  'score.precisionWhy': 'de ce que la machine juge significatif, la part que l’on juge à lire',
  'score.mentionRecall': 'Trouvé par les requêtes',
  'score.mentionRecallWhy': 'des messages sur les marques, la part que le premier tri laisse passer (estimation)',
  'score.few': 'trop peu',
  'score.labels': '{count, plural, one {# étiquette} other {# étiquettes}}',
  'score.byBrand': 'Sentiment juste, par marque',
  'score.byTheme': 'Sentiment juste, par thème',
  'score.byLanguage': 'Sentiment juste, par langue',
  'score.themes': 'Bien classé, par thème',
  'score.themesWhy':
    'Des messages classés là, la part qui en parle. Un thème dont tout l’intervalle est sous 80 % s’affiche en gris.',
  'score.right': '{share} bien classés',
  'score.nothing': 'aucune étiquette',
};
