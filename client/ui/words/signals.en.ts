/** Words of outside series: in Settings and under a launch's curve. */
export const signalsEn = {
  'signals.title': 'Outside series',
  'signals.what': 'Numbers that others count (media spend, orders, searches), drawn under a launch’s curve.',
  'signals.how':
    'CSV with the columns timestamp,value or name,at,value,brand; times as ISO 8601 with an offset. The same name, brand and time again replaces the value.',
  'signals.none': 'No outside series yet.',
  'signals.name': 'Name',
  'signals.nameHint': 'as in the file',
  'signals.values': 'Values',
  'signals.from': 'First',
  'signals.last': 'Last',
  'signals.noBrand': 'no brand',
  'signals.remove': 'Remove',
  'signals.removeOne': 'Remove the series {name}',
  'signals.choose': 'Choose or drop a CSV',
  'signals.taken':
    '{accepted, plural, one {# new value} other {# new values}}, {replaced, number} replaced, {rejected, number} rejected.',
  'signals.firstRejected': 'Row {row}: {why}.',
  'signals.demo': 'In the demo outside series are invented; your own go to your own data.',
  'signals.beside': 'Its values lie outside of the axis above: here it stands on its own.',
  'signals.choice': 'Series',
  'signals.of': 'beside',
  'signals.mentions': 'mentions',
  'signals.net': 'net sentiment',
  'signals.step': '{step, select, hour {hour by hour} other {day by day}}',
  'signals.lead':
    '{name} moves {steps} before {buzz} (90 % interval {low} to {high}), {way, select, with {in the same direction} other {the other way round}}.',
  'signals.lag':
    '{name} moves {steps} after {buzz} (90 % interval {low} to {high}), {way, select, with {in the same direction} other {the other way round}}.',
  'signals.same':
    '{name} and {buzz} move at the same time (90 % interval {low} to {high}), {way, select, with {in the same direction} other {the other way round}}.',
  'signals.thin': 'Nothing to say of lead or lag: {steps} common steps of the {needed} needed.',
  'signals.flat': 'Nothing to say of lead or lag: one of the two does not move.',
  'signals.chance': 'No lead or lag that chance would not show as well.',
  'signals.caution': 'Together in time, not proof of cause.',
  'signals.strip': '{name} from {from} to {to}: lowest {low}, highest {high}.',
  'signals.failed': 'The series could not be read.',
  'signals.outside': 'No value of this series lies around this launch.',
  'signals.hours': '{count, plural, one {# hour} other {# hours}}',
  'signals.days': '{count, plural, one {# day} other {# days}}',

  'followed.title': 'Decisions, and what followed',
  'followed.caution':
    'Ring: before, dot: after, with 90 % intervals of net sentiment. What followed did not have to come from it.',
  'followed.notProof': 'What followed did not have to come from it.',
  'followed.more': '{count, plural, one {More on it} other {More on all #}}',
  'followed.lead':
    '{clear, plural, =0 {{count, plural, one {No clear change of net sentiment followed the decision within a day.} other {No clear change of net sentiment followed any of the # decisions within a day.}}} other {Net sentiment clearly {way, select, up {rose} down {fell} other {moved}} in the day after {letters}{count, plural, =1 {} other { ({clear} of {count} decisions)}}; that did not have to come from {clear, plural, =1 {it} other {them}}.}}',
  'followed.by': 'by {who}',
  'followed.expected': 'Expected: {expected}',
  'followed.span': '{span, select, hour {the hour after} other {the day after}}',
  'followed.running':
    '{span, select, hour {the first {elapsed} of the hour after} other {the first {elapsed} of the day after}}',
  'followed.sentence': '{head}: {said}.',
  'followed.mentions': 'mentions {times} times ({low} to {high})',
  'followed.mentionsSame': 'no clear change of mentions ({low} to {high} times)',
  'followed.mentionsWide': 'mentions move too much by themselves to judge',
  'followed.net': 'net sentiment {change} points ({low} to {high})',
  'followed.netSame': 'no clear change of net sentiment ({low} to {high} points)',
  'followed.little': 'too little is known to tell',
  'followed.known':
    'Known when it was noted: {count, plural, one {# mention} other {# mentions}} in the hour before, {net, select, none {too few opinions} other {net sentiment {net}}}.',
  'followed.unheard': 'Known when it was noted: nothing was heard in the hour before, from no source.',
  'followed.late': '{count, plural, one {One message} other {# messages}} of the day before came in later.',
  'followed.net90': 'Net sentiment of a day before and after: {before} and {after}',
} as const;
