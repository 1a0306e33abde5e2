import "server-only";

import { env } from "../env.ts";
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
  /** The network that asks: clientAddress(). */
  address: string;
  /** Of the browser that asks: readDevice(). */
  device?: KnownDevice | null;
};

/** What an attempt was counted under, to be given back when the password was right: only wrong ones count. */
type Counted = { giveBack: () => Promise<unknown> };
const tooMany = (retryAfterSeconds: number): Limited => ({
  ok: false,
  error: "RATE_LIMITED",
  retryAfterSeconds,
});

/**
 * Whether this e-mail and password belong together. An unknown e-mail and a wrong password get the same
 * answer in the same time.
 *
 * Nobody can keep a member out by guessing (docs/decisions/0030). A device that the member signed in with has a count of
 * its own. Elsewhere each network has one for the account; the account's count of all networks only slows them down.
 */
export async function checkPassword(attempt: Attempt) {
  const { email, password, device } = attempt;
  // Before it is counted: which account it is decides by which counts. The look-up takes as long without an account.
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

/** Nearly always there is one account or none, and either takes one hash. */
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
  // Everybody may have this address: then a count of it would keep everybody out.
  const isTelling = tellsNetworksApart(address);
  if (isTelling) {
    // The address first: one that is blocked must not use up the attempts of other people's accounts.
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
