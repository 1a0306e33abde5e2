import "server-only";

import { z } from "zod";

import { prisma } from "../../db.ts";
import type { Prisma } from "../../generated/prisma/client.ts";
import { brokenRulesSchema } from "../../moderation/broken-rule.ts";
import { stateToken } from "../revision/state-token.ts";

const named = { slug: true, name: true, nameEn: true } as const;
const person = { id: true, name: true } as const;

const appealColumns = {
  id: true,
  text: true,
  createdAt: true,
  outcome: true,
  answer: true,
  decidedAt: true,
  decidedBy: { select: person },
  author: { select: person },
  messages: {
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      isFromModerator: true,
      text: true,
      createdAt: true,
      writer: { select: { name: true } },
    },
  },
  acts: {
    where: { undoneAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 1,
    select: { id: true },
  },
  verdict: {
    select: {
      id: true,
      decidedBy: true,
      rule: true,
      evidence: true,
      alsoBroken: true,
      confidence: true,
      note: true,
      model: true,
      policyVersion: true,
      createdAt: true,
      moderator: { select: person },
      revision: {
        select: {
          id: true,
          number: true,
          stars: true,
          body: true,
          locale: true,
          status: true,
          attempt: true,
          createdAt: true,
          moderationItems: { where: { closedAt: null }, select: { id: true } },
          review: { select: { gym: { select: named }, trainer: { select: named } } },
        },
      },
    },
  },
} satisfies Prisma.AppealSelect;

/**
 * An appeal with everything its answer needs; null when it does not exist. `seen` is sent back with a decision. An appeal
 * is open while its text is the author's latest.
 */
export async function findAppeal(appealId: string) {
  if (!z.guid().safeParse(appealId).success) return null;
  const found = await prisma.appeal.findUnique({ where: { id: appealId }, select: appealColumns });
  if (!found) return null;
  const { acts, verdict, ...appeal } = found;
  const { revision, ...firstDecision } = verdict;
  const { moderationItems, review, attempt, ...text } = revision;
  const itemId = moderationItems[0]?.id ?? null;
  return {
    ...appeal,
    ...review,
    firstDecision: { ...firstDecision, alsoBroken: brokenRulesSchema.parse(firstDecision.alsoBroken) },
    revision: text,
    isOpen: appeal.outcome === null && itemId !== null,
    actId: appeal.outcome === null ? null : (acts[0]?.id ?? null),
    seen: stateToken({ attempt, status: text.status, itemId }),
  };
}

export type AppealCase = NonNullable<Awaited<ReturnType<typeof findAppeal>>>;

export function obstacleTo(appeal: AppealCase, moderatorId: string): "OWN_REVIEW" | "OWN_DECISION" | null {
  if (appeal.author.id === moderatorId) return "OWN_REVIEW";
  return appeal.firstDecision.moderator?.id === moderatorId ? "OWN_DECISION" : null;
}
