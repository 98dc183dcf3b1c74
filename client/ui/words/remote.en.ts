/** Words of the walls' remote control. */
export const remoteEn = {
  'remote.turns': 'All walls turn through their scenes, by the clock.',
  'remote.shows': 'All walls show {scene}{pinned, select, true {, pinned} other { until {time}}}.',
  'remote.paused':
    'All walls are paused on what they showed at {from}{pinned, select, true {, pinned} other {, until {time}}}.',
  'remote.note':
    'A scene or a pause holds for an hour, then the walls turn again; a pin holds until somebody lets go. Alerts still come up over it.',
  'remote.viewer': 'This key may look at the walls, not move them.',
  'remote.scenes': 'Scenes',
  'remote.asks.pulse': 'Is it big, is it good, is it ours?',
  'remote.asks.themes': 'What helps, what hurts?',
  'remote.asks.voices': 'What do people say, and why?',
  'remote.asks.clock': 'Is this normal?',
  'remote.asks.funnel': 'What did we not read, and why?',
  'remote.turn': 'Let them turn',
  'remote.pause': 'Pause',
  'remote.pin': 'Pin',
  'remote.failed': 'Not done: {reason}',
  'remote.addressTitle': 'For technicians: what may stand behind a wall’s address',
  'remote.walls':
    '{count, plural, =0 {No wall listens. Open one on a screen in the room.} one {One wall listens.} other {# walls listen.}}',
  'remote.on': 'On now: {scene}',
  'remote.left': '{time} left',
  'remote.open': 'Open a wall',
  'remote.openWhy': ' in its own window, full screen:',
  'remote.scenesWhy': 'its scenes and their order',
  'remote.secondsWhy': 'how long each stays, 5 to 3600',
  'remote.offWhy': 'it does not follow this page',
} as const;
