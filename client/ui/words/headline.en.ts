/** The sentences that screens open with. `span`: the last hour, the last day, or since T0. */
export const headlineEn = {
  'headline.silence':
    'Nobody has named {brand} {span, select, hour {in the last hour} day {in the last 24 hours} other {since T0}}',
  'headline.stop': '.',
  'headline.count':
    '{brand} draws {mentions} mentions {span, select, hour {in the last hour} day {in the last 24 hours} other {since T0}}',
  'headline.atLeast':
    '{brand} draws at least {mentions} mentions {span, select, hour {in the last hour} day {in the last 24 hours} other {since T0}}',
  'headline.countSince':
    '{brand} draws {mentions} mentions since {dated, select, other {}}{since}, when listening began',
  'headline.noBefore': ', with nothing before it to compare.',
  'headline.fresh':
    '{brand} draws {mentions} mentions {span, select, hour {in the last hour} day {in the last 24 hours} other {since T0}}',
  'headline.afterNone':
    ', after none in {span, select, hour {the hour before} day {the 24 hours before} other {the {length} before}}.',
  'headline.times':
    '{span, select, hour {In the last hour buzz is {times} times the hour before} day {In the last 24 hours {brand} draws {times} times the buzz of the 24 hours before} other {Since T0 {brand} draws {times} times the buzz of the {length} before}}',
  'headline.more':
    '{span, select, hour {In the last hour buzz is {percent} above the hour before} day {In the last 24 hours {brand} draws {percent} more buzz than the 24 hours before} other {Since T0 {brand} draws {percent} more buzz than in the {length} before}}',
  'headline.fewer':
    '{span, select, hour {In the last hour buzz is {percent} below the hour before} day {In the last 24 hours {brand} draws {percent} less buzz than the 24 hours before} other {Since T0 {brand} draws {percent} less buzz than in the {length} before}}',
  'headline.counts': ', {mentions} mentions after {before}.',
  'headline.steady':
    '{span, select, hour {In the last hour buzz shows no clear change} day {In the last 24 hours {brand} draws about the buzz of the 24 hours before} other {Since T0 {brand} draws about the buzz of the {length} before}}',
  'headline.steadyCounts': ', {mentions} mentions after {before}.',

  'headline.opinion':
    '{mood, select, positive {Opinion {span, select, soFar {so far} hour {in that hour} day {in these 24 hours} other {since T0}} is positive} negative {Opinion {span, select, soFar {so far} hour {in that hour} day {in these 24 hours} other {since T0}} is negative} other {Opinion {span, select, soFar {so far} hour {in that hour} day {in these 24 hours} other {since T0}} is not clearly good or bad}}',
  'headline.movedOnly':
    'Opinion is clearly {direction, select, up {up} other {down}} on {span, select, hour {the hour before} day {the 24 hours before} other {the time before T0}}',
  'headline.levelUnsure': ', yet not clearly good or bad ({interval}).',
  'headline.afterNet': ', {net} after {before} ({error, select, machine {same machine error, } other {}}{spread}).',
  'headline.interval': '({interval})',
  'headline.intervalEnd': '({interval}).',
  'headline.noClearChange': 'with no clear change.',
  'headline.moved':
    'and clearly {direction, select, up {up} other {down}} on {span, select, hour {the hour before} day {the 24 hours before} other {the time before T0}}{hasBefore, select, yes { (then {before})} other {}}.',
  'headline.few':
    'Opinions {span, select, soFar {so far } hour {in that hour } day {in these 24 hours } other {since T0 }}are few',
  'headline.fewWhy': ', only {opinions}: net sentiment {interval}.',
  'headline.tooFew':
    'Too few opinions {span, select, soFar {so far} hour {in that hour} day {in these 24 hours} other {since T0}} to judge',
  'headline.tooFewWhy': ': {opinions}, and {needed} are needed.',
  'headline.feeling':
    '{whose, select, brand {Sentiment of {brand}} other {Sentiment}} is {change, select, up {up {span, select, day {on the 24 hours before} other {since T0}}{mood, select, positive { and positive} negative { but still negative} other {}}} down {down {span, select, day {on the 24 hours before} other {since T0}}{mood, select, positive { but still positive} negative { and negative} other {}}} same {{mood, select, positive {positive} negative {negative} other {not clearly good or bad}}, with no clear change} other {{mood, select, positive {positive} negative {negative} other {not clearly good or bad}}}}',
  'headline.byTheme':
    '; {theme} {because, select, hurts {costs} other {adds}} most{points, plural, =0 {} one {, # point} other {, # points}}.',
  'headline.besideUnsure':
    '; {theme} {because, select, hurts {costs} other {adds}} {points, plural, =0 {less than a point} one {# point} other {# points}}, {unsure} unsure.',
  'headline.seemsTheme':
    '; {theme} seems to {because, select, hurts {cost} other {add}} most, though its own figure is not clear.',

  'headline.bothPoles':
    'In the last hour {helps} {helping, select, seems {seems to lift} shares {is among what lifts} other {lifts}} opinion most. {hurts} {hurting, select, seems {seems to weigh} shares {is among what weighs} other {weighs}} on it most.',
  'headline.onlyHelps':
    'In the last hour {helps} {helping, select, seems {seems to lift} shares {is among what lifts} other {lifts}} opinion most. No theme clearly weighs on it.',
  'headline.onlyHurts':
    'In the last hour {hurts} {hurting, select, seems {seems to weigh} shares {is among what weighs} other {weighs}} on opinion most. No theme clearly lifts it.',
  'headline.noPoles': 'No theme clearly lifts opinion or weighs on it in the last hour.',
  'headline.themesSteady': 'No theme is named clearly more or less than in the hour before.',
  'headline.mover': '{theme} is mentioned {direction, select, up {more} other {less}} often',
  'headline.moverShares': ': {share} of mentions after {before}.',

  'certainty.title': 'How sure:',
  'certainty.buzz':
    'buzz {state, select, up {clearly more} down {clearly less} same {no clear change} other {not compared}}.',
  'certainty.opinion':
    'Sentiment {mood, select, positive {clearly positive} negative {clearly negative} other {unclear}} ({interval}, ±{chance} of it chance){state, select, up {, its rise clear} down {, its fall clear} same {, no clear change} other {}}.',
  'certainty.opinionFew': 'Sentiment, {opinions} opinions: grey under {needed}.',
  'certainty.opinionNone': 'Sentiment, no figure: {opinions} of {needed} opinions.',
  'certainty.theme':
    '{theme} {state, select, few {from only {opinions} opinions} zero {unclear} other {{side, select, up {clearly adds} other {clearly costs}}}} ({points} points){filing, select, unchecked {, filing not checked} other {}}.',
  'certainty.unsure': '{theme} (about {points}), {right} filed right.',
  'certainty.rule': 'Intervals hold 90 %; “clearly”: more than 90 % probable.',

  'past.times':
    '{counts, select, product {Product buzz} other {Buzz}} is {times} times the median of {which, select, last {your last {count} launches} other {{count} past launches}} at {side, select, before {T−} other {T+}}{length}',
  'past.more':
    '{counts, select, product {Product buzz} other {Buzz}} is {percent} above the median of {which, select, last {your last {count} launches} other {{count} past launches}} at {side, select, before {T−} other {T+}}{length}',
  'past.fewer':
    '{counts, select, product {Product buzz} other {Buzz}} is {percent} below the median of {which, select, last {your last {count} launches} other {{count} past launches}} at {side, select, before {T−} other {T+}}{length}',
  'texts.beside':
    '{how, select, also {, in distinct texts too} times {, {times} times in distinct texts} other {, with no clear difference in distinct texts}}',
  'past.lack':
    'Not compared with past launches: {why, select, replay {a replay shows its own time only} unread {they could not be read} uncounted {history is being counted under the product query} untold {the demo is still being told} nothing {nothing is counted of this one yet} other {{launches, plural, =0 {none was} one {only one was} other {only # were}} heard to this hour, and {needed} are needed}}.',
  'past.same':
    '{counts, select, product {Product buzz} other {Buzz}} is not clearly apart from the median of {which, select, last {your last {count} launches} other {{count} past launches}} at {side, select, before {T−} other {T+}}{length}',
} as const;
