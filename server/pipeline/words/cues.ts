import { frenchCues } from './frenchCues.ts';
import { otherCues } from './otherCues.ts';

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
  'fault',
  'trouble',
  'blame',
  'dislike',
  'unable',
  'repair',
  'asks',
  'questionWord',
  'danger',
  'harm',
  'body',
  'opinion',
  'news',
  'giveaway',
  'invitation',
  'selfPromotion',
  'money',
  'offer',
  'praise',
  'unserved',
  'frenchNegator',
  'negatorBehind',
  'frenchBooster',
  'frenchDamper',
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
  turn: ['but, however, although, though, yet, except, unfortunately, sadly', frenchCues.turn],
  frenchNegator: ['', frenchCues.negator],
  negatorBehind: ['', frenchCues.negatorBehind],
  frenchBooster: ['', frenchCues.booster],
  frenchDamper: ['', frenchCues.damper],
  self: ['i, im, ive, id, my, me, mine, myself, we, our, us, ours', 'je, j, mon, ma, mes, moi, nous, notre, nos, m'],
  experience: [
    `bought, buy it, ordered, purchased, tried, trying, used, using, use it, got mine, got my, received, arrived, returned,
    owned, own one, i own, i have had, had mine, my new, i've had, replaced, upgraded, updated, installed, downloaded, tested,
    switched, since i, after using, weeks, for months, for years, every day, days with, weeks with, months with, finished my, gave me, first time, second time, third time, just got`,
    `achete, achetee, commande, commandee, essaye, essayee, teste, testee, recu, recue, utilise, utilisee, depuis que,
    j ai pris, j ai eu, m a offert, m a donne, rendu, rendue, renvoye, jours avec, semaines avec, mois avec, jours que, semaines que, mois que, tous les jours, premiere fois`,
  ],
  // A product that does not do what it should: nothing else is meant by these words.
  fault: [
    `still waiting, never arrived, never came, hasn't arrived, has not arrived, not arrived yet, yet to receive, hung up on,
    on hold for, empty bottle, empty box, arrived empty, wrong item, wrong order, wrong shade, wrong size, eyes burn, skin burns,
    broken, crash, crashes, crashed, crashing, freezes, freezing up, froze, bug, bugs, buggy, bugged, glitch, glitches,
    glitchy, lags, lagging, laggy, sluggish, faulty, defective, defect, defects, malfunction, malfunctions, malfunctioning,
    leaking, leaks, cracked, shattered, drains, draining, drained, overheating, overheats, overheated, disconnects,
    disconnecting, wont work, doesn't work, doesnt work, does not work, didn't work, didnt work, did not work, don't work,
    dont work, not working, isn't working, isnt working, aren't working, stopped working, stops working, quit working, no
    longer works, never works, never worked, won't work, barely works, hardly works, doesn't fix, didn't fix, didnt fix, not
    charging, won't charge, wont charge, won't turn on, wont turn on, won't start, won't load, wont load, won't open, wont
    open, won't update, won't connect, won't sync, won't let, wont let, won't send, doesn't send, doesn't support, fell apart,
    falls apart, falling apart, deleted my, erased my, lost all my, ate my, ruined my, killed my, shuts down, shuts off, keeps
    crashing, keeps freezing, no sound, unusable, unstable, unreliable, inaccurate, not to be trusted, can't be trusted, wrong
    size, wrong item, never arrived, not delivered, hasn't arrived, stopped responding, not responding, doesn't respond,
    doesn't recognize, trouble sending, dies on, keeps dying, is dying, battery dies, short battery, it broke, just broke, already broke, broke after, broke in,
    broke on, broke down, pump broke, screen broke, bottle broke, lid broke, nobody answers, nobody replies, no one answers`,
    `marche pas, marche plus, fonctionne pas, fonctionne plus, en panne, tombe en panne, plante, bugue, bogue, bug, bugs, abime,
    abimee, defectueux, defectueuse, casse, cassee, cassees, jamais recu, jamais arrive, pas recu, toujours pas recu, pas livre,
    ne tient pas, tient pas, s ouvre pas, ferme pas`,
    otherCues.fault,
  ],
  // Service that is owed and does not come: waiting, silence, money kept, things lost on the way.
  unserved: [
    `still waiting, been waiting, keep waiting, kept waiting, kept us waiting, kept me waiting, waiting since, waiting over, waiting almost,
    waiting for hours, waited over, waited almost, on hold, hold music, hung up on, hang up on, hangs up on, hung up, hangs up, cut me off, disconnected me,
    no answer, no reply, no response, no update, no updates, no explanation, no apology, no refund, no one answers, nobody answers,
    no one picks up, nobody picks up, no one called, nobody called, no one calls, nobody calls, no one told, nobody told, no one knows,
    nobody knows, no one cares, nobody cares, no one can help, nobody can help, no one showed up, nobody showed up, nobody came, no one came, no help, no sign of,
    no record of, heard nothing, not heard back, haven't heard, haven't received, hasn't been, still haven't, still hasn't, still have not, still has not,
    still no, still not, still nothing, still isn't, still can't, still don't, still doesn't, never showed up, never turned up, never called, never received, never got my, never came, never arrived,
    never responded, never replied, never answered, not answering, not responding, doesn't answer, don't answer, won't answer, didn't show up, didn't turn up, didn't call, didn't arrive, didn't come,
    can't get through, can't reach, can't log in, can't login, can't sign in, can't check in, can't access, can't get hold of, couldn't get through, won't let me, unable to,
    won't refund, won't help, won't fix, won't replace, won't take it back, refused to, refuses to, refuse to, denied my, rejected my, declined my, ignored my, ignoring me, ignores me, ignore me,
    my flight was cancelled, was cancelled, got cancelled, been cancelled, cancelled my, canceled my, cancelled our, canceled our, cancelled on, was canceled, got canceled, been canceled,
    delayed again, been delayed, delayed by, hours late, hour late, days late, weeks late, minutes late, late again, hour delay, hours delay, day delay,
    lost my, lost our, you lost, they lost, missed my, missed our, damaged my, damaged our, threw my, ate my card, out of order, out of service, no service, no signal, no internet, no connection, no heating, no hot water,
    is down, are down, was down, been down, went down, goes down, down again, down since, overcharged, charged me, charged twice, charged us, charging me, charged my, double charged, billed me, billed twice,
    kept the money, keep my money, took my money, taking my money, took the money, my money back, our money back, want a refund, wants a refund, need a refund, get a refund, where is my, where's my, where are my, where is our,
    sent the wrong, sent me the wrong, brought the wrong, got the wrong, wrong address, wrong house, wrong item, wrong order, forgot my, forgot our, forgot half, gave away my, gave away our, overbooked, oversold, stranded, stuck in, stuck at, stuck on, stuck here,
    passed around, passed from, transferred me, transferred to, sent me to, told me to, third time, fourth time, fifth time, 3rd time, 4th time, second time this, twice this, twice in, yet again, once again, every time i, day in a row,
    lost a customer, lost my business, losing a customer, lost customer, take my business, my business elsewhere, last time i, never using, never flying, never ordering, never shopping, never booking, never coming back, not coming back, cancelling my, canceling my, switching from, leaving you, rude, unhelpful, so called, for nothing, thanks for nothing`,
    `toujours rien, toujours pas, toujours aucune, toujours aucun, aucune reponse, aucune nouvelle, aucun retour, aucune explication, aucune information, sans reponse, sans prevenir, sans explication, pas de reponse, pas de nouvelles,
    personne ne repond, personne ne rappelle, personne ne sait, personne pour, ne repond pas, repond pas, repond plus, ne repondez pas, raccroche, raccroche au nez, j attends encore, on attend encore, attend encore, attends toujours, attend toujours, attends depuis, attend depuis, que j attends, d attente, heures d attente,
    de retard, en retard, jours de retard, heures de retard, encore en retard, annule, annulee, vol annule, train supprime, supprime sans, jamais venu, jamais recu, jamais livre, jamais rappele, n est pas venu, pas venu, pas livre, pas recu,
    pas rembourse, remboursez, rembourser, debite deux fois, preleve deux fois, facture deux fois, encore preleve, perdu ma, perdu mon, bagage perdu, valise perdue, colis perdu, impossible de joindre, impossible de vous joindre, impossible de me connecter, injoignable, injoignables,
    deuxieme fois, troisieme fois, quatrieme fois, encore une fois, plus de reseau, pas de reseau, plus d internet, pas d internet, plus de connexion, pas d eau chaude, pas de chauffage, perdu un client, perdre un client, en panne, coupure, internet coupe, ligne coupee, ligne est coupee, renvoie d un, pour rien`,
  ],
  trouble: [
    `broke, breaks, breaking, freeze, frozen, lag, slow, slower, slows, dead, dies, dying, died, fails, failed, failing, failure,
    error, errors, problem, problems, issue, issues, trouble, troubles, stuck, leak, scratched, missing, damaged, bent, shut
    down, keeps, kept, out of stock, sold out, delayed, late, cancelled, canceled, messed up, screwed up, no answer, no reply,
    no response, dries out, sticky, greasy, clogged, peeling, faded, smudges, flakes, not work, doesn't like, drop calls, drops
    calls, expensive, pricey, too big, too small, too heavy, too thick, too short, too long, too loud, tiny`,
    `panne, lent, lente, fuit, coule, probleme, problemes, souci, soucis, erreur, erreurs, rupture, en rupture, epuise, epuisee,
    retard, pas de reponse, aucune reponse, perime, perimee, vide, colle, collant, collante, grasse, gras, bloque, bloquee,
    manque, manquant, cher, chere`,
  ],
  blame: [
    `suck, sucks, sucked, sux, terrible, horrible, awful, worst, useless, rubbish, trash, garbage, crap, crappy, junk, shitty,
    pathetic, disappointed, disappointing, disappointment, disappoints, regret buying, refund, money back, waste of, wasted,
    overpriced, too expensive, so expensive, rip off, ripoff, scam, fraud, annoying, annoyed, annoys, irritating, irritates,
    irritated, unacceptable, unhappy, pissed, furious, mad at, fed up, sick of, tired of, let down, not happy, not impressed,
    unimpressed, not worth, not useful, not so useful, not for me, never again, never buying, never buy, will never use, would
    never, don't buy, dont buy, do not buy, should not buy, shouldn't buy, stay away, boycott, disgruntled, frustrated,
    frustrating, frustration, disgusted, incompetent, misleading, bad decision, don't like, dont like, do not like, didn't
    like, hate it, hate this, hate my, i hate, can't stand, cant stand, nightmare, downgrade, take it back, returning it,
    returned it, sending it back, get it together, poor quality, bad quality, terrible service, customer service`,
    `nul, nulle, nuls, nulles, mauvais, mauvaise, pire, horrible, affreux, affreuse, inutile, decu, decue, decus, decues,
    decevant, decevante, deception, regrette, rembourse, rembourser, remboursement, arnaque, trop cher, trop chere, hors de
    prix, honteux, inadmissible, inacceptable, scandaleux, scandaleuse, enerve, enervee, agace, agacee, marre, ras le bol,
    deteste, plus jamais, jamais plus, n achetez pas, a eviter, pas contente, pas content, mecontent, mecontente, pas
    terrible, pas satisfait, pas satisfaite, insatisfait, insatisfaite, a fuir, fuyez, du vol, poubelle, n aime pas, pas aime,
    pas convaincue, pas convaincu, aucun effet, aucune difference, pire achat`,
  ],
  // Said of anything and anybody: little weight alone.
  dislike: [
    `bad, poor, poorly, worse, hate, hates, hated, hating, ridiculous, upset, angry, avoid, complain, complaint, complaining,
    shame, shameful, disgrace, disgusting, embarrassing, fail, epic fail, amateurs, lied, lies, downside, downsides, wtf, come
    on, joke, ugly, weak, regret, waste, killed, boring, stupid, dumb, hell, shit, damn, fuck, fucking, freaking, why the heck,
    why the hell, ugh, smh, sad, sadly, unfortunately, switching to, going back to`,
    'dommage, honte, jette, evitez, plainte, bof, moche, bete, merde, putain, helas, malheureusement',
  ],
  unable: [
    `can't, cant, cannot, can not, could not, couldn't, couldnt, won't, wont, unable, not able, impossible, no way to, refuses
    to, refuse to, doesn't let, doesnt let, not let, not allow, not letting, doesn't, doesnt, didn't, didnt, isn't, isnt, hasn't`,
    'peux pas, peut pas, arrive pas, n arrive pas, impossible, pas moyen, refuse de, ne veut pas, veut pas, peux plus',
  ],
  // Asks the maker to act.
  repair: [
    `fix this, fix it, fix your, fix the, please fix, needa fix, needs to fix, need to fix, get it together, do something, sort
    it out, get your act together, get your shit together, get yo shit together, replacement, warranty, repair, how do i fix,
    bring back, please add`,
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
    otherCues.asks,
  ],
  questionWord: [
    `what, who, where, when, why, how, which, does, do, did, is, are, can, could, will, would, should, anyone, anybody, has,
    have, whats, wheres, hows, was, were, am`,
    'quoi, qui, ou, quand, pourquoi, comment, quel, quelle, quels, quelles, combien, est, quelqu',
    otherCues.questionWord,
  ],
  // Harm to somebody, or a thing that catches fire: these words alone say so.
  danger: [
    `allergic reaction, allergic, rash, rashes, hives, blisters, blistered, swollen, swelled up, burned my, burnt my, burns my,
    burning my, burned me, burnt me, burned his, burned her, burnt her, chemical burn, chemical burns, caught fire, catch fire,
    catching fire, exploded, explodes, exploding, product recall, recalled, recalls, electric shock, electrocuted, shocked me,
    hurt my, hurts my, hurt me, injured, injury, injuries, emergency room, poisoned, poisoning, poisonous, went blind,
    bleeding, infected, scarred, irritated my, irritates my, broke me out, breaking me out, breakouts, red patches, hair loss,
    hair fell, hair falling, lost my hair, passed out, anaphylactic, side effects, dermatologist, smoke coming, started
    smoking, hazardous`,
    `allergie, allergique, plaques rouges, plaque rouge, rougeurs, brulure, brulures, brule la, brule le, brule les, m a brule,
    gonfle, gonflee, gonfles, demangeaison, demangeaisons, urticaire, eczema, irritations, urgences, a explose, prend feu, pris
    feu, rappel produit, rappel de produit, rappel du produit, intoxication, blesse, blessee, dermatologue, dermato, perte de
    cheveux`,
  ],
  // Harm when said of a body.
  harm: [
    `burn, burned, burnt, burns, burning, hurt, hurts, hurting, sting, stings, stinging, stung, itch, itches, itchy, itching,
    swelling, bled, peeling, irritation, irritated, irritates, redness, red, allergy, infection, scars, pain, painful, sore,
    reaction, toxic, choking, choked, fire, hospital, dangerous, unsafe, breakout, broke out, damaged, dried out`,
    `brule, brulent, bruler, brulee, pique, picote, picotements, gratte, demange, demangent, irrite, irritee,
    irritation, rougeur, rouge, rouges, plaques, boutons, mal, douleur, saigne, infection, toxique, dangereux, dangereuse,
    hopital, reaction, peler, pele`,
  ],
  body: [
    'skin, face, eyes, eye, eyelids, lips, lip, cheeks, scalp, hair, hands, hand, finger, fingers, neck, arm, arms, leg, legs, throat, son, daughter, baby, kid, child',
    'peau, visage, yeux, oeil, paupieres, levres, joues, cuir chevelu, cheveux, mains, main, doigt, doigts, cou, bras, gorge, fils, fille, bebe, enfant',
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
    `check out, check this, check us, checkout, check, take a look, have a look, sign up, signup, download, join us,
    come by, stop by, visit us, visit our, visit, click here, click, click on, go to, link in bio, watch my, watch
    this, see you at, don't miss, register, rsvp, swing by, come see, come check, read more, learn more, find out,
    tune in, pre order, preorder, order now, buy now, shop now, available now, get yours, limited time, like us,
    share this, please share, rt this, hey guys, hi guys, hello guys, sup guys, feedback, my page, my pages, my
    website, my site, my blog, my music, my work, my page please, my twitter, my facebook, my instagram, my youtube,
    just started, im new, i'm new, your support, support us, support my, donate, gofundme, kickstarter, indiegogo,
    check it out, please help me, pls help me, on my wall, i sing, rapper, my etsy, my shop, my store, my album, my
    cover, my covers, add me, like my, please like, help us`,
    `decouvrez, cliquez, inscrivez, rendez vous, rejoignez, profitez, visitez, abonnez, telechargez, jetez un oeil, regardez,
    venez, en savoir plus, lien en bio, commandez, partagez, precommandez, likez`,
  ],
  selfPromotion: [
    `subscribe, subscribed to, subscribing, subs, subscribers, sub for sub, sub4sub, sub me, my channel, my chanel,
    my video, my videos, my vid, my vids, my first video, my new video, my song, my songs, my new song, my first
    song, my remix, my mixtape, my soundcloud, our channel, our page, our video, our videos, our website, our music,
    check me out, check us out, check my, check out my, check out our, check out this video, check out this
    playlist, check out the new, new channel, follow me, follow us, follow back, followback, f4f, l4l, watch my,
    visit my, listen to my, thumbs up so, thumb up so, vote for, support me, upcoming artist, unsigned artist, i
    make videos, i upload, i rap, i make music, i make beats, gameplay channel, share my, shares my, view my, give
    me a chance, give it a chance, give it a listen, take a listen, have a listen, please watch, pls watch, please
    subscribe, youtube channel, facebook page, getting more views, leave a like, drop a like, comment and subscribe,
    i have a channel, i have a youtube`,
    `ma chaine, ma page, mes videos, ma video, mon blog, mon site, ma boutique, abonnez vous, abonne toi, abonnez, suivez moi,
    suis moi, soutenez, likez, un pouce, rejoins moi`,
    'meu canal, no canal, inscrevam, se inscreva, mi canal, suscribete, suscribanse, mein kanal, abonniert',
  ],
  money: [
    `earn, earning, make money, making money, extra money, money online, work from home, from home, per day, per week, per month,
    dollars a day, dollars an hour, paypal, get paid, earn cash, passive income, income, profit, bitcoin, crypto, invest, investment, loan, credit, get rich, millionaire,
    paid surveys, surveys, referral, refer, free money, online work, affiliate, paychecks, sign up bonus, dm me, whatsapp,
    telegram, inbox me, dm for`,
    'gagner de l argent, argent facile, revenus, revenu, par jour, par mois, investir, investissement, credit, contactez moi',
  ],
  offer: [
    `discount, coupon, promo, promo code, voucher, deal, deals, on sale, sales, percent off, free shipping, best price, best prices,
    lowest price, cheapest, wholesale, replica, brand new, for sale, offer, offers, special
    offer, followers, hack tool, cheat codes, generator, free download, giftcard, casino, viagra, weight loss, lose weight, hot
    girls, sexy, webcam, adult, dating, buy followers, guaranteed, limited offer, act now, 100 free, free trial`,
    `remise, reduction, code promo, promo, promos, promotion, solde, soldes, bon plan, bons plans, livraison gratuite, gratuit,
    gratuite, meilleur prix, pas cher, offre, offres, a vendre, vends, perdre du poids, maigrir, rencontre, rencontres`,
  ],
  praise: [
    `love it, love this, love my, i love, in love with, highly recommend, would recommend, recommend it, holy grail, so happy,
    very happy, game changer, worth every, best ever, the best, works great, works perfectly, works well, it works, really
    works, obsessed with, impressed, so good, so soft, so smooth, wonderful, amazing, gorgeous, fantastic, perfect, excellent,
    brilliant, beautiful, my favourite, my favorite, are fans, big fan, never going back, buy again, thank you`,
    `j adore, adore, je recommande, recommande, tres contente, tres content, ravie, ravi, je valide, coup de coeur, rien a
    redire, bluffee, bluffe, merveilleux, merveilleuse, magnifique, delicieux, delicieuse, parfait, parfaite, genial, geniale,
    sublime, efficace, excellent, excellente, la meilleure, le meilleur, fan, fans, top, super, belle surprise, jolie surprise,
    chapeau, bravo, quelle difference, quel eclat`,
  ],
};
