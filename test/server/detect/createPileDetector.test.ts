import { describe, expect, it } from 'vitest';
import { createPileDetector, type Pile } from '../../../server/detect/createPileDetector.ts';
import { createRandom } from '../../../server/random.ts';
import { binomial, poisson } from './chance.ts';
import { day, hour, minute } from './makeCounts.ts';

/** Minutes of opinions, of which a share are complaints. */
function* speak(perHour: number, share: number, minutes: number, seed: number) {
  const random = createRandom(seed);
  for (let at = 0; at < minutes * minute; at += minute) {
    const opinions = poisson(perHour / 60, random);
    yield { at, minute: { complaints: binomial(opinions, share, random), opinions } };
  }
}
const noise = (complaints: number, opinions = complaints) => ({ complaints, opinions });

describe('createPileDetector', () => {
  it('tells forty complaints of a brand that nobody knows, within their first minutes', () => {
    const detector = createPileDetector({ among: 300 });
    expect(detector.push(0, noise(10, 11))).toBeUndefined();
    expect(detector.push(minute, noise(5))).toBeUndefined();
    const pile = detector.peek(2 * minute, [noise(25, 27)]);
    expect(pile).toMatchObject({ at: 2 * minute, value: 40, part: 40, whole: 43, expected: 0, known: false });
    expect(pile!.severity).toBeGreaterThanOrEqual(5);
    expect(createPileDetector({ among: 300 }).peek(0, [noise(40)])).toBeDefined();
  });

  it('tells forty complaints of a brand that was quiet, at once', () => {
    for (const seed of [1, 2, 3]) {
      const detector = createPileDetector({ among: 300 });
      for (const one of speak(3, 0.3, 400, seed)) expect(detector.push(one.at, one.minute)).toBeUndefined();
      expect(detector.peek(400 * minute, [noise(40, 44)])).toMatchObject({ at: 400 * minute, known: false });
    }
  });

  it.each([300, 900, 6_000, 60_000])('is quiet when a big brand is first connected: %d opinions an hour', (perHour) => {
    for (const seed of [1, 2, 3, 4])
      for (const share of [0.2, 0.3, 0.45]) {
        const detector = createPileDetector({ among: 300 });
        for (const one of speak(perHour, share, 300, seed)) {
          expect(detector.peek(one.at, [one.minute])).toBeUndefined();
          expect(detector.push(one.at, one.minute)).toBeUndefined();
        }
      }
  });

  it('tells a big brand only of far more than was heard before', () => {
    const detector = createPileDetector({ among: 300 });
    for (const one of speak(600, 0.55, 600, 5)) detector.push(one.at, one.minute);
    const twice = createPileDetector({ among: 300 });
    for (const one of speak(600, 0.55, 600, 5)) twice.push(one.at, one.minute);
    let told: Pile | undefined;
    let toldOfTwice: Pile | undefined;
    for (let one = 0; one < 10; one += 1) {
      told ??= detector.push((600 + one) * minute, noise(100, 110));
      toldOfTwice ??= twice.push((600 + one) * minute, noise(11, 13));
    }
    expect(told).toBeDefined();
    expect(told!.expected).toBeGreaterThan(30);
    expect(toldOfTwice).toBeUndefined();
  });

  it('compares with what a learned series expects, where there is one', () => {
    const minutes = Array.from({ length: 10 }, () => noise(6, 7));
    const told = (usual: number | undefined) => createPileDetector().peek(day, minutes, usual);
    expect(told(undefined)).toMatchObject({ known: false, expected: 0 });
    expect(told(2)).toMatchObject({ known: true, expected: 2 });
    expect(told(40)).toBeUndefined();
  });

  it.each([
    [60, 0.2],
    [300, 0.2],
    [300, 0.4],
    [1_800, 0.2],
  ])(
    'tells twenty complaints within a minute over %d opinions an hour of which a share of %d are complaints',
    (perHour, share) => {
      for (const seed of [1, 2, 3]) {
        const detector = createPileDetector({ among: 100, least: 15 });
        for (const one of speak(perHour, share, 600, seed)) expect(detector.push(one.at, one.minute)).toBeUndefined();
        const usual = perHour / 60;
        const [part, whole] = [Math.round(20 + usual * share), Math.round(20 + usual)];
        expect(detector.peek(600 * minute, [noise(part, whole)])).toMatchObject({ known: false });
      }
    },
  );

  it('tells complaints that follow praise, and none of the praise', () => {
    const detector = createPileDetector({ among: 30, least: 15 });
    expect(detector.push(0, noise(2, 40))).toBeUndefined();
    expect(detector.peek(minute, [noise(21)])).toMatchObject({ part: 21, whole: 21, spanMs: minute });
  });

  it('tells nothing of talk that swells as a whole', () => {
    for (const seed of [1, 2, 3]) {
      const detector = createPileDetector({ among: 30, least: 15 });
      for (const one of speak(120, 0.3, 300, seed)) expect(detector.push(one.at, one.minute)).toBeUndefined();
      for (const one of speak(1_800, 0.3, 60, seed))
        expect(detector.push(one.at + 300 * minute, one.minute)).toBeUndefined();
    }
  });

  it('hears of minutes that are not over what it would be pushed', () => {
    const detector = createPileDetector();
    detector.push(0, noise(1, 3));
    const late = [noise(1, 2), noise(40, 42), noise(0), noise(1, 3)];
    const foreseen = detector.peek(minute, late);
    expect(foreseen).toMatchObject({ at: 2 * minute, value: 43 });
    const told = late.map((one, place) => detector.push((1 + place) * minute, one));
    expect(foreseen).toEqual(told.at(-1));
  });

  it('ends half an hour after the last minute that piled up, also when nothing is said any more', () => {
    const detector = createPileDetector();
    const pile = detector.push(0, noise(50))!;
    expect(detector.push(9 * minute, noise(0))).toBe(pile);
    expect(pile).toMatchObject({ at: 0, until: 10 * minute });
    expect(detector.push(30 * minute, noise(0))).toBe(pile);
    expect(detector.push(39 * minute, noise(0))).toBeUndefined();
    expect(pile.until).toBe(10 * minute);
  });

  it('answers by peek what a push answers, and is not changed by it', () => {
    const random = createRandom(9);
    const asked = createPileDetector();
    const unasked = createPileDetector();
    let piles = 0;
    for (let at = 0; at < day; at += minute * (1 + Math.floor(random() * 3) + (random() < 0.01 ? 200 : 0))) {
      const isBurst = at % (5 * hour) < 20 * minute;
      const opinions = poisson(isBurst ? 20 : 1, random);
      const said = { complaints: binomial(opinions, isBurst ? 0.9 : 0.3, random), opinions };
      asked.peek(at, [noise(Math.floor(random() * 60)), noise(3)]);
      const foreseen = asked.peek(at, [said]);
      const told = asked.push(at, said);
      expect(foreseen).toEqual(told);
      expect(told).toEqual(unasked.push(at, said));
      if (told) piles += 1;
    }
    expect(piles).toBeGreaterThan(10);
  });

  it('refuses what cannot be', () => {
    const detector = createPileDetector();
    detector.push(minute, noise(1));
    expect(() => detector.push(minute, noise(1))).toThrow('order of time');
    expect(() => detector.peek(2 * minute + 1, [noise(1)])).toThrow('first second');
    expect(() => detector.peek(2 * minute, [noise(2, 1)])).toThrow('are opinions');
  });

  it('says of a pile how seldom chance alone makes it, and not more than chance does', () => {
    const detector = createPileDetector({ among: 300 });
    for (const one of speak(60, 0.3, 400, 8)) detector.push(one.at, one.minute);
    const [small, large] = [24, 26].map((complaints) => detector.peek(400 * minute, [noise(complaints)], 6));
    expect([small!.spanMs, large!.spanMs]).toEqual([10 * minute, 10 * minute]);
    expect(small!.onceInDays).toBeGreaterThan(1);
    expect(large!.onceInDays).toBeGreaterThan(3 * small!.onceInDays);
  });

  it.each([60, 600, 3_000])(
    'promises in 60 days of %d quiet opinions an hour no day rarer than there were',
    (perHour) => {
      // One series alone, told of the least it may be told of.
      const detector = createPileDetector({ among: 1, sensitivity: 10, least: 5 });
      const days = 60;
      let rarest = 0;
      for (const one of speak(perHour, 0.3, (days * day) / minute, perHour)) {
        const pile = detector.push(one.at, one.minute, (perHour * 0.3) / 6);
        rarest = Math.max(rarest, pile?.onceInDays ?? 0);
      }
      // Once in as many days as there were is what chance is expected to do; three times as rare it does in one run of three.
      expect(rarest).toBeLessThan(3 * days);
    },
  );
});
