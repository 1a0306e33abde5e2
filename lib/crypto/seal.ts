import {
  type KeyObject,
  createCipheriv,
  createDecipheriv,
  createHmac,
  createHash,
  createSecretKey,
  randomBytes,
} from "node:crypto";

/**
 * AES-256-GCM in an envelope:
 * byte 0: format, 1, or 2 if the associated data has a version;
 * bytes 1–8: id of the key, the first 8 bytes of its SHA-256;
 * bytes 9–20: random nonce: 2^32 messages per key keep a collision below 2^-32 (NIST SP 800-38D, 8.3);
 * bytes 21–36: tag;
 * bytes 37–: ciphertext.
 * The associated data identifies the member, the row and the field, so that an envelope that was moved to another one
 * does not open. A version identifies one write of that field, and the row has the version of the last: an earlier
 * envelope of the same field does not open (docs/decisions/0036).
 */
export type SealingKey = { id: string; secret: KeyObject };

const plainFormat = 1;
const versionedFormat = 2;
const headerBytes = 37;

export function sealingKey(bytes: Buffer): SealingKey {
  if (bytes.length !== 32) throw new RangeError("a sealing key has 32 bytes");
  const id = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  return { id, secret: createSecretKey(bytes) };
}

/**
 * `context` identifies the field, e.g. `["member", id, "entry", entryId, "body"]`. `version` is unique to this write,
 * and `unseal` requires it.
 */
export function seal(
  key: SealingKey,
  plain: Buffer | string,
  context: readonly string[],
  version: string | null = null,
): Buffer<ArrayBuffer> {
  const format = version === null ? plainFormat : versionedFormat;
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key.secret, nonce).setAAD(associatedData(context, version));
  const ciphertext = [cipher.update(typeof plain === "string" ? Buffer.from(plain) : plain), cipher.final()];
  const header = [Buffer.of(format), Buffer.from(key.id, "hex"), nonce, cipher.getAuthTag()];
  return Buffer.concat([...header, ...ciphertext]);
}

/** @throws {Error} when the key, the context or the version differs or a byte was changed */
export function unseal(
  key: SealingKey,
  envelope: Uint8Array,
  context: readonly string[],
  version: string | null = null,
): Buffer {
  const sealed = Buffer.from(envelope.buffer, envelope.byteOffset, envelope.byteLength);
  if (sealed.length < headerBytes || (sealed[0] !== plainFormat && !hasVersion(sealed)))
    throw new Error("not a sealed envelope");
  if (hasVersion(sealed) && version === null)
    throw new Error("a sealed envelope with a version, where none is known");
  if (sealedBy(sealed) !== key.id) throw new Error(`sealed by key ${sealedBy(sealed)}, not by ${key.id}`);
  const decipher = createDecipheriv("aes-256-gcm", key.secret, sealed.subarray(9, 21), { authTagLength: 16 });
  decipher.setAAD(associatedData(context, hasVersion(sealed) ? version : null));
  decipher.setAuthTag(sealed.subarray(21, headerBytes));
  return Buffer.concat([decipher.update(sealed.subarray(headerBytes)), decipher.final()]);
}

export const hasVersion = (envelope: Uint8Array): boolean => envelope[0] === versionedFormat;

/** Equal only for equal texts in one context. Reveals nothing about the text without the key. */
export function fingerprint(key: SealingKey, plain: string, context: readonly string[]): string {
  const mac = createHmac("sha256", key.secret)
    .update(associatedData(context, null))
    .update("\0")
    .update(plain);
  return mac.digest().subarray(0, 12).toString("base64url");
}

export function sealedBy(envelope: Uint8Array): string {
  return Buffer.from(envelope.subarray(1, 9)).toString("hex");
}

// JSON, not a join: ["a", "b/c"] and ["a/b", "c"] must differ.
const associatedData = (context: readonly string[], version: string | null) =>
  Buffer.from(JSON.stringify(version === null ? context : { context, version }));
