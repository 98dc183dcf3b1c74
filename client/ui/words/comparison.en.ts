/** Words of a launch among past ones: on its page. */
export const comparisonEn = {
  'export.title': 'Export',
  'export.pptx': 'PowerPoint',
  'export.html': 'HTML',
  'export.csv': 'CSV',
  'export.messages': 'Messages in the HTML file',
  'export.making': 'Making the file: {share}.',
  'export.makingWhat': 'Making the file',
  'export.stop': 'Stop',
  'export.nothing': 'Nothing was counted for this launch yet.',
  'comparison.title': 'Beside past launches',
  'lead.mentions':
    '{count, plural, one {mention} other {mentions}}{counts, select, product { of the product} other {}} until {at}, {texts, plural, one {# distinct text} other {# distinct texts}}',
  'lead.net': 'net sentiment',
  'comparison.curve': 'The curve over those of past launches',
  'comparison.turnKey':
    '{count, plural, one {What the number on the curve is} other {What the # numbers on the curve are}}',
  'comparison.metric': 'Figure',
  'comparison.metric.mentions': 'Mentions',
  'comparison.metric.distinct': 'Distinct texts',
  'comparison.metric.authors': 'Distinct authors',
  'comparison.metric.net': 'Net sentiment',
  'comparison.metric.theme': 'Share of a theme',
  'comparison.theme': 'Theme',
  'comparison.scale': 'Scale',
  'comparison.scale.raw': 'As counted',
  'comparison.scale.size': 'Per brand size',
  'comparison.past': 'Past launches',
  'comparison.pastChosen': '{count, plural, =0 {none} one {# launch} other {# launches}}',
  'comparison.usual': 'The usual choice',
  'comparison.noOthers': 'There is no other launch yet.',
  'comparison.unit':
    '{metric, select, mentions {Mentions} distinct {Distinct texts} authors {Distinct authors} net {Net sentiment} other {{theme}, share of mentions}}{scale, select, size {, as a multiple of the brand’s usual mentions} other {}}, per {step}',
  'comparison.rootAxis': 'the time axis gives the first day more room',
  'comparison.step': '{step, select, 5m {5 minutes} 15m {quarter of an hour} 1h {hour} 6h {6 hours} other {day}}',
  'comparison.now':
    '{name}, {value} {step, select, 1d {in the last full day} other {from {from} to {to}}}{texts, plural, =0 {} one { (# distinct text)} other { (# distinct texts)}}',
  'comparison.last':
    '{name}, {value} per {step} at the end{texts, plural, =0 {} one { (# distinct text)} other { (# distinct texts)}}',
  'comparison.median': 'median',
  'comparison.range': 'range of the last {count}',
  'comparison.bands': '50 % and 80 % of {count}',
  'comparison.unheard': 'not heard',
  'comparison.blank': 'Nothing to draw yet',
  'comparison.blankWhy':
    'Neither this launch nor a past one has a figure on this axis ({from} to {to}). It appears here as soon as something is heard.',
  'comparison.blankPast':
    'Nobody listened around this launch ({from} to {to}). Messages of that time can be read in from a file, under Settings, Data: it is counted with them.',
  'comparison.blankTold': 'The demo is still being told: posts of this time ({from} to {to}) are yet to come.',
  'comparison.failed': 'The comparison could not be read',
  'comparison.refreshFailed': 'The newest figures could not be read; these are the ones before.',
  'comparison.reading': 'Reading the other figure',
  'comparison.table': 'As a table',
  'comparison.beside': 'Launches in figures',
  'comparison.until': 'until {at}',
  'comparison.drawn': 'all that is drawn',
  'comparison.mentions': 'mentions',
  'comparison.besideSet': '{counts, select, product {of the product} other {of the brand}}, {until}',
  'comparison.netUnder': 'Net sentiment per {step}; {at, select, none {} other {T0 to {at} }}together',
  'comparison.netBand':
    'Band: chance alone, point beside point; the interval in figures holds the machine’s own error too, which shifts the whole curve alike',
  'comparison.netFine': 'around T0 by the hour.',
  'comparison.netLabel': 'Net sentiment of {name}, {figure}',
  'lead.ofBrand': 'All of {brand} to {time}:',
  'lead.open': '{count, plural, one {The one open point of {brand}} other {First of the # open points of {brand}}}',
  'lead.peak':
    'most mentions in {step, select, 5m {5 minutes} 15m {a quarter of an hour} 1h {an hour} 6h {6 hours} other {a day}}, {texts, plural, one {# distinct text} other {# distinct texts}}',
  'comparison.texts': 'distinct texts',
  'comparison.peak':
    'most in {step, select, 5m {5 minutes} 15m {a quarter of an hour} 1h {an hour} 6h {6 hours} other {a day}}',
  'comparison.tableOf': '{name} beside past launches. {sentence}',
  'comparison.from': 'From',
  'comparison.none': '–',
  'comparison.low': 'lowest',
  'comparison.high': 'highest',
  'comparison.low80': '80 %, from',
  'comparison.high80': '80 %, to',
  'comparison.low50': '50 %, from',
  'comparison.high50': '50 %, to',
  'comparison.event': 'Event: {name}',
  'comparison.decision': 'Decision {letter}: {name}',
  'comparison.gap.late':
    '{own, select, yes {Listening began} other {{many, plural, one {{name}} =2 {{name}} other {# past launches}}: listening began}} at {from}. What was said before is not known.',
  'comparison.gap.early':
    '{own, select, yes {Nothing was listened to} other {{many, plural, one {{name}} =2 {{name}} other {# past launches}}: nothing was listened to}} after {to}.',
  'comparison.gap.not-heard':
    '{own, select, yes {Nobody listened around this launch.} other {{name}{rest, plural, =0 {} other { and # more}}: nobody listened around {count, plural, one {it, so it is} other {them, so they are}} left out.}}',
  'comparison.gap.not-told':
    '{own, select, yes {The demo is still being told: posts around this launch are yet to come.} other {{name}{rest, plural, =0 {} other { and # more}}: the demo is still being told, so {count, plural, one {it is} other {they are}} left out for now.}}',
  'comparison.gap.not-counted':
    '{own, select, yes {History is not counted under its product query yet.} other {{name}{rest, plural, =0 {} other { and # more}}: history is not counted under {count, plural, one {its product query yet, so it is} other {their product queries yet, so they are}} left out.}}',
  'comparison.gap.no-size': 'Usual size not known, so without a figure here: {names}.',
  'comparison.gap.no-authors':
    'Distinct authors are not known where T0 is no multiple of the step or countries start on their own: {names}.',

  'standing.rank':
    '{isLowest, select, yes {Least buzz} other {{place, plural, =1 {Most buzz} =2 {Second most buzz} =3 {Third most buzz} other {#th most buzz}}}} of {of} launches at {at}{hasTimes, select, yes {, {times} times the median} other {}}{texts}.',
  'standing.rankPast':
    'It drew {isLowest, select, yes {the least buzz} other {{place, plural, =1 {the most buzz} =2 {the second most buzz} =3 {the third most buzz} other {the #th most buzz}}}} of {of} launches until {at}{hasTimes, select, yes {, {times} times the median} other {}}{texts}.',
  'standing.percentile':
    'Buzz is {percentile, plural, =0 {below all {launches}} =100 {above all {launches}} other {above # % of {launches}}} past launches at {at}{hasTimes, select, yes {, {times} times their median} other {}}{texts}.',
  'standing.rankOfTexts':
    '; {isLowest, select, yes {the least} other {{place, plural, =1 {the most} =2 {the second most} =3 {the third most} other {the #th most}}}} in distinct texts{hasTimes, select, yes {, {times} times} other {}}',
  'standing.percentileOfTexts':
    '; in distinct texts {percentile, plural, =0 {below all of them} =100 {above all of them} other {above # %}}{hasTimes, select, yes {, {times} times} other {}}',
  'standing.asPercentile': 'Percentile {percentile} of {launches} past launches.',
  'standing.metric':
    '{metric, select, distinct {Distinct texts} authors {Distinct authors} net {Net sentiment} other {The theme’s share}} at {at}: {value}{beside, select, range {; {count} past launches from {low} to {high}, median {median}} bands {; half of {count} past launches from {low} to {high}, median {median}} other {}}.',
  'standing.counted':
    '{mentions, plural, =0 {No mention} one {One mention} other {# mentions}}{counts, select, product { of the product} other {}} from T0 to {at}{texts, plural, =0 {} one {, one distinct text} other {, # distinct texts}}.',
  'standing.countedBefore':
    '{mentions, plural, =0 {No mention} one {One mention} other {# mentions}}{counts, select, product { of the product} other {}} from {from} to {at}{texts, plural, =0 {} one {, one distinct text} other {, # distinct texts}}.',
  'standing.medians': 'Median of the past launches: {mentions} mentions, {texts} distinct texts.',
  'standing.sure':
    '{way, select, more {More than 90 % probable to be above the median} less {More than 90 % probable to be below the median} other {Not clearly more or less than the median}}{texts, select, none {} alike {, in mentions as in distinct texts} more {; in distinct texts more than 90 % probable to be above} less {; in distinct texts more than 90 % probable to be below} other {; in distinct texts not clearly either}}.',
  'standing.closest':
    'In the shape of its curve, whatever the height, {isOver, select, yes {it was} other {so far}} most like {name}.',
  'standing.bySize': 'Compared per brand size: mentions divided by the brand’s usual mentions.',
  'standing.noSize': 'The brand’s usual size is not known, so it cannot be compared per brand size.',
  'standing.alone': 'No past launch was heard over this whole stretch, so nothing is compared.',
  'standing.few':
    '{launches, plural, one {Only one past launch was} other {Only # past launches were}} heard over this whole stretch: too few to compare in words.',
  'standing.ahead': 'T0 is in {in}. Nothing has been counted for this launch yet.',
  'standing.notHeard': 'Nobody listened around this launch, so there is nothing to compare.',
  'standing.pastToCome': 'The demo is still being told: past launches are yet to come.',
  'standing.notTold': 'The demo is still being told: posts around this launch are yet to come.',
  'standing.notCounted': 'History is being counted under its product query; the comparison follows.',
} as const;
