import type { AlertState } from '../../shared/alerts.ts';
import type { DeliveryEvent } from '../../shared/receivers.ts';

/** What messages say around the sentences of `shared/alertSentence.ts`. French sets narrow spaces before `: ; ! ?`. */
export type MessageWords = {
  event: Record<Exclude<DeliveryEvent, 'summary' | 'test'>, string>;
  state: Record<AlertState, string>;
  first: string;
  current: string;
  severity: string;
  outOfTen(severity: number): string;
  since: string;
  over: string;
  stateLabel: string;
  ownedBy(state: string, owner: string): string;
  quote(example: string): string;
  colon: string;
  open: string;
  late(minutes: number): string;
  stillSo: string;
  isOver: string;
  summary(alerts: number): string;
  hidden(alerts: number): string;
  test: string;
  testText: string;
};

function hoursAndMinutes(minutes: number, hour: string): string {
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : `${hours} ${hour} ${minutes % 60} min`;
}

const en: MessageWords = {
  event: { raised: 'New', grown: 'It has grown', over: 'It is over', changed: 'Changed' },
  state: { open: 'open', acknowledged: 'acknowledged', snoozed: 'snoozed', resolved: 'resolved' },
  first: 'At first',
  current: 'Now',
  severity: 'Severity',
  outOfTen: (severity) => `${severity} of 10`,
  since: 'Since',
  over: 'Over since',
  stateLabel: 'State',
  ownedBy: (state, owner) => `${state}, ${owner} looks after it`,
  quote: (example) => `For example: “${example}”`,
  colon: ': ',
  open: 'Open the evidence',
  late: (minutes) => `Delivered ${hoursAndMinutes(minutes, 'h')} late. It was not possible before.`,
  stillSo: 'It still goes on.',
  isOver: 'It is over by now.',
  summary: (alerts) => `${alerts === 1 ? '1 alert' : `${alerts} alerts`} in the quiet hours`,
  hidden: (alerts) => (alerts === 1 ? '1 more is on the screens' : `${alerts} more are on the screens`),
  test: 'Test: this is no alert',
  testText: 'Somebody has tried whether messages arrive here. They do.',
};
const fr: MessageWords = {
  event: { raised: 'Nouveau', grown: 'Cela s’amplifie', over: 'C’est terminé', changed: 'Modifié' },
  state: { open: 'ouverte', acknowledged: 'prise en compte', snoozed: 'en pause', resolved: 'résolue' },
  first: 'Au début',
  current: 'Maintenant',
  severity: 'Gravité',
  outOfTen: (severity) => `${severity} sur 10`,
  since: 'Depuis',
  over: 'Terminé depuis',
  stateLabel: 'État',
  ownedBy: (state, owner) => `${state}, suivie par ${owner}`,
  quote: (example) => `Par exemple\u202f: «\u202f${example}\u202f»`,
  colon: '\u202f: ',
  open: 'Voir ce qui le montre',
  late: (minutes) => `Arrive avec ${hoursAndMinutes(minutes, 'h')} de retard. Ce n’était pas possible plus tôt.`,
  stillSo: 'Cela continue.',
  isOver: 'C’est terminé depuis.',
  summary: (alerts) => `${alerts === 1 ? '1 alerte' : `${alerts} alertes`} pendant les heures calmes`,
  hidden: (alerts) =>
    alerts === 1 ? '1 de plus se voit sur les écrans' : `${alerts} de plus se voient sur les écrans`,
  test: 'Essai\u202f: ceci n’est pas une alerte',
  testText: 'Quelqu’un a vérifié que les messages arrivent ici. Ils arrivent.',
};
export const messageWords: Record<'en' | 'fr', MessageWords> = { en, fr };
