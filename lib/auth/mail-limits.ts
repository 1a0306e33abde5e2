import "server-only";

import { hourlyLimit, type Limited } from "../rate-limit.ts";

/** Per hour. Anybody can request a mail to any address, so this protects mailboxes from floods. */
const perMailbox = hourlyLimit("mail-address", () => 5);
const perNetwork = hourlyLimit("mail-network", () => 50);

export async function takeMail({
  email,
  address,
}: {
  email: string;
  address: string;
}): Promise<{ ok: true } | Limited> {
  const ofNetwork = await perNetwork.take(address);
  return ofNetwork.ok ? perMailbox.take(email) : ofNetwork;
}
