import { encode } from "next-auth/jwt";

import type { Member } from "./history.ts";

const cookieName = "authjs.session-token";

/** Makes a member with Sora's own code, signed in. */
export async function openMember(name: string, secret: string): Promise<Member> {
  const { createMember } = await import("../../lib/auth/create-member.ts");
  const created = await createMember({ email: `${name}@faults.test`, name });
  if (!created.ok) throw new Error(created.error);
  const { id, sessionVersion } = created.data;
  const session = await encode({ token: { memberId: id, sessionVersion }, secret, salt: cookieName });
  return {
    id,
    name,
    cookie: `${cookieName}=${session}`,
    pages: new Map(),
    replies: new Map(),
    unansweredRequests: 0,
    reviews: new Map(),
  };
}
