/**
 * What asks and what complains in German, Spanish, Italian and Portuguese: the few expressions that no English or French text
 * holds. Enough that a question in one of them is not set aside for want of words; no list of sentiment.
 */
export const otherCues = {
  fault: `kaputt, defekt, geht nicht, geht nicht mehr, funktioniert nicht, nicht angekommen, beschädigt, undicht,
    no funciona, no sirve, no me funciona, roto, rota, defectuoso, defectuosa, dañado, dañada, no ha llegado, no llego,
    non funziona, non va più, rotto, rotta, difettoso, difettosa, danneggiato, non è arrivato, non è arrivata,
    não funciona, quebrado, quebrada, quebrou, com defeito, não chegou, estragou`,
  asks: `weiß jemand, weiss jemand, kann mir jemand, hat jemand, kennt jemand, wo kann ich, wo bekommt man, wann kommt, wie lange
    dauert, wie viel kostet, was kostet,
    alguien sabe, alguien tiene, alguien ha, me pueden decir, me puede decir, donde puedo, cuando sale, cuanto cuesta, cuanto
    vale, como puedo,
    qualcuno sa, qualcuno ha, mi potete dire, dove posso, quando esce, quanto costa, come posso, sapete se,
    alguém sabe, alguém tem, alguém já, me diga, me diz, onde posso, onde compro, quando sai, quanto custa, como posso`,
  questionWord: `warum, wieso, weshalb, wann, welche, welcher, welches,
    por qué, cuando, cuanto, donde, quien, cual, perché, quando, quanto, dove, quale, porque, por que, onde, qual, quais`,
} as const;
