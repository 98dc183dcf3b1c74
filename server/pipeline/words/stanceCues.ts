import type { Stance } from '../../../shared/kinds.ts';

/**
 * What people say of themselves and a product: that they look forward to it or mean to have it, or that they have it.
 * Folded as tokens are; an apostrophe within a word may be missing. First English, then French.
 */
export const stanceCues: Record<Exclude<Stance, 'asks'>, readonly string[]> = {
  expects: [
    `can't wait, cant wait, cannot wait, can not wait, couldn't wait, looking forward, i hope, i'm hoping, im hoping,
    hoping for, hoping to, hoping it, hoping they, i want one, i want it, i want this, i want that, i really want, want one, want it so, looking to buy, i need one, i need this, i need it,
    on my wishlist, on my wish list, will buy, i'll buy, ill buy, i'll get, i'll be buying, i'll be getting, will be buying, going to buy, gonna buy, i'm going to get, im going to get, i'm gonna get, im gonna get,
    gonna cop, planning to buy, planning to get, thinking of buying, thinking about buying, thinking of getting, thinking about getting, want to get, wanna buy, wanna get, want to buy, want to see, wanna see, want to try, wanna try,
    pre ordered, preordered, pre order, preorder, pre ordering, preordering, waiting for, i'm waiting, im waiting, saving up, so excited for, excited for, excited about, excited to,
    so hyped, hyped for, i'm ready for, im ready for, soon as it comes out, when it comes out, take my money`,
    `hate de, j ai hate, j ai trop hate, trop hate, vivement, je veux, je la veux, je le veux, je les veux, j aimerais, je voudrais, j espere, esperons, j attends,
    on attend, il me faut, il me le faut, il me la faut, je vais acheter, je vais prendre, je vais commander, je vais l acheter, vais craquer, precommande, precommandee, j ai precommande,
    envie de, me fait envie, me tente, j ai envie, impatient, impatiente, je compte acheter, je compte prendre`,
  ],
  owns: [
    `i bought, just bought, i've bought, ive bought, bought one, bought this, bought it, bought mine, bought my, i purchased, just purchased, got mine, got my,
    i got one, just got the, just got a, just got an, just got one, just got it, i have had, i've had, ive had, i own, i've owned, owned one, had mine, have mine, mine arrived, mine came, mine broke, mine is, mine has, mine was, mine just, mine died,
    just arrived, it arrived, finally arrived, i received, just received, received mine, received my, i've been using, ive been using, i've used, ive used, been using it, been using this, using mine, upgraded to, upgraded from, i returned, since i got, since i bought`,
    `j ai achete, je l ai achete, je l ai achetee, je les ai achetes, l ai achete, viens d acheter, ai achete, j ai recu, je l ai recu, je l ai recue, viens de recevoir, bien recu, bien recue, j ai pris, je l ai pris, je l ai prise,
    j en ai un, j en ai une, le mien, la mienne, les miens, les miennes, je possede, on m a offert, m a offert, j ai eu, je l ai depuis, je l ai eu, je l utilise, j utilise, je l ai teste, je l ai testee, j ai teste, je l ai essaye, je l ai essayee, je l ai rendu, je l ai renvoye`,
  ],
};

/** Before a brand's name (a word or two may stand between), they say whose it is. A firm's "our" says nothing of the kind. */
export const possessives = 'my mon ma mes';
/** "My god", "my heart": what follows is nobody's product. */
export const neverOwned =
  'god gosh goodness fuck heart life word words mind opinion favorite favourite whole entire mom mum dad friend friends timeline account dieu vie coeur avis amis copine';
