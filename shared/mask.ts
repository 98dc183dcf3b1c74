import { turnsIn, unturned } from './unturned.ts';

/** A text as it may leave the server, and where its places went. */
export type Masked = {
  text: string;
  /**
   * The place in `text` of a place in the original (UTF-16). Inside something hidden it is where that begins, so that a
   * mark on a part of it becomes empty.
   */
  at(offset: number): number;
};

type Hidden = { from: number; to: number; shown: string };

const longestLocalPart = 64;
const longestDomain = 255;
/** Fewest and most digits of a telephone number; fewer are prices, dates and sizes, more are ids. */
const fewestDigits = 9;
const fewestDigitsAfterPlus = 8;
const mostDigits = 15;
/** Without gaps, more digits than these are somebody's order number. */
const mostDigitsInOne = 13;

/** Where other scripts begin their ten digits: full width, Arabic, Persian, Devanagari. */
const zeros = [48, 0xff10, 0x660, 0x6f0, 0x966];
const digitOf = (unit: number): number => {
  for (const zero of zeros) if (unit >= zero && unit <= zero + 9) return unit - zero;
  return -1;
};
const isDigit = (unit: number) => (unit < 0x660 ? unit >= 48 && unit <= 57 : digitOf(unit) >= 0);
const isPlus = (unit: number) => unit === 43 || unit === 0xff0b;
const isLetter = (unit: number) => (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
/** A part of a name; letters beyond ASCII count, so that no name is half hidden. */
const isNamePart = (unit: number) => isDigit(unit) || isLetter(unit) || unit === 95 || isLetterBeyondAscii(unit);
const isLetterBeyondAscii = (unit: number) =>
  unit > 0x7f && /[\p{L}\p{M}\p{N}\ud800-\udfff]/u.test(String.fromCharCode(unit));

function endOfName(text: string, from: number, limit: number): number {
  let at = from;
  const most = Math.min(text.length, from + limit);
  while (at < most) {
    const unit = text.charCodeAt(at);
    if (isNamePart(unit)) at += 1;
    // A dot, dash or second @ only inside: "@name.bsky.social", "@name@server.tld", "…thanks @name."
    else if ((unit === 46 || unit === 45 || unit === 64) && at + 1 < most && isNamePart(text.charCodeAt(at + 1)))
      at += 2;
    else break;
  }
  return at;
}

/** What stands around an `@` at `at`: an e-mail address, a name, or nothing personal. */
function readAt(text: string, at: number, after: number, keep: ReadonlySet<string>): Hidden | undefined {
  const end = endOfName(text, at + 1, longestDomain);
  if (end === at + 1) return undefined;
  let from = at;
  while (from > after && at - from < longestLocalPart) {
    const unit = text.charCodeAt(from - 1);
    if (isNamePart(unit) || unit === 46 || unit === 45 || unit === 43 || unit === 37) from -= 1;
    else break;
  }
  while (from < at && !isNamePart(text.charCodeAt(from))) from += 1;
  if (from < at) return { from, to: end, shown: '…@…' };
  if (keep.size > 0 && keep.has(text.slice(at + 1, end).toLowerCase())) return undefined;
  return { from: at, to: end, shown: '@…' };
}

const gapUnits = new Set([
  ...[32, 45, 46, 47, 40, 41, 0xa0, 0x202f],
  // The same as wide as their digits, and what editors make of a space or a dash.
  ...[0x3000, 0x2007, 0x2009, 0x2010, 0x2011, 0x2012, 0x2013, 0xff08, 0xff09, 0xff0d, 0xff0e, 0xff0f],
]);

/** The digits and gaps of a number as ASCII. */
function plain(written: string): string {
  return written.replace(/[\u0660-\uffff]/g, (character) => {
    const digit = digitOf(character.charCodeAt(0));
    if (digit >= 0) return String(digit);
    const unit = character.charCodeAt(0);
    // Signs as wide as their digits stand in the order of ASCII; the rest are dashes and blanks.
    return unit >= 0xff01 && unit <= 0xff5e ? String.fromCharCode(unit - 0xfee0) : ' ';
  });
}

/** "36 37 38 39 40 41", "10 9 8 7 6 5 4 3 2 1", "5 5 6 6 7 7 8 8 9 9": sizes, a countdown, models. A first 0 dials. */
function isList(written: string): boolean {
  const groups = written.split(/\D+/).filter((group) => group !== '');
  if (groups.length < 5 || groups.some((group) => group.length > 3)) return false;
  const steps = groups.slice(1).map((group, index) => Number(group) - Number(groups[index]));
  if (groups.every((group) => group.length === 1))
    return steps.every((step) => step >= 0) || steps.every((step) => step <= 0);
  return !groups[0]!.startsWith('0') && steps.every((step) => step === steps[0]);
}

/** What stands before a number that names a thing. Not "number" alone, which may well be one to call. */
const thingNumber =
  /(?:^|[^\p{L}])(?:order|commande|r[eé]f|référence|reference|invoice|facture|ticket|tracking|suivi|colis|parcel|serial|série|sku|ean|isbn|article|bestellung)s?\.?\s{0,2}(?:(?:no|n|nr|num|number|numéro|id)\b\s?[.°º]?|№|n°)?\s{0,2}[:#]?\s{0,2}$/iu;

/** A telephone number that begins at `from` (a digit or a plus), or where the digits end; `isWhole`: too many of them for one to begin inside. */
function readNumber(text: string, from: number): { hidden?: Hidden; end: number; isWhole: boolean } {
  let at = from;
  const hasPlus = isPlus(text.charCodeAt(at));
  if (hasPlus) at += 1;
  let digits = 0;
  let groups = 0;
  let longest = 0;
  let gap = 0;
  let end = at;
  let isInGroup = false;
  let group = 0;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isDigit(unit)) {
      if (!isInGroup) {
        groups += 1;
        group = 0;
      }
      isInGroup = true;
      digits += 1;
      group += 1;
      longest = Math.max(longest, group);
      gap = 0;
      end = at + 1;
    } else if (gapUnits.has(unit) && gap < 3) {
      gap += 1;
      isInGroup = false;
    } else break;
  }
  const isGlued = end < text.length && (isLetter(text.charCodeAt(end)) || text.charCodeAt(end) === 95);
  const isLong = hasPlus ? digits >= fewestDigitsAfterPlus : digits >= fewestDigits;
  // Several numbers with nothing but a blank between them are hidden as one; an order number has long groups.
  const isShort =
    digits <= mostDigits ? groups > 1 || hasPlus || digits <= mostDigitsInOne : longest <= mostDigits / 2 && groups > 2;
  // "1.000.000.000" and "2011-03-12 10:30" are not numbers to call.
  const written = plain(text.slice(from, end));
  const isKnown = isAmountOrDate(written) || (isLong && isList(written));
  const isWhole = digits > mostDigits || isKnown;
  if (isGlued || !isLong || !isShort || isKnown) return { end, isWhole };
  // One that is dialled begins with 0 or +, or is written in groups: what might be one is hidden all the same.
  const isOfThing = groups === 1 && !hasPlus && !written.startsWith('0');
  if (isOfThing && thingNumber.test(text.slice(Math.max(0, from - 40), from))) return { end, isWhole: true };
  return { hidden: { from, to: end, shown: 'phone …' }, end, isWhole };
}

const amount = /^\d{1,3}([ .\u00a0\u202f]\d{3})+$/;
/** Spanish and some French numbers are written like an amount. */
const amountLikeNumber = /^0|^\d{3}[ .]\d{3}[ .]\d{3}$/;
/** "0.123456789", "3.14159265", and the address of a machine. */
const decimalOrAddress = /^(\d[.]\d{7,}|\d{1,3}(\.\d{1,3}){3})$/;
const dateOrYears = /^(\d{4}[-./]\d{2}[-./]\d{2}|\d{1,2}[-./]\d{1,2}[-./](19|20)\d{2}\b|((19|20)\d{2}[ ./-]*)+$)/;

function isAmountOrDate(written: string): boolean {
  return (
    dateOrYears.test(written) ||
    decimalOrAddress.test(written) ||
    (amount.test(written) && !amountLikeNumber.test(written))
  );
}

/** A link's host, where a link begins: not in the path of another one. */
const host = String.raw`(?<![\w./-])(?:https?:\/\/)?(?:[\w-]{1,63}\.)?`;
/** Parts of a path that are a network's own, not somebody's name. */
const ownPaths =
  'i|p|u|reel|reels|tv|status|hashtag|search|explore|share|sharer|sharer\\.php|intent|home|watch|groups|events|pages|photo|photo\\.php|photos|permalink\\.php|story\\.php|profile\\.php|media|video|videos|add|people|stories|c|user|channel';
const personal = [
  // A name behind the host, or behind what networks put between.
  `${host}(?:(?:twitter|instagram|facebook|snapchat|pinterest|tumblr|tiktok|x|fb)\\.com(?:\\/(?:add|people|stories|i\\/user))?|(?:t|fb)\\.me|threads\\.(?:net|com)|bsky\\.app\\/profile|linkedin\\.com\\/in|reddit\\.com\\/(?:u|user)|youtube\\.com\\/(?:c|user|channel))\\/(?!(?:${ownPaths})(?![\\w.-]))([\\w.%:-]{2,100}(?:\\/\\d{6,20})?)`,
  `${host}(?:facebook|fb)\\.com\\/profile\\.php\\?id=(\\d{4,20})`,
  `${host}(?:twitter|x)\\.com\\/intent\\/user\\?screen_name=(\\w{2,30})`,
  // A number to call, and an e-mail address as links write it.
  String.raw`(?:\bwa\.me\/|\btel[:=])(\+?\d{8,15})(?!\d)`,
  String.raw`(?<![\w.+-])([\w.+-]{1,64}%40[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})`,
].map((source) => new RegExp(source, 'gi'));

const open = '[([{<]';
const close = '[)\\]}>]';
/** An @ as people write it so that programs do not see it: "(at)", "[arobase]", " at ", " @ ". */
const spelledAt = new RegExp(
  `\\s{0,3}(?:${open}\\s{0,2}(?:at|arobase|arroba|@|＠)\\s{0,2}${close})\\s{0,3}|\\s{1,3}(?:at|arobase|arroba)\\s{1,3}|\\s{0,3}[@＠]\\s{1,3}`,
  'gi',
);
const dotInBrackets = `\\s{0,2}${open}\\s{0,2}(?:dot|point|punto|punkt|\\.)\\s{0,2}${close}\\s{0,2}`;
const label = '[\\p{L}\\p{N}-]{1,63}';
const localPart = '[\\p{L}\\p{N}_.+%-]{1,64}';
/** After a plain "at" only what can be nothing else: "look at amazon.com" and "at this point we" name nobody. */
const endings =
  'com|net|org|edu|gov|info|biz|io|eu|uk|us|ie|fr|de|es|it|be|ch|ca|nl|pt|lu|se|no|dk|fi|pl|br|mx|in|au|co|me|app|dev';
const mailHosts = 'gmail|googlemail|hotmail|outlook|yahoo|icloud|orange|wanadoo|laposte|protonmail|proton|gmx|aol|live';
const spelledDomain = {
  brackets: new RegExp(
    `^(?:${label}(?:(?:${dotInBrackets}|\\s{1,3}(?:dot|point|punto|punkt)\\s{1,3}|\\s?\\.\\s?)${label}){1,4}|(?:${mailHosts})(?![\\p{L}\\p{N}]))`,
    'iu',
  ),
  sign: new RegExp(
    `^${label}(?:(?:${dotInBrackets}|\\s{1,3}dot\\s{1,3}|\\.)${label}){0,3}(?:${dotInBrackets}|\\s{1,3}dot\\s{1,3}|\\.)\\p{L}{2,10}`,
    'iu',
  ),
  word: new RegExp(
    `^${label}(?:(?:${dotInBrackets}|\\s{1,3}dot\\s{1,3})${label}){0,3}(?:${dotInBrackets}|\\s{1,3}dot\\s{1,3})(?:${endings})(?![\\p{L}\\p{N}])`,
    'iu',
  ),
};
const spelledLocal = new RegExp(`${localPart}(?:(?:${dotInBrackets}|\\s{1,3}dot\\s{1,3})${localPart}){0,3}$`, 'iu');
const farthest = 200;

/** E-mail addresses that are spelled out. Looks only near each "at", so that it stays linear. */
function spelledAddresses(text: string): Hidden[] {
  const hidden: Hidden[] = [];
  for (const found of text.matchAll(spelledAt)) {
    const after = found.index + found[0].length;
    const sign = found[0].trim();
    const kind = /^[([{<]|^arr?oba/i.test(sign) ? 'brackets' : /^[@＠]/.test(sign) ? 'sign' : 'word';
    const domain = spelledDomain[kind].exec(text.slice(after, after + farthest));
    if (!domain) continue;
    const before = text.slice(Math.max(0, found.index - farthest), found.index);
    const local = spelledLocal.exec(before);
    if (!local) continue;
    hidden.push({ from: found.index - local[0].length, to: after + domain[0].length, shown: '…@…' });
  }
  return hidden;
}

function personalInLinks(text: string): Hidden[] {
  if (!/[/%=:]/.test(text)) return [];
  const hidden: Hidden[] = [];
  for (const pattern of personal)
    for (const found of text.matchAll(pattern)) {
      const name = found[1]!.replace(/[.%:-]+$/, '');
      const from = found.index + found[0].length - found[1]!.length;
      if (name !== '') hidden.push({ from, to: from + name.length, shown: '…' });
    }
  return hidden;
}

const nobody: ReadonlySet<string> = new Set();

/**
 * A text without the signs that would turn what is read, and without what names people. The signs go first: they would hide a number
 * or an address from who looks for one, and show it to who reads.
 */
export function maskPersonal(text: string, keep: ReadonlySet<string> = nobody): Masked {
  const turns = turnsIn(text);
  if (turns.length === 0) return hidePersonal(text, keep);
  const masked = hidePersonal(unturned(text), keep);
  return { ...masked, at: (offset) => masked.at(offset - turns.filter((turn) => turn < offset).length) };
}

/**
 * Hides e-mail addresses ("…@…"), telephone numbers ("phone …"), what links say of a person ("…") and @names ("@…") except
 * those in `keep` (lower case, without the @). Linear in the text's length.
 */
function hidePersonal(text: string, keep: ReadonlySet<string>): Masked {
  const hidden: Hidden[] = [];
  const profiles = [...personalInLinks(text), ...spelledAddresses(text)].sort((one, other) => one.from - other.from);
  let after = 0;
  const hide = (one: Hidden) => {
    hidden.push(one);
    after = one.to;
    while (profiles.length > 0 && profiles[0]!.from < after) profiles.shift();
  };
  for (let at = 0; at < text.length; at++) {
    while (profiles.length > 0 && profiles[0]!.from < at) profiles.shift();
    const profile = profiles[0];
    /** Nothing may carry us past where the next one begins. */
    const next = profile?.from ?? text.length;
    if (profile?.from === at) {
      hide(profile);
      at = profile.to - 1;
      continue;
    }
    const unit = text.charCodeAt(at);
    if (unit === 64 || unit === 0xff20) {
      const found = readAt(text, at, after, keep);
      if (!found) continue;
      hide(found);
      at = found.to - 1;
    } else if (isDigit(unit) || (isPlus(unit) && isDigit(text.charCodeAt(at + 1)))) {
      const before = at > 0 ? text.charCodeAt(at - 1) : 32;
      const { hidden: found, end, isWhole } = readNumber(text, at);
      // Part of a link, a name or an amount.
      const isPartOf =
        isLetter(before) ||
        before === 47 ||
        before === 61 ||
        before === 95 ||
        before === 35 ||
        before === 36 ||
        before === 0x20ac ||
        before === 0xa3 ||
        before === 45;
      if (found && !isPartOf && text.charCodeAt(end) !== 64) {
        hide(found);
        at = found.to - 1;
      } else if (isWhole && !isPartOf) at = Math.min(end, next) - 1;
      else while (at + 1 < next && isDigit(text.charCodeAt(at + 1))) at += 1;
    }
  }
  if (hidden.length === 0) return { text, at: (offset) => offset };
  let masked = '';
  let last = 0;
  for (const { from, to, shown } of hidden) {
    masked += text.slice(last, from) + shown;
    last = to;
  }
  masked += text.slice(last);
  return {
    text: masked,
    at(offset) {
      let shift = 0;
      for (const { from, to, shown } of hidden) {
        if (offset <= from) break;
        if (offset < to) return from + shift;
        shift += shown.length - (to - from);
      }
      return offset + shift;
    },
  };
}
