import type { comparisonEn } from './comparison.en.ts';

export const comparisonFr: Record<keyof typeof comparisonEn, string> = {
  'export.title': 'Exporter',
  'export.pptx': 'PowerPoint',
  'export.html': 'HTML',
  'export.csv': 'CSV',
  'export.messages': 'Les messages dans le fichier HTML',
  'export.making': 'Préparation du fichier : {share}.',
  'export.makingWhat': 'Préparation du fichier',
  'export.stop': 'Arrêter',
  'export.nothing': 'Rien n’a encore été compté pour ce lancement.',
  'comparison.title': 'À côté des lancements passés',
  'lead.mentions':
    '{count, plural, one {mention} other {mentions}}{counts, select, product { du produit} other {}} jusqu’à {at}, {texts, plural, one {# texte distinct} other {# textes distincts}}',
  'lead.net': 'sentiment net',
  'comparison.curve': 'La courbe sur celles des lancements passés',
  'comparison.turnKey':
    '{count, plural, one {À quoi correspond le numéro sur la courbe} other {À quoi correspondent les # numéros sur la courbe}}',
  'comparison.metric': 'Chiffre',
  'comparison.metric.mentions': 'Mentions',
  'comparison.metric.distinct': 'Textes distincts',
  'comparison.metric.authors': 'Auteurs distincts',
  'comparison.metric.net': 'Sentiment net',
  'comparison.metric.theme': 'Part d’un thème',
  'comparison.theme': 'Thème',
  'comparison.scale': 'Échelle',
  'comparison.scale.raw': 'Tel que compté',
  'comparison.scale.size': 'Selon la taille de la marque',
  'comparison.past': 'Lancements passés',
  'comparison.pastChosen': '{count, plural, =0 {aucun} one {# lancement} other {# lancements}}',
  'comparison.usual': 'Le choix habituel',
  'comparison.noOthers': 'Il n’y a pas encore d’autre lancement.',
  'comparison.unit':
    '{metric, select, mentions {Mentions} distinct {Textes distincts} authors {Auteurs distincts} net {Sentiment net} other {{theme}, part des mentions}}{scale, select, size {, en multiple des mentions habituelles de la marque} other {}}, par {step}',
  'comparison.rootAxis': 'l’axe du temps donne plus de place au premier jour',
  'comparison.step': '{step, select, 5m {5 minutes} 15m {quart d’heure} 1h {heure} 6h {6 heures} other {jour}}',
  'comparison.now':
    '{name}, {value} {step, select, 1d {le dernier jour entier} other {de {from} à {to}}}{texts, plural, =0 {} one { (# texte distinct)} other { (# textes distincts)}}',
  'comparison.last':
    '{name}, {value} par {step} à la fin{texts, plural, =0 {} one { (# texte distinct)} other { (# textes distincts)}}',
  'comparison.median': 'médiane',
  'comparison.range': 'fourchette des {count} derniers',
  'comparison.bands': '50 % et 80 % de {count}',
  'comparison.unheard': 'pas écouté',
  'comparison.blank': 'Rien à tracer pour l’instant',
  'comparison.blankWhy':
    'Ni ce lancement ni un lancement passé n’a de chiffre sur cet axe ({from} à {to}). Il paraîtra ici dès que quelque chose sera entendu.',
  'comparison.blankPast':
    'Personne n’écoutait autour de ce lancement ({from} à {to}). Des messages de ce temps se lisent d’un fichier, sous Réglages, Données : il est compté avec eux.',
  'comparison.blankTold': 'La démo se remplit encore : les messages de cette période (de {from} à {to}) sont à venir.',
  'comparison.failed': 'La comparaison n’a pas pu être lue',
  'comparison.refreshFailed': 'Les derniers chiffres n’ont pas pu être lus ; voici les précédents.',
  'comparison.reading': 'Lecture de l’autre chiffre',
  'comparison.table': 'En tableau',
  'comparison.beside': 'Les lancements en chiffres',
  'comparison.until': 'jusqu’à {at}',
  'comparison.drawn': 'toute la courbe',
  'comparison.mentions': 'mentions',
  'comparison.besideSet': '{counts, select, product {du produit} other {de la marque}}, {until}',
  'comparison.netUnder': 'Sentiment net par {step} ; {at, select, none {} other {de T0 à {at} }}en tout',
  'comparison.netBand':
    'Bande : le hasard seul, d’un point à l’autre ; l’intervalle en chiffres comprend aussi l’erreur de la machine, qui déplace toute la courbe d’un même pas',
  'comparison.netFine': 'autour de T0 heure par heure.',
  'comparison.netLabel': 'Sentiment net de {name}, {figure}',
  'lead.ofBrand': 'Tout {brand} jusqu’à {time} :',
  'lead.open': '{count, plural, one {Le seul point ouvert de {brand}} other {Premier des # points ouverts de {brand}}}',
  'lead.peak':
    'mentions au plus en {step, select, 5m {5 minutes} 15m {un quart d’heure} 1h {une heure} 6h {6 heures} other {un jour}}, {texts, plural, one {# texte distinct} other {# textes distincts}}',
  'comparison.texts': 'textes distincts',
  'comparison.peak':
    'maximum en {step, select, 5m {5 minutes} 15m {un quart d’heure} 1h {une heure} 6h {6 heures} other {un jour}}',
  'comparison.tableOf': '{name} à côté des lancements passés. {sentence}',
  'comparison.from': 'Dès',
  'comparison.none': '–',
  'comparison.low': 'le plus bas',
  'comparison.high': 'le plus haut',
  'comparison.low80': '80 %, de',
  'comparison.high80': '80 %, à',
  'comparison.low50': '50 %, de',
  'comparison.high50': '50 %, à',
  'comparison.event': 'Événement : {name}',
  'comparison.decision': 'Décision {letter} : {name}',
  'comparison.gap.late':
    '{own, select, yes {L’écoute a commencé} other {{many, plural, one {{name}} =2 {{name}} other {# lancements passés}} : l’écoute a commencé}} à {from}. Ce qui s’est dit avant n’est pas connu.',
  'comparison.gap.early':
    '{own, select, yes {Rien n’a été écouté} other {{many, plural, one {{name}} =2 {{name}} other {# lancements passés}} : rien n’a été écouté}} après {to}.',
  'comparison.gap.not-heard':
    '{own, select, yes {Personne n’écoutait autour de ce lancement.} other {{name}{rest, plural, =0 {} other { et # de plus}} : personne n’écoutait alors, {count, plural, one {il est laissé} other {ils sont laissés}} de côté.}}',
  'comparison.gap.not-told':
    '{own, select, yes {La démo se remplit encore : les messages autour de ce lancement sont à venir.} other {{name}{rest, plural, =0 {} other { et # de plus}} : la démo se remplit encore, {count, plural, one {il est laissé} other {ils sont laissés}} de côté pour l’instant.}}',
  'comparison.gap.not-counted':
    '{own, select, yes {L’historique n’est pas encore compté selon sa requête de produit.} other {{name}{rest, plural, =0 {} other { et # de plus}} : l’historique n’est pas encore compté selon {count, plural, one {sa requête de produit, il est laissé} other {leur requête de produit, ils sont laissés}} de côté.}}',
  'comparison.gap.no-size': 'Taille habituelle inconnue, donc sans chiffre ici : {names}.',
  'comparison.gap.no-authors':
    'Les auteurs distincts ne sont pas connus là où T0 n’est pas un multiple du pas ou que des pays commencent à part : {names}.',

  'standing.rank':
    '{isLowest, select, yes {Buzz le plus faible} other {{place, plural, =1 {Buzz le plus fort} =2 {Deuxième buzz} =3 {Troisième buzz} other {#e buzz}}}} sur {of} lancements à {at}{hasTimes, select, yes {, {times} fois la médiane} other {}}{texts}.',
  'standing.rankPast':
    'Il a eu {isLowest, select, yes {le buzz le plus faible} other {{place, plural, =1 {le buzz le plus fort} =2 {le deuxième buzz} =3 {le troisième buzz} other {le #e buzz}}}} sur {of} lancements jusqu’à {at}{hasTimes, select, yes {, {times} fois la médiane} other {}}{texts}.',
  'standing.percentile':
    '{percentile, plural, =0 {Le buzz ne dépasse aucun des {launches}} =100 {Le buzz dépasse les {launches}} other {Le buzz dépasse # % des {launches}}} lancements passés à {at}{hasTimes, select, yes {, {times} fois leur médiane} other {}}{texts}.',
  'standing.rankOfTexts':
    ' ; {isLowest, select, yes {le dernier} other {{place, plural, =1 {le premier} =2 {le deuxième} =3 {le troisième} other {le #e}}}} en textes distincts{hasTimes, select, yes {, {times} fois} other {}}',
  'standing.percentileOfTexts':
    ' ; en textes distincts, {percentile, plural, =0 {au-dessous de tous} =100 {au-dessus de tous} other {au-dessus de # %}}{hasTimes, select, yes {, {times} fois} other {}}',
  'standing.asPercentile': 'Centile {percentile} de {launches} lancements passés.',
  'standing.metric':
    '{metric, select, distinct {Textes distincts} authors {Auteurs distincts} net {Sentiment net} other {Part du thème}} à {at} : {value}{beside, select, range { ; {count} lancements passés de {low} à {high}, médiane {median}} bands { ; la moitié de {count} lancements passés de {low} à {high}, médiane {median}} other {}}.',
  'standing.counted':
    '{mentions, plural, =0 {Aucune mention} one {Une mention} other {# mentions}}{counts, select, product { du produit} other {}} de T0 à {at}{texts, plural, =0 {} one {, # texte distinct} other {, # textes distincts}}.',
  'standing.countedBefore':
    '{mentions, plural, =0 {Aucune mention} one {Une mention} other {# mentions}}{counts, select, product { du produit} other {}} de {from} à {at}{texts, plural, =0 {} one {, # texte distinct} other {, # textes distincts}}.',
  'standing.medians': 'Médiane des lancements passés : {mentions} mentions, {texts} textes distincts.',
  'standing.sure':
    '{way, select, more {Au-dessus de la médiane, probable à plus de 90 %} less {Au-dessous de la médiane, probable à plus de 90 %} other {Ni nettement plus ni nettement moins que la médiane}}{texts, select, none {} alike {, en mentions comme en textes distincts} more { ; en textes distincts, au-dessus à plus de 90 %} less { ; en textes distincts, au-dessous à plus de 90 %} other { ; en textes distincts, sans écart certain}}.',
  'standing.closest':
    'Par la forme de sa courbe, quelle qu’en soit la hauteur, {isOver, select, yes {il a été le} other {jusqu’ici le}} plus proche de {name}.',
  'standing.bySize': 'Comparé selon la taille de la marque : les mentions divisées par ses mentions habituelles.',
  'standing.noSize':
    'La taille habituelle de la marque n’est pas connue : pas de comparaison selon la taille de la marque.',
  'standing.alone': 'Aucun lancement passé n’a été écouté sur toute cette durée : rien n’est comparé.',
  'standing.few':
    '{launches, plural, one {Un seul lancement passé a été écouté} other {Seuls # lancements passés ont été écoutés}} sur toute cette durée : trop peu pour comparer en mots.',
  'standing.ahead': 'T0 dans {in}. Rien n’a encore été compté pour ce lancement.',
  'standing.notHeard': 'Personne n’écoutait autour de ce lancement : il n’y a rien à comparer.',
  'standing.pastToCome': 'La démo se remplit encore : les lancements passés sont à venir.',
  'standing.notTold': 'La démo se remplit encore : les messages autour de ce lancement sont à venir.',
  'standing.notCounted': 'L’historique est en train d’être compté selon sa requête de produit ; la comparaison suivra.',
};
