/** Words of the outlook: on a launch's page, and where outcomes are noted. */
export const outlookEn = {
  'outlook.title': 'Outlook',
  'outlook.failed': 'The outlook could not be read.',
  'outlook.anOutcome': 'Outcome',
  'outlook.answer': '{name}: {median} expected, and with 80\u00a0% between {low} and {high}.',
  'outlook.half': 'Half of the belief lies between {low} and {high}.',
  'outlook.few':
    'No figure yet: {past, plural, =0 {no past launch has an outcome} one {# past launch has an outcome} other {# past launches have an outcome}}, and it takes {needed}.',
  'outlook.noBetter':
    'No figure: what is known of {past, plural, one {# past launch} other {# past launches}} does not foretell their outcomes better than their plain mean.',
  'outlook.record':
    'Its record: of {launches} past launches, each foretold from the others alone, {in80} lay within the 80 % interval and {in50} within the 50 % one. Off by {error} on average; their plain mean by {mean}.',
  'outlook.moved': 'What moved it, beside an average past launch',
  'outlook.move': '{column}: {effect}',
  'outlook.moveWeak': '{column}: {effect}, hardly counts',
  'outlook.points': 'points',
  'outlook.past': 'Below the line: what came of each past launch.',
  'outlook.beyond': 'Outside of all past launches in: {columns}. There it only continues a line.',
  'outlook.caution': 'What moves the forecast need not move the outcome: money drives talk and sales alike.',
  'outlook.fan':
    '{median}; half between {low50} and {high50}, 80 % between {low80} and {high80}; past launches from {least} to {most}',
  'outlook.note': 'Note what came of past launches under Settings, Launches.',
  'outlook.column.buzz-before': 'buzz before T0',
  'outlook.column.buzz-since': 'buzz since T0',
  'outlook.column.rising': 'rise of buzz before T0',
  'outlook.column.spikes': 'spikes',
  'outlook.column.authors': 'distinct authors for a mention',
  'outlook.column.expected': 'net sentiment before T0',
  'outlook.column.owners': 'first owners’ net sentiment',
  'outlook.column.disagreement': 'disagreement',
  'outlook.form.title': 'What came of it',
  'outlook.form.note':
    'One number for each past launch (market share, sales, downloads), in the same unit for all; and numbers that no post tells, under the same names for all: media spend, price. The outlook of later launches learns from them.',
  'outlook.form.name': 'What is measured, of all launches',
  'outlook.form.nameHint': 'market share',
  'outlook.form.unit': 'Its unit (“%”: shares of a hundred)',
  'outlook.form.outcome': '{name}{unit} of this launch (empty: not known yet)',
  'outlook.form.numbers': 'what came of it, as numbers',
  'outlook.form.add': 'Add a number',
  'outlook.form.column': 'Number {number}',
  'outlook.form.value': 'Value',
  'outlook.form.drop': 'Remove number {number}',
} as const;
