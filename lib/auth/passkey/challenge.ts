import "server-only";

import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "../../env.ts";
import { hourlyLimit } from "../../rate-limit.ts";

/** The member's id prevents using a challenge for another member. */
export type ChallengePurpose = `register ${string}` | `prove ${string}` | "sign-in";

/** A sign-in page may stay open for a while. At most an hour, because used challenges are remembered for an hour. */
const challengeMs = 60 * 60 * 1000;

const headBytes = 24; // 16 random bytes, 8 for the expiry time

const macOf = (head: Buffer, purpose: ChallengePurpose) =>
  createHmac("sha256", env().AUTH_SECRET).update(`passkey-challenge\0${purpose}\0`).update(head).digest();

/** Signed, not stored: every visitor of the sign-in page gets one. */
export function newChallenge(purpose: ChallengePurpose): Uint8Array<ArrayBuffer> {
  const head = Buffer.concat([randomBytes(16), Buffer.alloc(8)]);
  head.writeBigUInt64BE(BigInt(Date.now() + challengeMs), 16);
  return new Uint8Array(Buffer.concat([head, macOf(head, purpose)]));
}

const useOnce = hourlyLimit("passkey-challenge", () => 1);

export async function takeChallenge(challenge: string, purpose: ChallengePurpose): Promise<boolean> {
  const bytes = Buffer.from(challenge, "base64url");
  const [head, mac] = [bytes.subarray(0, headBytes), bytes.subarray(headBytes)];
  const expected = macOf(head, purpose);
  if (mac.length !== expected.length || !timingSafeEqual(mac, expected)) return false;
  if (head.readBigUInt64BE(16) < BigInt(Date.now())) return false;
  return (await useOnce.take(challenge)).ok;
}
