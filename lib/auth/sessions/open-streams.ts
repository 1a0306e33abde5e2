import "server-only";

import { backgroundLog } from "../../log/log.ts";
import { processWide } from "../../process-wide.ts";
import type { SessionClaims } from "../session-cookie.ts";
import { findEndedSessions } from "./data.ts";

type OpenStream = { claims: SessionClaims; cut: () => void };

/** Longer than a request takes from the check of its session to the opening of its stream. */
const lateMs = 60_000;

const streams = processWide("open-streams", () => ({
  byMember: new Map<string, Set<OpenStream>>(),
  /** The time of a member's last sign-out, kept while one of their streams may still be opening. */
  signedOutAt: new Map<string, number>(),
}));

/**
 * Registers a stream, which is cut when its session ends. `cut` must be safe to call on a closed stream.
 * @returns a function for the stream to call when it ends by itself
 */
export function holdStream(claims: SessionClaims, cut: () => void): () => void {
  const { memberId } = claims;
  const stream = { claims, cut };
  const held = streams.byMember.get(memberId) ?? new Set();
  streams.byMember.set(memberId, held.add(stream));
  // The session may have ended between its check and this line, and no other check would follow.
  if (streams.signedOutAt.has(memberId)) void cutEndedStreams([memberId]);
  return () => {
    held.delete(stream);
    if (held.size === 0 && streams.byMember.get(memberId) === held) streams.byMember.delete(memberId);
  };
}

export async function cutStreamsOf(memberId: string): Promise<void> {
  const now = Date.now();
  streams.signedOutAt.delete(memberId);
  streams.signedOutAt.set(memberId, now);
  for (const [id, at] of streams.signedOutAt) if (at < now - lateMs) streams.signedOutAt.delete(id);
  await cutEndedStreams([memberId]);
}

/** Cuts the streams of ended sessions, for these members or for all. Without the database they stay open. */
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
