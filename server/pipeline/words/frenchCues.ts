/** Words that turn, strengthen or weaken what follows, or set two parts of a post against each other; as in `cueWords`. */
export const frenchCues = {
  /** "ne" stands before the verb and "pas" behind it; either alone is common: "n’ose", and in speech "j’aime pas". */
  negator: `ne, n, pas, jamais, rien, aucun, aucune, aucunement, nullement, sans, ni, guère, zéro, au lieu de, plus aucun, plus aucune,
    plus du tout, plus jamais, même pas, pas du tout, absolument pas, vraiment pas, pas vraiment, pas tellement`,
  /**
   * Negate a verb that stands one or two words before them in the same clause: "ça marche pas", "j’aime vraiment pas". "plus"
   * is here only: before its word it compares ("plus drôle"), behind it the verb has ended ("ça marche plus").
   */
  negatorBehind: 'pas, jamais, plus, guère',
  booster: `très, trop, hyper, super, méga, ultra, giga, archi, vraiment, tellement, si, grave, carrément, extrêmement, énormément,
    incroyablement, totalement, complètement, absolument, parfaitement, franchement, vachement, drôlement, sacrément, fort,
    fortement, particulièrement, terriblement, affreusement, horriblement, infiniment, hautement, entièrement, profondément,
    réellement, tout à fait, beaucoup, bien, quel, quelle, quels, quelles, tro, de ouf, de fou, à fond, à mort, plus,
    excessivement, sérieusement, purement, full, vrmt`,
  damper: `un peu, assez, plutôt, à peine, presque, légèrement, relativement, moyennement, un poil, un tantinet, un chouïa,
    quelque peu, vaguement, quasiment, quasi, moins, peu, pas très, pas si, parfois, en partie, partiellement, passablement,
    faiblement, un brin, une sorte de, un genre de, pseudo`,
  turn: `mais, cependant, pourtant, toutefois, par contre, en revanche, sauf que, néanmoins, malgré tout, hélas, malheureusement,
    seul bémol, dommage que, mis à part, à part, heureusement, au final, finalement, le seul problème, quoique`,
} as const;
