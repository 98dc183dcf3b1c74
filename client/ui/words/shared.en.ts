/** Words that the first page shares with screens that come later; what only those say is not loaded with it. */
export const sharedEn = {
  'picture.save': 'Save as picture',
  'picture.failed': 'The picture could not be saved: {problem}',
  'picture.counted':
    '{mentions, plural, one {one mention} other {{mentions, number} mentions}}, net sentiment {net} (90 % interval)',
  'picture.countedOnly': '{mentions, plural, one {one mention} other {{mentions, number} mentions}}',
  'picture.source': '{query} · rule set {ruleSet} · times in {zone} · {at}',
  'stop.semicolon': '; ',
  'stop.colon': ': ',
  'replay.mark': 'Replay: {day}, {time} · {pace} · {clock}',
  'replay.mark.said': 'all said by then',
  'replay.mark.known': 'as known then',
  'replay.frame': 'Replay',
  'replay.frameWhy': 'nothing on this page is live',
  'replay.back': 'Back to live',
  'replay.speed': '{speed}×',
  'replay.paused': 'paused',
  'replay.over': 'This replay has ended',
  'replay.overWhy':
    'Nobody looked at it for ten minutes, or somebody ended it. Start another on the page of the launch.',
  'state.noBrands': 'No brand is watched yet',
  'state.nameBrand': 'Name your brand',
  'replay.toLive': 'Show what is live',
  'settings.openDemo': 'Look at the demo',
  'score.doubtful': 'Often wrong: of messages filed here, {share} speak of it',
  'score.doubted': '{theme}, {share} filed\u00a0right',
  'seam.mark.all': 'all recounted since {when}',
  'seam.mark.mentions': 'mentions recounted since {when}',
  'seam.collected':
    'Posts that were set aside before {collected} are not all kept any more: what the rules name newly begins there. All mentions are counted under the newest rules.',
  'seam.both':
    'Posts that were set aside before {collected} are not all kept any more: what the rules name newly begins there. Before {mentions} mentions are not all kept either: they stand as counted under version {ruleSet} or earlier.',
  'seam.same':
    'What was said before {mentions} is not all kept any more: it stands as counted under version {ruleSet} or earlier.',
} as const;
