import "server-only";

import { env } from "../env.ts";
import { hourlyLimit } from "../rate-limit.ts";
import { findSignInByEmail } from "./data.ts";
import { verifyPassword } from "./password.ts";

const perAccount = hourlyLimit("signin-account", () => env().SIGNIN_ATTEMPTS_PER_HOUR);
const perAddress = hourlyLimit("signin-address", () => env().SIGNIN_ATTEMPTS_PER_HOUR);

/**
 * Whether this e-mail and password belong together. An unknown e-mail and a wrong password get the same
 * answer in the same time. Attempts count until one succeeds: an office behind one address, or someone who
 * signs in all day, is not locked out.
 */
export async function checkPassword({
  email,
  password,
  address,
}: {
  email: string;
  password: string;
  address: string;
}) {
  // The address first: one that is blocked must not use up the attempts of other people's accounts.
  const addressTaken = await perAddress.take(address);
  if (!addressTaken.ok) return addressTaken;
  const accountTaken = await perAccount.take(email);
  if (!accountTaken.ok) return accountTaken;

  const member = await findSignInByEmail(email);
  const isRight = await verifyPassword(password, member?.passwordHash);
  if (!member || !isRight) return { ok: false, error: "WRONG_CREDENTIALS" } as const;

  await Promise.all([perAddress.giveBack(address), perAccount.forget(email)]);
  if (member.suspendedAt) return { ok: false, error: "SUSPENDED" } as const;
  return { ok: true, data: { memberId: member.id, sessionVersion: member.sessionVersion } } as const;
}
