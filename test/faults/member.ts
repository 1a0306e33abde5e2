import type { Member } from "./history.ts";

export async function openMember(name: string): Promise<Member> {
  const { createMember } = await import("../../lib/auth/create-member.ts");
  const { newSessionCookie } = await import("../../lib/auth/session-cookie.ts");
  const { createSession } = await import("../../lib/auth/sessions/data.ts");
  const created = await createMember({ email: `${name}@faults.test`, name });
  if (!created.ok) throw new Error(created.error);
  const { id, sessionVersion } = created.data;
  const headers = new Headers();
  const claims = await createSession({ memberId: id, sessionVersion, headers });
  const cookie = await newSessionCookie(headers, claims);
  return {
    id,
    name,
    cookie: `${cookie.name}=${cookie.value}`,
    pages: new Map(),
    replies: new Map(),
    unansweredRequests: 0,
    reviews: new Map(),
  };
}
