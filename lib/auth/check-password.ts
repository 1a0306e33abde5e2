import "server-only";

import { env } from "../env.ts";
import { log } from "../log/log.ts";
import { hourlyLimit, type Limited } from "../rate-limit.ts";
import { tellsNetworksApart } from "./client-address.ts";
import { listSignInsByEmail, type SignIn } from "./data.ts";
import type { KnownDevice } from "./device-cookie.ts";
import { TooManyHashes } from "./hash-slots.ts";
import { verifyPassword } from "./password.ts";
import { slowDownMs, waitInQueue } from "./slow-down.ts";

const perHour = () => env().SIGNIN_ATTEMPTS_PER_HOUR;
const perDevice = hourlyLimit("signin-device", perHour);
const perAddress = hourlyLimit("signin-address", perHour);
const perNetwork = hourlyLimit("signin-account-network", perHour);
const perAccount = hourlyLimit("signin-account", perHour);

type Attempt = {
  email: string;
  password: string;
  address: string;
  device?: KnownDevice | null;
};

/** A right password gives the attempt back: only wrong ones count. */
type Counted = { giveBack: () => Promise<unknown> };
const tooMany = (retryAfterSeconds: number): Limited => ({
  ok: false,
  error: "RATE_LIMITED",
  retryAfterSeconds,
});

/**
 * Checks an e-mail and a password. An unknown e-mail gets the same answer as a wrong password, in the same time.
 * Guessing cannot lock a member out (docs/decisions/0030). A device that the member has signed in with has its own
 * limit. Elsewhere each network has a limit per account; the account's total over all networks only slows attempts
 * down.
 */
export async function checkPassword(attempt: Attempt) {
  const checked = await check(attempt);
  // Without the address: that field may hold a password, typed in the wrong place.
  if (!checked.ok) log.warn("sign-in refused", { kind: "password", cause: checked.error });
  return checked;
}

async function check(attempt: Attempt) {
  const { email, password, device } = attempt;
  // Looked up before counting: the account decides which limits apply. The look-up takes the same time without an
  // account.
  const members = await listSignInsByEmail(email);
  const isKnownDevice = members.some(({ id }) => device?.memberIds.includes(id));
  const counted = isKnownDevice ? await countDevice(email, device!) : await countNetwork(attempt);
  if ("error" in counted) return counted;

  let member: SignIn | null;
  try {
    member = await findWhosePassword(members, password, { isFirst: isKnownDevice });
  } catch (error) {
    if (error instanceof TooManyHashes) return tooMany(2);
    throw error;
  }
  if (!member) return { ok: false, error: "WRONG_CREDENTIALS" } as const;

  await counted.giveBack();
  return { ok: true, data: { memberId: member.id, sessionVersion: member.sessionVersion } } as const;
}

async function findWhosePassword(members: SignIn[], password: string, options: { isFirst: boolean }) {
  if (members.length === 0) await verifyPassword(password, null, options);
  for (const member of members)
    if (await verifyPassword(password, member.passwordHash, options)) return member;
  return null;
}

async function countDevice(email: string, { deviceId }: KnownDevice): Promise<Counted | Limited> {
  const key = `${email} ${deviceId}`;
  const taken = await perDevice.take(key);
  return taken.ok ? { giveBack: () => perDevice.giveBack(key) } : taken;
}

async function countNetwork({ email, address }: Attempt): Promise<Counted | Limited> {
  const key = `${email} ${address}`;
  // Behind an unknown proxy all visitors share one address, and limiting it would lock everybody out.
  const isTelling = tellsNetworksApart(address);
  if (isTelling) {
    // The address comes first: a blocked one must not use up the attempts of other accounts.
    const ofAddress = await perAddress.take(address);
    if (!ofAddress.ok) return ofAddress;
    const ofNetwork = await perNetwork.take(key);
    if (!ofNetwork.ok) return ofNetwork;
  }
  const waitMs = slowDownMs(await perAccount.add(email), perHour());
  if (!(await waitInQueue(key, waitMs))) return tooMany(Math.ceil(waitMs / 1000));
  return {
    giveBack: () =>
      Promise.all([
        perAccount.giveBack(email),
        ...(isTelling ? [perAddress.giveBack(address), perNetwork.giveBack(key)] : []),
      ]),
  };
}
