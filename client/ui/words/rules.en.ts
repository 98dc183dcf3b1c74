/** Words of what a change of the rules does to history: its preview, its counting, its versions. */
export const rulesEn = {
  'rules.whatChanges': 'Saving counts all kept history anew, in the background; Versions take it back.',
  'rules.lookFirst': 'What would it make of history? Looking saves nothing.',
  'rules.look': 'See what would change',
  'rules.looking': 'Reading kept posts: {done} of {total}.',
  'rules.lookingSoon': 'Beginning to read kept posts …',
  'rules.lookingProgress': 'Kept posts read',
  'rules.stop': 'Stop',
  'rules.counting':
    'Counting history under version {ruleSet}: {done} of {total} posts. Until it is done the figures stand as they were.',
  'rules.countingProgress': 'History counted anew',
  'rules.behind': 'Figures of the past stand under version {counted}; version {newest} was not counted through them.',
  'rules.countNow': 'Count them now',
  'rules.notDone': 'Not done: {reason}',

  'preview.mentions': 'Mentions',

  'settings.significance': 'Significance',
  'significance.what':
    'Every mention has a score from 0 to 1 of how much it deserves to be read. Those at or above the threshold are significant; the others stay countable, and each says why.',
  'significance.threshold': 'Threshold',
  'significance.keeps': 'Would keep {perDay} a day',
  'significance.kept': 'Keeps {perDay} a day',
  'significance.week':
    'over the last seven days; spam and copies are left aside, whatever the threshold ({mentions} mentions with them)',
  'significance.span':
    'from {from} to {to}; spam and copies are left aside, whatever the threshold ({mentions} mentions with them)',
  'significance.nothing': 'No mention yet: what a threshold keeps shows with the first ones.',
  'significance.all': 'all: {perDay} a day',
  'significance.target': 'Or ask for a number a day',
  'significance.targetSays':
    'Asked for: {target} a day → threshold {threshold}, which keeps {perDay}. The threshold is what is saved: it stays until you change it, so that history does not move by itself.',
  'significance.targetWas': 'Asked for: {target} a day → threshold {threshold}. By now it keeps {perDay}.',
  'significance.again': 'Find it anew',
  'significance.targetNone': 'So many a day there are not: everything is kept.',
  'significance.curve': 'Mentions kept a day, by threshold',

  'settings.versions': 'Versions',
  'versions.what':
    'Each saved change makes a version. Bringing one back saves it as a new version; where rules differ, history is counted again.',
  'versions.none': 'Nothing was changed yet.',
  'versions.version': 'Version {version}',
  'versions.now': 'in use',
  'versions.bring': 'Bring back',
  'versions.undo': 'Undo this change',
  'versions.counts': 'counted through history',
  'versions.added': '{list} {name} added',
  'versions.removed': '{list} {name} removed',
  'versions.changed': '{list} {name}: {members}',
  'versions.becomes': '{member} {before} → {after}',
  'versions.nothing': 'none',
  'versions.same': 'saved without a change',
  'versions.order': 'order of {list}',
  'versions.list.brands': 'Brand',
  'versions.list.themes': 'Theme',
  'versions.list.launches': 'Launch',
  'versions.list.brandSets': 'Set of brands',
  'versions.member.query': 'query',
  'versions.member.name': 'name',
  'versions.member.examples': 'examples',
  'versions.member.color': 'colour',
  'versions.member.masks': 'hidden words',
  'versions.member.events': 'events',
  'versions.member.decisions': 'decisions',
  'versions.member.at': 'T0',
  'versions.member.threshold': 'threshold of significance',
  'versions.member.targetPerDay': 'asked for, a day',
  'versions.member.languages': 'languages',
  'versions.member.timeZone': 'time zone',
  'versions.member.overrides': 'words that mean something else',
  'versions.member.corrections': 'corrections of all messages of a kind',
  'versions.member.learned': 'what was learned from corrections',

  'seam.mark.all': 'all recounted since {when}',
  'seam.mark.mentions': 'mentions recounted since {when}',
  'seam.collected':
    'Posts that were set aside before {collected} are not all kept any more: what the rules name newly begins there. All mentions are counted under the newest rules.',
  'seam.both':
    'Posts that were set aside before {collected} are not all kept any more: what the rules name newly begins there. Before {mentions} mentions are not all kept either: they stand as counted under version {ruleSet} or earlier.',
  'seam.same':
    'What was said before {mentions} is not all kept any more: it stands as counted under version {ruleSet} or earlier.',
} as const;
