// No "server-only": the seed loads this in plain Node.
import { hash, verify } from "@node-rs/argon2";
import { inHashSlot } from "./hash-slots.ts";

/** Argon2id with OWASP's first recommendation: 19 MiB, two passes, one lane. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Nobody's password, hashed at the same cost: verified when there is no hash, to take the same time. */
const nobodysHash =
  "$argon2id$v=19$m=19456,t=2,p=1$j07u+VpKy06fyreEv3x9Vw$5I3CoJ/eb1O2z88L03F+CH8G1XEXPryp05Bfxk8wLS0";

/** The same password typed on different keyboards (composed or decomposed Hangul, full-width digits) is equal. */
const normalise = (password: string) => password.normalize("NFKC");

/** @throws {TooManyHashes} in a flood, like verifyPassword() */
export function hashPassword(password: string) {
  return inHashSlot(() => hash(normalise(password), cost));
}

/**
 * False without a hash (no such member, or one without a password), after the same time.
 * @param isFirst has priority over unknown devices
 */
export async function verifyPassword(
  password: string,
  passwordHash: string | null | undefined,
  { isFirst = false } = {},
) {
  const typed = normalise(password);
  const isRight = await inHashSlot(() => verify(passwordHash ?? nobodysHash, typed), { isFirst });
  return isRight && Boolean(passwordHash);
}
