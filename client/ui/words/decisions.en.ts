/** Words of what needs a decision, of decisions on a curve, and of the hours ahead. */
export const decisionsEn = {
  'decide.title': 'Needs a decision',
  'decide.counts': '{open, plural, one {# open} other {# open}}{closed, plural, =0 {} other {, # noted}}',
  'decide.none': 'Nothing in the last {length} needs one.',
  'decide.early': 'Nothing yet: what is usual is not known.',
  'decide.looking': 'Looking through the last hours.',
  'decide.failed': 'What is open could not be read.',
  'decide.now': 'now',
  'decide.today': 'today',
  'decide.safety': 'Look into {theme}?',
  'decide.sold-out': 'Say when it is back?',
  'decide.theme-hurts': 'Answer on {theme}?',
  'decide.question': '“{question}”',
  'decide.why.safety':
    '{count, plural, one {mention} other {mentions}} in {length}, {times, select, none {hardly said before} other {{times} times the usual share}}.',
  'decide.why.sold-out':
    '{count, plural, one {text says} other {texts say}} “sold out” in {length}, {times, select, none {hardly said before} other {{times} times the usual share}}.',
  'decide.why.theme-hurts':
    '{count, plural, one {mention} other {mentions}} in {length}, {times, select, none {hardly said before} other {{times} times the usual share}}.',
  'decide.why.net': 'Net {net} ({low} to {high}).',
  'decide.why.question': '{count, plural, one {text asks} other {texts ask}} it in {length}.',
  'decide.note': 'Note decision',
  'decide.noteAny': 'Note a decision',
  'decide.noteAbout': 'Note decision: {about}',
  'decide.demo': 'In the demo nothing is noted: decisions go to your own data.',
  'decide.viewer': 'Your key may only look.',
  'decide.noLaunch': 'Decisions are noted with a launch of this brand.',
  'decide.form.title': 'Note a decision',
  'decide.form.name': 'What was decided',
  'decide.form.who': 'By whom (may stay empty)',
  'decide.form.expected': 'What you expect of it (may stay empty)',
  'decide.form.kept':
    'Kept with it: the moment and the figures as they are known now. Later the launch shows what followed.',
  'decide.form.cancel': 'Cancel',
  'decide.mark': 'Decision {letter}, {time}: {name}',
  'ahead.label': 'expected, 8 in 10 hours',
  'ahead.record':
    'Ahead: what is expected. Of {hours, plural, one {# hour} other {# hours}} forecast so far {held} came out within such a band, meant to hold 80 %; on average off by {error} an hour',
  'ahead.better': ' (same hour last week: {week}).',
  'ahead.worse': '. The same hour last week was the better guess, off by {week}.',
  'ahead.stop': '.',
  'ahead.early': 'The hours ahead are drawn once three days were heard ({heard} of {needed} hours).',
} as const;
