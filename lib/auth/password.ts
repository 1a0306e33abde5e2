// Loadable by plain Node (the seed makes accounts too), so no "server-only" here.
import { hash, verify } from "@node-rs/argon2";
import { inHashSlot } from "./hash-slots.ts";

/** Argon2id with OWASP's first recommendation: 19 MiB, two passes, one lane. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Nobody's password, hashed at the same cost: checked when there is no hash, so that it takes as long. */
const nobodysHash =
  "$argon2id$v=19$m=19456,t=2,p=1$j07u+VpKy06fyreEv3x9Vw$5I3CoJ/eb1O2z88L03F+CH8G1XEXPryp05Bfxk8wLS0";

/** The same word typed on different keyboards (composed or decomposed Hangul, full-width digits) is one word. */
const normalise = (password: string) => password.normalize("NFKC");

/** @throws {TooManyHashes} in a flood; likewise verifyPassword(). */
export function hashPassword(password: string) {
  return inHashSlot(() => hash(normalise(password), cost));
}

/**
 * Without a hash (no such member, or one without a password) it answers no, just as slowly.
 * @param isFirst before those who wait from unknown devices.
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
