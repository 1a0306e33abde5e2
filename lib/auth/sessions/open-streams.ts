import "server-only";

import { backgroundLog } from "../../log/log.ts";
import { processWide } from "../../process-wide.ts";
import type { SessionClaims } from "../session-cookie.ts";
import { findEndedSessions } from "./data.ts";

/** A stream that this server writes to a signed-in browser. */
type OpenStream = { claims: SessionClaims; cut: () => void };

/** Longer than a request takes from the check of its session to the stream it opens. */
const lateMs = 60_000;

const streams = processWide("open-streams", () => ({
  byMember: new Map<string, Set<OpenStream>>(),
  /** When a session of a member last ended, for as long as a stream of theirs may be opening. */
  signedOutAt: new Map<string, number>(),
}));

/**
 * Ends a stream when its session ends. `cut` closes it and must be safe to call once it is closed.
 * @returns what the stream calls when it has ended by itself.
 */
export function holdStream(claims: SessionClaims, cut: () => void): () => void {
  const { memberId } = claims;
  const stream = { claims, cut };
  const held = streams.byMember.get(memberId) ?? new Set();
  streams.byMember.set(memberId, held.add(stream));
  // The session may have ended between its check and this line. Nothing else would check this stream again.
  if (streams.signedOutAt.has(memberId)) void cutEndedStreams([memberId]);
  return () => {
    held.delete(stream);
    if (held.size === 0 && streams.byMember.get(memberId) === held) streams.byMember.delete(memberId);
  };
}

/** A session of the member's has ended somewhere: cuts the streams that hung on it, on this server. */
export async function cutStreamsOf(memberId: string): Promise<void> {
  const now = Date.now();
  streams.signedOutAt.delete(memberId);
  streams.signedOutAt.set(memberId, now);
  for (const [id, at] of streams.signedOutAt) if (at < now - lateMs) streams.signedOutAt.delete(id);
  await cutEndedStreams([memberId]);
}

/** Closes the streams of ended sessions, for these members or for all. If the database cannot be reached, they stay open. */
export async function cutEndedStreams(memberIds: Iterable<string> = streams.byMember.keys()): Promise<void> {
  const held = [...memberIds].flatMap((memberId) => [...(streams.byMember.get(memberId) ?? [])]);
  if (held.length === 0) return;
  try {
    const ended = await findEndedSessions(held.map(({ claims }) => claims));
    for (const { claims, cut } of held) if (ended.has(claims.sessionId)) cut();
  } catch (error) {
    backgroundLog.warn("ended streams not cut", { error });
  }
}
