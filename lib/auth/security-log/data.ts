import "server-only";

import { prisma } from "../../db.ts";
import type { UserId } from "../user-id.ts";
import { type SecurityEvent, securityEventSchema } from "./schema.ts";

/** About three weeks of a member who signs in daily. */
const shownEvents = 30;

export type LoggedEvent = SecurityEvent & { id: string; device: string; at: Date };

export async function listSecurityEvents(memberId: UserId): Promise<LoggedEvent[]> {
  const rows = await prisma.securityEvent.findMany({
    where: { memberId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: shownEvents,
  });
  return rows.flatMap(({ id, device, at, ...content }) => {
    const event = securityEventSchema.safeParse(content);
    return event.success ? [{ id, device, at, ...event.data }] : [];
  });
}
