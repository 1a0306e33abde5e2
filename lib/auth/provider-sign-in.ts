import "server-only";

import { randomUUID } from "node:crypto";
import { emailSchema, nameSchema, noEmailDomain } from "./schema.ts";
import { env } from "../env.ts";
import { hourlyLimit } from "../rate-limit.ts";
import { createMember } from "./create-member.ts";
import { displaceUnverified } from "./email/claim-email.ts";
import { recordSecurityEvent } from "./security-log/record-event.ts";
import { findSignInByIdentity } from "./data.ts";
import type { ProviderId } from "./provider-ids.ts";
import { verifiedEmail } from "./providers.ts";

export const signUpsPerAddress = hourlyLimit("signup-address", () => env().SIGNUPS_PER_HOUR);

type ProviderPerson = {
  provider: ProviderId;
  subject: string;
  name: string;
  profile: unknown;
  address: string;
  locale: string;
  timeZone: string;
  device: string;
};

/**
 * Finds or creates the member of a provider's sign-in. An existing account with the same e-mail is never joined, even
 * when the provider has verified the address: the account's owner, who knows its password, may be another person. An
 * account that verified the address keeps it, and the person must sign in the way they signed up. An unverified
 * account loses it.
 */
export async function signInWithProvider({
  provider,
  subject,
  name,
  profile,
  address,
  locale,
  timeZone,
  device,
}: ProviderPerson) {
  const known = await findSignInByIdentity({ provider, subject });
  if (known) return { ok: true } as const;

  const taken = await signUpsPerAddress.take(address);
  if (!taken.ok) return taken;

  const verified = emailSchema.safeParse(verifiedEmail(provider, profile)).data;
  const created = await createMember(
    {
      email: verified ?? `${randomUUID()}@${noEmailDomain}`,
      ...(verified && { emailVerifiedAt: new Date() }),
      name:
        nameSchema.safeParse(name.slice(0, 40)).data ??
        { kakao: "Kakao", naver: "Naver", google: "Google" }[provider],
      identity: { provider, subject },
      locale,
      timeZone,
    },
    {
      // Somebody who signed up with the address and never verified it must not lock its owner out.
      before: async (tx) => void (verified && (await displaceUnverified(tx, verified))),
      after: (tx, { id: memberId }) =>
        recordSecurityEvent(tx, { kind: "SIGNED_UP", data: { method: provider }, memberId, device }),
    },
  );
  // The same identity may have been created a moment ago in another tab.
  if (!created.ok && (await findSignInByIdentity({ provider, subject }))) return { ok: true } as const;
  return created;
}
