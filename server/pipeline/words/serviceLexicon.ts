import { commaed, foldValued, once, type Valued } from './valuedEntries.ts';

/**
 * How customers tell a company that it served them well or badly, without a word of feeling, -5 (worst) to +5 (best). Phrases
 * whose words mislead when read alone ("never had an issue") stand here too.
 */
export const service: Valued = {
  '+3': `went above and beyond, above and beyond, went out of their way, went out of her way, went out of his way, can't fault,
    cannot fault, couldn't fault, could not fault, can't ask for more, couldn't ask for more, never let me down, never
    lets me down, never let us down, never lets us down, hats off to, saved the day, saved my day, made my day, made
    my week, worth every, customer for life`,
  '+2': `never had an issue, never had any issue, never had any issues, never had issues, never had a problem, never had any
    problem, never had any problems, never had problems, never had a bad, not a single problem, not a single issue, no
    complaint, nothing to complain about, no fuss, without any fuss, no hassle, without any hassle, no wait, no
    questions asked, ahead of schedule, ahead of time, days early, minutes early, all sorted, sorted it, sorted that,
    sorted out, sorting that, sorting it, sorting this, for sorting, all fixed, for fixing, problem solved, solved my
    problem, fixed my, fixed it, back online, up and running, quick reply, quick response, fast reply, fast response,
    fast answer, quick answer, speedy response, so quickly, upgraded us, upgraded me, for free, refunded me, refunded
    us, got my refund, got my money back, on time again, right on time, thanks for letting, thanks for getting, for
    getting back to me, lowered my bill`,
  '-2': `kept me waiting, kept us waiting, hold music, hangs up on, no refund, no explanation, no apology, no update, no
    updates, no one answers, nobody answers, no one picks up, nobody picks up, no one knows, nobody knows, heard
    nothing, not heard back, haven't heard, haven't received, still nothing, still no, still not, never received,
    never showed up, never turned up, never called, never replied, never responded, didn't show up, didn't turn up,
    can't get through, can't log in, can't login, can't sign in, can't check in, won't let me, won't refund, won't
    fix, won't help, won't replace, was cancelled, got cancelled, been cancelled, was canceled, got canceled, been
    canceled, delayed again, hours late, days late, weeks late, lost my bag, lost my bags, lost our bags, lost my
    luggage, lost our luggage, lost my suitcase, you lost, out of order, no hot water, no heating, overcharged,
    charged twice, charged me twice, double charged, billed twice, kept the money, kept my money, took my money, wrong
    address, wrong house, sent the wrong, brought the wrong, overbooked, oversold, stranded, refused to, ignored me,
    lost a customer, third time this, passed around`,
  '-3': `thanks for nothing, thanks for ruining, bed bugs, food poisoning, never ordering, taking my business, my business
    elsewhere`,
};

/** Folded phrases of English messages to companies with their value -5..5. */
export const serviceLexicon: () => ReadonlyMap<string, number> = once(() => foldValued(service, commaed));
