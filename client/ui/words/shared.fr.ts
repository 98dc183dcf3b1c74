import type { sharedEn } from './shared.en.ts';

export const sharedFr: Record<keyof typeof sharedEn, string> = {
  'picture.save': 'Enregistrer l’image',
  'picture.failed': 'L’image n’a pas pu être enregistrée : {problem}',
  'picture.counted':
    '{mentions, plural, one {une mention} other {{mentions, number} mentions}}, sentiment net {net} (intervalle à 90 %)',
  'picture.countedOnly': '{mentions, plural, one {une mention} other {{mentions, number} mentions}}',
  'picture.source': '{query} · règles {ruleSet} · heures de {zone} · {at}',
  'stop.semicolon': ' ; ',
  'stop.colon': ' : ',
  'replay.mark': 'Relecture : {day}, {time} · {pace} · {clock}',
  'replay.mark.said': 'tout ce qui était dit',
  'replay.mark.known': 'comme connu alors',
  'replay.frame': 'Relecture',
  'replay.frameWhy': 'rien ici n’est en direct',
  'replay.back': 'Revenir au direct',
  'replay.speed': '{speed}×',
  'replay.paused': 'en pause',
  'replay.over': 'Cette relecture est terminée',
  'replay.overWhy':
    'Personne ne l’a regardée pendant dix minutes, ou quelqu’un l’a terminée. La page du lancement en ouvre une autre.',
  'state.noBrands': 'Aucune marque n’est encore suivie',
  'state.nameBrand': 'Nommer votre marque',
  'replay.toLive': 'Voir le direct',
  'settings.openDemo': 'Voir la démo',
  'score.doubtful': 'Souvent faux : des messages classés ici, {share} en parlent',
  'score.doubted': '{theme}, {share} bien\u00a0classés',
  'seam.mark.all': 'tout recompté depuis le {when}',
  'seam.mark.mentions': 'mentions recomptées depuis le {when}',
  'seam.collected':
    'Les messages écartés avant {collected} ne sont plus tous gardés : ce que les règles nomment depuis peu commence là. Toutes les mentions sont comptées sous les dernières règles.',
  'seam.both':
    'Les messages écartés avant {collected} ne sont plus tous gardés : ce que les règles nomment depuis peu commence là. Avant {mentions} les mentions non plus : elles restent telles que comptées, sous la version {ruleSet} ou plus tôt.',
  'seam.same':
    'Ce qui s’est dit avant {mentions} n’est plus tout gardé : cela reste tel que compté, sous la version {ruleSet} ou plus tôt.',
};
