import type { remoteEn } from './remote.en.ts';

export const remoteFr: Record<keyof typeof remoteEn, string> = {
  'remote.turns':
    '{walls, plural, =0 {Aucun mur n’est ouvert ; ils feraient défiler leurs scènes, selon l’horloge.} other {Tous les murs font défiler leurs scènes, selon l’horloge.}}',
  'remote.shows': 'Tous les murs montrent {scene}{pinned, select, true {, épinglée} other { jusqu’à {time}}}.',
  'remote.paused':
    'Tous les murs sont en pause sur ce qu’ils montraient à {from}{pinned, select, true {, épinglés} other {, jusqu’à {time}}}.',
  'remote.note': 'Les alertes passent devant ce que montrent les murs, puis le rendent.',
  'remote.choose': 'Montrer une scène pendant une heure',
  'remote.orElse': 'Défiler ou s’arrêter',
  'remote.viewer': 'Cette clé permet de regarder les murs, pas de les diriger.',
  'remote.scenes': 'Scènes',
  'remote.asks.pulse': 'Est-ce fort, est-ce bon, est-ce à nous ?',
  'remote.asks.themes': 'Qu’est-ce qui aide, qu’est-ce qui freine ?',
  'remote.asks.voices': 'Que dit-on, et pourquoi ?',
  'remote.asks.clock': 'Est-ce normal ?',
  'remote.asks.funnel': 'Que n’a-t-on pas lu, et pourquoi ?',
  'remote.turn': 'Laisser défiler',
  'remote.turnWhy': 'une scène après l’autre, selon l’horloge',
  'remote.pause': 'Pause',
  'remote.pauseWhy': 'rester sur la scène montrée, une heure',
  'remote.pin': 'Épingler',
  'remote.pinWhy': 'rester jusqu’à ce qu’on la retire',
  'remote.pinFirst': 'choisir d’abord une scène, ou la pause',
  'remote.now': 'à l’écran',
  'remote.wouldBe': 'selon l’horloge',
  'remote.failed': 'Pas fait : {reason}',
  'remote.addressTitle': 'Pour les techniciens : ce qui peut suivre l’adresse d’un mur',
  'remote.walls':
    '{count, plural, =0 {Personne ne voit ce qui est choisi ici.} one {Un mur écoute.} other {# murs écoutent.}}',
  'remote.on': 'À l’écran : {scene}',
  'remote.left': 'encore {time}',
  'remote.open': 'Ouvrir un mur',
  'remote.openWhy': 'Un mur, c’est cette adresse, en plein écran sur un écran de la salle :',
  'remote.onlyHere':
    'Elle ne s’ouvre que sur cet ordinateur. Pour un autre écran, le serveur se lance avec --host et un jeton, comme le dit le README.',
  'remote.scenesWhy': 'ses scènes et leur ordre',
  'remote.secondsWhy': 'la durée de chacune, de 5 à 3600',
  'remote.offWhy': 'il ne suit pas cette page',
};
