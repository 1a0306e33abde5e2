import type { SessionClaims } from "../../../lib/auth/session-cookie.ts";
import { createSession } from "../../../lib/auth/sessions/data.ts";

/** A session of the member's, as a good sign-in begins it. */
export const newSession = (
  memberId: string,
  {
    headers = new Headers(),
    sessionVersion = 0,
    replaces,
  }: Partial<Parameters<typeof createSession>[0]> = {},
) => createSession({ memberId, sessionVersion, headers, replaces: replaces ?? null });

/** What the cookie of a release that kept no sessions claims: it holds as long as no row says otherwise. */
export const claimsOfMember = (memberId: string, sessionVersion = 0): SessionClaims => ({
  memberId,
  sessionVersion,
  sessionId: crypto.randomUUID(),
  isRecorded: false,
});
