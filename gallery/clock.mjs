import { readFileSync } from 'node:fs';

/**
 * Preloaded into every thread of a server of which pictures are taken: its clock stands where the file `GALLERY_CLOCK` says
 * (`{at}`, epoch ms), so that every run tells the same story up to the same moment. Timers go on as ever.
 */
const RealDate = Date;
const realNow = RealDate.now;
const readEveryMs = 50;
const path = process.env.GALLERY_CLOCK;
const read = () => JSON.parse(readFileSync(path, 'utf8')).at;
let at = read();
let readAt = realNow();

function now() {
  const real = realNow();
  if (real - readAt > readEveryMs) {
    readAt = real;
    at = read();
  }
  return at;
}

globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length === 0 ? [now()] : given));
  }
  static now() {
    return now();
  }
};
