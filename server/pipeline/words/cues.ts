/**
 * What words and phrases tell, apart from their sentiment. Folded as tokens are; separated by commas or line ends. The
 * first English and French lists: general ways of complaining, asking and advertising, no word of one trade or one file.
 */
export const cueNames = [
  'negator',
  'booster',
  'damper',
  'turn',
  'self',
  'experience',
  'trouble',
  'blame',
  'unable',
  'repair',
  'asks',
  'questionWord',
  'danger',
  'hazard',
  'opinion',
  'news',
  'giveaway',
  'invitation',
  'selfPromotion',
  'money',
  'offer',
  'praise',
] as const;
export type Cue = (typeof cueNames)[number];

export const cueWords: Record<Cue, readonly string[]> = {
  // English only: they turn the English lexicon's values.
  negator: [
    `not, no, never, none, nobody, nothing, neither, nor, without, hardly, barely, cannot, cant, can't, don't, dont, doesn't,
    doesnt, didn't, didnt, isn't, isnt, aren't, arent, wasn't, wasnt, weren't, werent, won't, wont, wouldn't, wouldnt,
    couldn't, couldnt, shouldn't, shouldnt, haven't, havent, hasn't, hasnt, hadn't, hadnt, ain't, aint, lack, lacks`,
  ],
  booster: [
    `very, so, really, too, extremely, absolutely, totally, completely, fucking, freaking, damn, super, incredibly, insanely,
    utterly, such, soo, sooo, fuckin, highly, truly, quite, way, much, all`,
  ],
  damper: ['slightly, somewhat, kinda, kind of, sort of, sorta, a bit, a little, fairly, almost, partly, less'],
  turn: ['but, however, although, though, yet, except, unfortunately, sadly, mais, cependant, pourtant, toutefois'],
  self: ['i, im, ive, id, my, me, mine, myself, we, our, us, ours', 'je, j, mon, ma, mes, moi, nous, notre, nos, m'],
  experience: [
    `bought, buy it, ordered, purchased, tried, trying, used, using, use it, got mine, got my, received, arrived, returned,
    owned, own one, i own, i have had, had mine, my new, i've had, replaced, upgraded, updated, installed, downloaded, tested,
    switched, since i, after using, weeks, for months, for years, every day, first time, second time, third time, just got`,
    `achete, achetee, commande, commandee, essaye, essayee, teste, testee, recu, recue, utilise, utilisee, depuis que,
    j ai pris, j ai eu, rendu, rendue, renvoye, jours, semaines, mois, tous les jours, premiere fois`,
  ],
  trouble: [
    `broken, broke, breaks, breaking, crash, crashes, crashed, crashing, freeze, freezes, froze, frozen, freezing, bug, bugs,
    buggy, bugged, glitch, glitches, glitchy, lag, lags, lagging, laggy, slow, slows, slower, sluggish, dead, dies, dying,
    died, fail, fails, failed, failing, failure, fault, faulty, defective, defect, defects, error, errors, problem, problems,
    issue, issues, trouble, troubles, stuck, leak, leaks, leaking, leaked, cracked, cracks, shattered, scratched, missing,
    damaged, drains, draining, drained, overheating, overheats, overheated, disconnects, disconnecting, wont work,
    doesn't work, doesnt work, does not work, didn't work, didnt work, did not work, not working, isn't working, isnt working,
    aren't working, stopped working, stops working, quit working, no longer works, not work, never works, never worked, won't
    work, barely works, hardly works, doesn't fix, didn't fix, didnt fix, doesn't like, not charging, won't charge, wont
    charge, won't turn on, wont turn on, won't load, wont load, won't open, won't update, won't connect, won't sync, won't let,
    wont let, won't send, doesn't send, isn't sending, doesn't support, fell apart, falls apart, falling apart, bent, deleted
    my, erased my, lost my, lost all, ate my, ruined, ruins, killed my, shut down, shuts down, shuts off, keeps, kept,
    no sound, out of stock, sold out, delayed, late, cancelled, canceled, unusable, unstable, unreliable, inaccurate, messed
    up, screwed up, not to be trusted, can't be trusted, wrong size, wrong item, never arrived, not delivered, hasn't arrived,
    no answer, no reply, no response, dry, dries out, sticky, greasy, clogged, peeled, peeling, faded, smudges, flakes`,
    `casse, cassee, cassees, marche pas, marche plus, fonctionne pas, fonctionne plus, ne marche, ne fonctionne, en panne,
    panne, plante, bugue, bogue, lent, lente, fuit, coule, abime, abimee, defectueux, defectueuse, probleme, problemes, souci,
    soucis, erreur, erreurs, rupture, en rupture, epuise, epuisee, retard, jamais recu, jamais arrive, pas recu, toujours pas,
    pas livre, pas de reponse, aucune reponse, perime, perimee, vide, colle, collant, collante, grasse, gras, bloque, bloquee,
    manque, manquant`,
  ],
  blame: [
    `suck, sucks, sucked, sux, terrible, horrible, awful, worst, useless, rubbish, trash, garbage, crap, crappy, junk, shit,
    shitty, pathetic, disappointed, disappointing, disappointment, disappoints, regret, refund, money back, waste, wasted,
    overpriced, too expensive, so expensive, rip off, ripoff, scam, fraud, annoying, annoyed, annoys, irritating, irritates,
    irritated, ridiculous, hate, hates, hated, hating, unacceptable, unhappy, upset, pissed, angry, furious, mad at, fed up,
    sick of, tired of, let down, not happy, not impressed, unimpressed, not worth, not useful, not for me, never again, never
    buying, never buy, will never, would never, don't buy, dont buy, do not buy, should not buy, shouldn't buy, avoid, stay
    away, boycott, complain, complaint, complaining, disgruntled, frustrated, frustrating, frustration, bad, poor, poorly,
    worse, cheaply made, cheap plastic, shame, shameful, disgrace, disgusting, disgusted, embarrassing, fail, epic fail,
    amateurs, incompetent, misleading, lied, lies, downside, downsides, bad decision, don't like, dont like, do not like,
    didn't like, doesn't like, hate it, can't stand, cant stand, makes me want to, wtf, come on, really apple, joke, a joke,
    downgrade, nightmare, hell, stupid, dumb, ugly, weak, broke my heart, switching to, switch to, going back to, take it
    back, returning, returned it, return it, sending it back`,
    `nul, nulle, nuls, nulles, mauvais, mauvaise, pire, horrible, affreux, affreuse, inutile, decu, decue, decus, decues,
    decevant, decevante, deception, regrette, rembourse, rembourser, remboursement, arnaque, trop cher, trop chere, hors de
    prix, honte, honteux, inadmissible, inacceptable, scandaleux, scandaleuse, enerve, enervee, agace, agacee, marre, ras le
    bol, deteste, plus jamais, jamais plus, n achetez pas, a eviter, evitez, pas contente, pas content, mecontent, mecontente,
    pas terrible, pas satisfait, pas satisfaite, insatisfait, dommage, a fuir, fuyez, plainte, du vol, jette, poubelle,
    n aime pas, pas aime, pas convaincue, pas convaincu, aucun effet, aucune difference, pire achat`,
  ],
  unable: [
    `can't, cant, cannot, can not, could not, couldn't, couldnt, won't, wont, unable, not able, impossible, no way to, refuses
    to, refuse to, doesn't let, doesnt let, not let, not allow, not letting, doesn't, doesnt, didn't, didnt, isn't, isnt, hasn't`,
    'peux pas, peut pas, arrive pas, n arrive pas, impossible, pas moyen, refuse de, ne veut pas, veut pas, peux plus',
  ],
  repair: [
    `fix, fix this, fix it, please fix, fixed, needs fixing, get it together, do something, sort it out, get your act together,
    get your shit together, get yo shit together, support, customer service, customer care, genius bar, warranty, repair,
    replacement, reset, restart, reboot, downgrade`,
    'sav, service client, garantie, reparer, reparation, reparez, corrigez, faites quelque chose, remplacement, reclamation',
  ],
  asks: [
    `anyone know, anybody know, does anyone, does anybody, anyone else, anybody else, has anyone, has anybody, can anyone, can
    anybody, can someone, could someone, someone tell me, somebody tell me, anyone have, anyone got, anyone tried, is anyone,
    do you know, do they, did you, do you have, how do i, how do you, how can i, how can you, how to, how did you, how much is,
    how much does, how much do, how long does, how long is, how many, where can i, where do i, where to buy, where can you,
    where is, when will, when is, when does, when do, what is the, what's the, which one, which is, which do you, should i,
    shall i, can i, may i, could i, can you, could you, will it, will there be, will they, is it possible, is it worth, is
    it true, is there, are there, does it, does the, does this, do i need, would it, what happens if, wondering, i wonder, was
    wondering, quick question, question about, my question, tell me, let me know, any idea, any ideas, any tips, any advice,
    any recommendations, help me, need help, please help, pls help, who knows, why is, why does, why do, why did, why doesn't,
    why isn't, why are, why can't, how come, what about, is this, is that, is it, are they, or should, suitable for, safe for,
    compatible with, work with, works with, any left`,
    `quelqu un sait, quelqu un a, quelqu un peut, est ce que, est ce qu, savez vous, sais tu, avez vous, comment faire, comment
    on, comment puis, ou trouver, ou acheter, ou puis, quand est ce, c est quand, combien coute, combien de temps, quel prix,
    quelle est, quel est, lequel, laquelle, dois je, puis je, peut on, faut il, y a t il, existe t il, une question, question
    sur, je me demande, me demande, a votre avis, un avis, des avis, vos avis, vous conseillez, pouvez vous, peux tu,
    convient, compatible avec, une idee`,
  ],
  questionWord: [
    `what, who, where, when, why, how, which, does, do, did, is, are, can, could, will, would, should, anyone, anybody, has,
    have, whats, wheres, hows, was, were, am`,
    'quoi, qui, ou, quand, pourquoi, comment, quel, quelle, quels, quelles, combien, est, quelqu',
  ],
  // Harm to a person or a thing on fire: counts alone.
  danger: [
    `allergic reaction, allergic, allergy, rash, rashes, hives, blister, blisters, blistered, swollen, swelling, swelled,
    burned my, burnt my, burns my, burning my, burned me, burnt me, burned his, burned her, chemical burn, chemical burns, caught
    fire, on fire, exploded, explodes, exploding, explosion, recall, recalled, electric shock, electrocuted, shocked me, hurt me,
    hurt my, hurts my, injured, injury, injuries, hospital, emergency room, poisoned, poisoning, poisonous, toxic, choking,
    choked, went blind, bleeding, bled, infection, infected, scarred, scars, irritated my, irritates my, broke me out, breakout,
    breakouts, itchy, itching, itches, stings, stinging, red patches, redness, hair loss, hair fell, hair falling, passed out,
    anaphylactic, side effect, side effects, dermatologist, smoke coming, smoking, melted, overheated and, hazardous, unsafe,
    dangerous`,
    `allergie, allergique, reaction allergique, plaques, plaque rouge, plaques rouges, rougeur, rougeurs, brulure, brulures, brule
    la, brule le, brule les, m a brule, brulee, bruler, gonfle, gonflee, gonfles, demange, demangeaison, demangeaisons, gratte,
    urticaire, boutons, irritation, irritations, irrite, irritee, pique, picote, picotements, hopital, urgences, explose, prend
    feu, pris feu, en feu, rappel, rappele, intoxication, toxique, dangereux, dangereuse, saigne, infection, blesse, blessee,
    dermatologue, dermato, eczema, perte de cheveux`,
  ],
  // Only beside the writer's own body or a product's failure.
  hazard: [
    'burn, burned, burnt, burns, burning, hurt, hurts, fire, smoke, shock, pain, painful, sting, itch, skin, face, eyes, eye, hands, hand',
    'peau, visage, yeux, oeil, mains, douleur, mal',
  ],
  opinion: [
    `think, thought, imo, imho, opinion, honestly, personally, love, loved, loves, like, liked, prefer, recommend, recommended,
    favourite, favorite, best, better, impressed, amazing, awesome, great, perfect, beautiful, worth, happy, enjoy, enjoying,
    obsessed, review, rather, compared, feel, feels, looks, sounds, want, wanted, wish, hope, need, needs, should`,
    `pense, trouve, avis, franchement, honnetement, perso, personnellement, adore, adoree, aime, aimee, prefere, recommande,
    conseille, meilleur, meilleure, mieux, super, genial, geniale, parfait, parfaite, magnifique, top, contente, content, ravie,
    ravi, voudrais, aimerais, j espere, bof, ressens, sens`,
  ],
  news: [
    `announces, announced, announcing, unveils, unveiled, launches, launching, reports, reportedly, report, according to,
    analyst, analysts, shares, stock, stocks, investors, quarter, revenue, earnings, market, markets, trading, ceo, lawsuit,
    jury, trial, sues, sued, court, acquires, acquisition, partnership, sources say, confirms, confirmed, reveals, revealed,
    rumor, rumors, rumour, rumours, exclusive, breaking, via, headlines, survey, study, percent, billion, million, sets up,
    opening, opens, to open, to launch, co founder, founder, today's, preview, interview, panel, keynote, session, podcast`,
    `annonce, annonces, devoile, lance, selon, action, actions, bourse, investisseurs, trimestre, chiffre d affaires, resultats,
    proces, tribunal, rachat, rachete, partenariat, confirme, revele, rumeur, rumeurs, etude, sondage, milliard, milliards,
    million, millions, communique, ouvre, interview, dossier`,
  ],
  giveaway: [
    `win, winner, winners, giveaway, give away, giving away, enter to win, chance to win, sweepstakes, contest, raffle, prize,
    rt to win, retweet to win, follow and rt, follow & rt, follow and retweet, rt and follow, to enter, enter our, enter now,
    free ipad, free iphone, win a, win an, win free, for free, claim your, gift card, lucky winner`,
    `concours, gagner, gagnez, gagnant, a gagner, tirage au sort, jeu concours, cadeau, cadeaux, rt et follow, rt follow, follow
    rt, participez, pour participer, remporter, remportez, tentez`,
  ],
  // Calls to go somewhere.
  invitation: [
    `check out, check it out, check this, check us, check my, checkout, take a look, have a look, sign up, signup, download, join
    us, come by, stop by, visit us, visit our, visit, click here, click, click on, go to, link in bio, watch my, watch this, see
    you at, don't miss, register, rsvp, swing by, come see, come check, read more, learn more, find out, tune in, pre order,
    preorder, order now, buy now, shop now, available now, get yours, limited time, like us, share this, please share, rt this`,
    `decouvrez, cliquez, inscrivez, rendez vous, rejoignez, profitez, visitez, abonnez, telechargez, jetez un oeil, regardez,
    venez, en savoir plus, lien en bio, commandez, partagez, precommandez, likez`,
  ],
  selfPromotion: [
    `subscribe, subscribed, subscribing, subs, sub for sub, sub4sub, my channel, my chanel, my page, my video, my videos, my vid,
    my vids, my song, my songs, my music, my cover, my covers, my blog, my website, my site, my shop, my store, our channel, our
    page, our video, our videos, our website, check me out, check my, follow me, follow back, followback, followers, f4f, l4l,
    add me, like my, watch my, visit my, thumbs up if, thumbs up this, vote for, support me, support my, support us, upcoming
    artist, i make videos, i upload, i rap, i sing, i cover, new channel, gameplay channel, please like, share my, view my, views,
    give me a chance, please help me, help me get, help us, giving it a, my youtube, youtube channel, facebook page, on facebook,
    on twitter, instagram, hello guys, hey guys, hi guys, please watch, pls watch, channel`,
    `ma chaine, ma page, mes videos, ma video, mon blog, mon site, ma boutique, abonnez vous, abonne toi, abonnez, suivez moi,
    suis moi, soutenez, likez, un pouce`,
    'meu canal, no canal, inscrevam, se inscreva, mi canal, suscribete, suscribanse, mein kanal, abonniert',
  ],
  money: [
    `earn, earning, make money, making money, extra money, money online, work from home, from home, per day, per week, per month,
    a day, an hour, paypal, paid, cash, income, profit, bitcoin, crypto, invest, investment, loan, credit, get rich, millionaire,
    rich, paid surveys, surveys, referral, refer, free money, dollars, euros, payment, paychecks, sign up bonus, dm me, whatsapp,
    telegram, inbox me, dm for`,
    'gagner de l argent, argent facile, revenus, revenu, par jour, par mois, investir, investissement, credit, contactez moi',
  ],
  offer: [
    `discount, coupon, promo, promo code, code, voucher, deal, deals, sale, sales, off, free shipping, best price, best prices,
    lowest price, cheap, cheapest, wholesale, replica, unlocked, brand new, for sale, price, prices, offer, offers, special
    offer, followers, hack, hacks, cheats, generator, free download, giftcard, casino, viagra, weight loss, lose weight, hot
    girls, sexy, webcam, adult, dating, buy followers, guaranteed, limited offer, act now, 100 free, free trial`,
    `remise, reduction, code promo, promo, promos, promotion, solde, soldes, bon plan, bons plans, livraison gratuite, gratuit,
    gratuite, meilleur prix, pas cher, offre, offres, a vendre, vends, perdre du poids, maigrir, rencontre, rencontres`,
  ],
  praise: [
    `love it, love this, love my, i love, highly recommend, would recommend, holy grail, so happy, very happy, game changer, worth
    every, best ever, works great, works perfectly, works well, obsessed with, impressed`,
    'j adore, je recommande, tres contente, tres content, ravie, je valide, coup de coeur, rien a redire, bluffee, bluffe',
  ],
};
