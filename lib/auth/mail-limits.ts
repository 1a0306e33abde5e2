import "server-only";

import { hourlyLimit, type Limited } from "../rate-limit.ts";

/** Mails that anybody can have sent to an address: nobody's mailbox is filled from here. */
const perMailbox = hourlyLimit("mail-address", () => 5);
const perNetwork = hourlyLimit("mail-network", () => 50);

/** Counts one mail that a person asked for, to `email`, from the network `address` (clientAddress). */
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
