import type { SessionClaims } from "../lib/auth/session-cookie.ts";
import { createSession } from "../lib/auth/sessions/data.ts";

export const newSession = (
  memberId: string,
  {
    headers = new Headers(),
    sessionVersion = 0,
    replaces,
  }: Partial<Parameters<typeof createSession>[0]> = {},
) => createSession({ memberId, sessionVersion, headers, replaces: replaces ?? null });

/** Claims in a cookie of an older release, which stored no sessions. They are valid unless a row revokes them. */
export const claimsOfMember = (memberId: string, sessionVersion = 0): SessionClaims => ({
  memberId,
  sessionVersion,
  sessionId: crypto.randomUUID(),
  isRecorded: false,
});
