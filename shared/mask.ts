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

const isDigit = (unit: number) => unit >= 48 && unit <= 57;
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

const gapUnits = new Set([32, 45, 46, 47, 40, 41, 0xa0, 0x202f]);

/** A telephone number that begins at `from` (a digit or a plus), or where the digits end; `isWhole`: too many of them for one to begin inside. */
function readNumber(text: string, from: number): { hidden?: Hidden; end: number; isWhole: boolean } {
  let at = from;
  const hasPlus = text.charCodeAt(at) === 43;
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
  // Ten single digits are a countdown; "1.000.000.000" and "2011-03-12 10:30" are not numbers to call.
  const isKnown = isAmountOrDate(text.slice(from, end));
  const looksDialled = longest >= 2 && !isKnown;
  const isWhole = digits > mostDigits || isKnown;
  if (isGlued || !isLong || !isShort || !looksDialled) return { end, isWhole };
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

function personalInLinks(text: string): Hidden[] {
  if (!/[/%=:]/.test(text)) return [];
  const hidden: Hidden[] = [];
  for (const pattern of personal)
    for (const found of text.matchAll(pattern)) {
      const name = found[1]!.replace(/[.%:-]+$/, '');
      const from = found.index + found[0].length - found[1]!.length;
      if (name !== '') hidden.push({ from, to: from + name.length, shown: '…' });
    }
  return hidden.sort((one, other) => one.from - other.from);
}

const nobody: ReadonlySet<string> = new Set();

/**
 * Hides e-mail addresses ("…@…"), telephone numbers ("phone …"), what links say of a person ("…") and @names ("@…") except
 * those in `keep` (lower case, without the @). Linear in the text's length.
 */
export function maskPersonal(text: string, keep: ReadonlySet<string> = nobody): Masked {
  const hidden: Hidden[] = [];
  const profiles = personalInLinks(text);
  let after = 0;
  const hide = (one: Hidden) => {
    hidden.push(one);
    after = one.to;
    while (profiles.length > 0 && profiles[0]!.from < after) profiles.shift();
  };
  for (let at = 0; at < text.length; at++) {
    const profile = profiles[0];
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
    } else if (isDigit(unit) || (unit === 43 && isDigit(text.charCodeAt(at + 1)))) {
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
      } else if (isWhole && !isPartOf) at = end - 1;
      else while (at + 1 < text.length && isDigit(text.charCodeAt(at + 1))) at += 1;
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
