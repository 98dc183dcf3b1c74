/** When and where a launch is usually spoken of. */
export const speakEn = {
  'speak.title': 'When and where to speak',
  'speak.restsOn': 'The usual hours, and what this rests on',
  'speak.failed': 'The usual hours could not be read.',
  'speak.reading': 'Reading six weeks of hours',
  'speak.answer': 'Most is usually said on {name}: {perHour} mentions an hour. It suggests; people decide.',
  'speak.noAnswer': 'No time and no channel is suggested.',
  'speak.based.product':
    'Hours of {zone}. Counted are mentions of the product from {from} to {to}, near-copies left out.',
  'speak.based.brand':
    'Hours of {zone}. Counted are all mentions of {brand} from {from} to {to}, near-copies left out.',
  'speak.leftOut':
    'The day after T0 and six hours after each own event are not usual and are left out; single loud hours and days hardly count.',
  'speak.held': '{perHour} an hour (80 %: {low} to {high})',
  'speak.why':
    '{times} times the channel’s median two hours, more than 90 % probable to be more; rests on {days, plural, one {# day} other {# days}}',
  'speak.days.weekdays': 'weekdays',
  'speak.days.weekend': 'weekend',
  'speak.map': 'What a usual day holds, hour by hour. {sentence}',
  'speak.mapOf':
    'Usual mentions an hour. The stronger the colour, the more; each row has its own scale. Framed: suggested.',
  'speak.most': 'at most {perHour} an hour',
  'speak.cell': '{name}, {hours}: {held}',
  'speak.unknown': 'not listened to',
  'speak.table': 'As a table',
  'speak.tableOf': 'Usual mentions an hour by hour of the day and channel, in brackets an 80 % interval.',
  'speak.hour': 'Hour',
  'speak.few-days': 'Nothing is said of {channels}: fewer than {needed} whole days were listened to.',
  'speak.few-mentions': 'Nothing is said of {channels}: too few mentions.',
  'speak.no-difference': 'Nothing is said of {channels}: the hours differ no more than by chance.',
  'speak.none': 'Nothing was listened to in these weeks.',
  'speak.followed': 'What followed own events',
  'speak.after':
    '{name}: {mentions, plural, one {# mention} other {# mentions}} in the {hours} hours after it. At the same time on {days} days around it: {usual} in the middle, and as many or more on {higher, plural, =0 {none of them} other {# of them}}.',
  'speak.notBecause': 'It did not have to come from the event.',
} as const;
