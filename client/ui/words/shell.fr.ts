import type { shellEn } from './shell.en.ts';

export const shellFr: Record<keyof typeof shellEn, string> = {
  'shell.brief': 'Brief',
  'shell.explore': 'Explorer',
  'shell.launches': 'Lancements',
  'shell.scoreboard': 'Justesse',
  'shell.settings': 'Réglages',
  'shell.places': 'Principal',
  'shell.skip': 'Aller aux chiffres',
  'shell.demo': 'Démo',
  'shell.demoWhy':
    'Toutes les marques et tous les messages sont inventés. Les Réglages permettent de commencer avec les vôtres.',
  'shell.search': 'Chercher',
  'shell.language': 'Langue',
  'shell.theme.dark': 'Sombre',
  'shell.theme.light': 'Clair',
  'shell.theme.switch': 'Passer aux couleurs {theme, select, dark {sombres} other {claires}}',
  'shell.wall': 'Mur d’écrans',
  'shell.newVersion': 'Une nouvelle version est prête.',
  'shell.reload': 'La charger',

  'live.live': 'En direct',
  'live.connecting': 'Connexion',
  'live.lost': 'Pas en direct',
  'live.old': 'il y a {age}',
  'live.latency': 'délai {latency}',
  'live.noLatency': 'rien de neuf encore',
  'live.quiet': 'aucune mention depuis {age}',
  'live.sources': '{live} sur {all, plural, one {# source} other {# sources}}',
  'live.sourcesSilent':
    '{live} sur {all, plural, one {# source} other {# sources}}, {silent, plural, one {# muette} other {# muettes}}',
  'live.noSources': 'aucune source encore',
  'live.title':
    'Âge de la dernière image, délai entre un message reçu et son chiffre dessiné (tant qu’il en vient), sources entendues',
  'live.spoken': 'Chiffres en direct. {headline}',
  'live.spokenLost': 'Connexion perdue. Les chiffres datent de {time} et ne bougent plus.',

  'state.loading': 'Calcul en cours',
  'state.filling': 'La démo se remplit',
  'state.fillingWhy':
    'Son lancement a commencé il y a des heures : ce qui s’est dit depuis s’écrit d’abord. Quelques secondes.',
  'state.error': 'Calcul impossible',
  'state.retry': 'Réessayer',
  'state.notFound': 'Page inconnue',
  'state.notFoundWhy': 'L’adresse {path} ne mène à aucun écran.',
  'state.home': 'Aller au Brief',
  'state.broken': 'Cet écran s’est arrêté',
  'state.brokenWhy':
    'Une erreur du programme l’a arrêté\u00a0: {message}. Les chiffres du serveur ne sont pas touchés.',
  'state.reload': 'Recharger la page',
  'state.stale': 'Connexion perdue à {time}. Nouvel essai en cours.',
  'state.connecting': 'Connexion au serveur',
  'state.signIn': 'Ce serveur demande une clé',
  'state.signInWhy': 'Ouvrez l’adresse que l’on vous a donnée\u00a0: elle finit par #token=…',

  'state.postOnly': 'Cette clé ne peut qu’envoyer',
  'state.postOnlyWhy':
    'Elle est faite pour les programmes qui envoient des messages. Pour regarder, ouvrez l’adresse d’une clé qui le permet\u00a0: elle finit par #token=…',

  'opinion.positive': 'positif',
  'opinion.neutral': 'neutre',
  'opinion.negative': 'négatif',
  'opinion.unscored': 'pas encore noté',

  'channel.social': 'Réseau social',
  'channel.review': 'Avis',
  'channel.forum': 'Forum',
  'channel.news': 'Presse',
  'channel.video': 'Vidéo',
  'channel.store': 'Magasin',
  'channel.app': 'Appli',
  'channel.support': 'Assistance',
  'channel.survey': 'Enquête',

  'source.live': 'entendue',
  'source.slow': 'lente',
  'source.lost': 'perdue',
  'source.silent': 'muette',
  'source.off': 'éteinte',
  'source.read': 'lue',
};
