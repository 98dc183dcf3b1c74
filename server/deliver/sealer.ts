import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';

/** What begins so is sealed; no document in JSON does. */
const mark = 'sealed.v1.';
const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Thrown where a sealed text is not of this key, or there is none. */
export class SecretsLocked extends Error {
  override name = 'SecretsLocked';
}

/** Texts that are kept where others may read: `of` says whose they are, and a text moved to somebody else does not open. */
export type Sealer = {
  seal(text: string, of: string): string;
  /** What was never sealed is given as it is. Throws SecretsLocked. */
  open(kept: string, of: string): string;
  isSealed(kept: string): boolean;
};

const isSealed = (kept: string): boolean => kept.startsWith(mark);

/** Without a key nothing is sealed, and what is sealed does not open. AES-256-GCM with a key that scrypt makes of `secret`. */
export function createSealer(secret: string | undefined): Sealer {
  if (secret === undefined)
    return {
      isSealed,
      seal: (text) => text,
      open(kept) {
        if (isSealed(kept)) throw new SecretsLocked('LAUNCHROOM_SECRETS_KEY is not set');
        return kept;
      },
    };
  const key = scryptSync(secret, 'launchroom receivers', 32);
  return {
    isSealed,
    seal(text, of) {
      const nonce = randomBytes(nonceBytes);
      const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(of));
      const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
      return mark + Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString('base64url');
    },
    open(kept, of) {
      if (!isSealed(kept)) return kept;
      const bytes = Buffer.from(kept.slice(mark.length), 'base64url');
      const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
      try {
        opening.setAAD(Buffer.from(of)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
        return Buffer.concat([opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()]).toString('utf8');
      } catch (cause) {
        throw new SecretsLocked('LAUNCHROOM_SECRETS_KEY is another than they were kept with', { cause });
      }
    },
  };
}
