import { prisma } from "../lib/db.ts";
import type { DecidedBy, ModerationReason } from "../lib/generated/prisma/enums.ts";
import { newMember } from "./new-member.ts";

type NewItem = {
  gymId: string;
  reason?: ModerationReason;
  body?: string;
  name?: string;
  locale?: string;
  category?: string | null;
  decidedBy?: DecidedBy | null;
  openedAt?: Date;
};

export async function newQueueItem(item: NewItem) {
  const { gymId, reason = "HELD", body = crypto.randomUUID(), name, locale = "ko" } = item;
  const { category = "UNSURE", decidedBy = "MODEL", openedAt = new Date() } = item;
  const authorId = await newMember(name ? { name } : {});
  const { id: reviewId } = await prisma.review.create({ data: { authorId, gymId } });
  const status = reason === "FAILED" ? "FAILED" : "HELD";
  const revision = await prisma.reviewRevision.create({
    data: { reviewId, number: 1, stars: 3, body, bodyHash: body, locale, status, attempt: 1 },
  });
  const { id: itemId } = await prisma.moderationItem.create({
    data: { revisionId: revision.id, reason, gymId, locale, category, decidedBy, openedAt },
  });
  return { revisionId: revision.id, reviewId, authorId, itemId, body };
}
