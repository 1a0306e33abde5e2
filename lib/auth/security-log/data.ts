import "server-only";

import { prisma } from "../../db.ts";
import type { UserId } from "../user-id.ts";
import { type SecurityEvent, securityEventSchema } from "./schema.ts";

/** What is shown at once: a member who signs in daily has three weeks in sight. */
const shownEvents = 30;

export type LoggedEvent = SecurityEvent & { id: string; device: string; at: Date };

/** The member's latest security events, newest first. */
export async function listSecurityEvents(memberId: UserId): Promise<LoggedEvent[]> {
  const rows = await prisma.securityEvent.findMany({
    where: { memberId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: shownEvents,
  });
  return rows.flatMap(({ id, device, at, ...content }) => {
    // A kind of a newer release is skipped.
    const event = securityEventSchema.safeParse(content);
    return event.success ? [{ id, device, at, ...event.data }] : [];
  });
}
