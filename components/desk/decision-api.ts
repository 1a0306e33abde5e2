import { isSignedIn } from "@/components/session/browser-session";
import { noteBuildOf } from "@/components/update/server-build";
import { memberHeader } from "@/lib/auth/member-header";
import type { DecisionAnswer, SentDecision } from "@/lib/review/decision/schema";

/** A call that hangs counts as one that did not arrive. It is sent again with the same act's id, which is done once. */
const patienceMs = 15_000;

/** FAILED: an error of the server's. SIGNED_OUT: by this browser. GONE: signed in, but no moderator any more. */
export type Sending = DecisionAnswer | "UNREACHABLE" | "FAILED" | "SIGNED_OUT" | "GONE";

/** Sends a decision. It outlives the page: an answer that nobody reads is no harm. */
export async function sendDecision(memberId: string, decision: SentDecision): Promise<Sending> {
  const headers = { "content-type": "application/json", [memberHeader]: memberId };
  try {
    const response = noteBuildOf(
      await fetch("/api/admin/moderation/decisions", {
        method: "POST",
        headers,
        body: JSON.stringify(decision),
        keepalive: true,
        signal: AbortSignal.timeout(patienceMs),
      }),
    );
    if (response.ok) return await response.json();
    // Sent again it would be refused again.
    if (response.status === 400 || response.status === 413) return { state: {}, at: 0 };
    if (response.status === 500) return "FAILED";
    if (response.status !== 404) return "UNREACHABLE";
    const isIn = await isSignedIn(memberId);
    if (isIn === null) return "UNREACHABLE";
    return isIn ? "GONE" : "SIGNED_OUT";
  } catch {
    return "UNREACHABLE";
  }
}
