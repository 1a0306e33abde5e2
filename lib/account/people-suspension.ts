import "server-only";

import { randomUUID } from "node:crypto";
import { fromPrisma } from "pg-boss";
import { appendAudit } from "../audit/append-audit.ts";
import type { UserId } from "../auth/user-id.ts";
import { type Tx, prisma } from "../db.ts";
import { jobQueue } from "../jobs/queue.ts";
import { activeRules } from "../moderation/policy/rules.ts";
import { currentPolicy } from "../moderation/policy/data.ts";
import { createNotice } from "../notice/create-notice.ts";
import { type Result, err, ok } from "../result.ts";
import type { StandingChange } from "../notice/schema.ts";
import { isReviewingSuspended } from "./policy.ts";

type Suspended = Result<null, "NOT_FOUND" | "OWN">;
type Subject = { adminId: UserId; memberId: string };

/**
 * Blocks reviews and reports until then. Replaces an earlier end. Creates a notice. RULE_MISSING: `rule` is not
 * active in the current policy.
 * @param input.rule the reason for the member; null for none
 */
export async function suspendReviewing(
  input: Subject & { until: Date; rule: string | null },
): Promise<Suspended | Result<null, "RULE_MISSING">> {
  const { adminId, memberId, until, rule } = input;
  const isRule = rule === null || activeRules(await currentPolicy()).some(({ id }) => id === rule);
  if (!isRule) return err("RULE_MISSING");
  return change({ adminId, memberId }, { noReviewsUntil: until, noReviewsRule: rule }, async (tx) => {
    await notify(tx, memberId, { event: "REVIEWING_SUSPENDED", rule, until: until.toISOString() });
    await appendAudit(fromPrisma(tx), {
      actorId: adminId,
      kind: "REVIEWING_SUSPENDED",
      subjectId: memberId,
      data: { until: until.toISOString(), rule },
    });
  });
}

export async function restoreReviewing({ adminId, memberId }: Subject) {
  const noSuspension = { noReviewsUntil: null, noReviewsRule: null };
  return change({ adminId, memberId }, noSuspension, async (tx, before) => {
    if (!isReviewingSuspended({ noReviewsUntil: before })) return;
    await notify(tx, memberId, { event: "REVIEWING_RESTORED", rule: null, until: null });
    await appendAudit(fromPrisma(tx), {
      actorId: adminId,
      kind: "REVIEWING_RESTORED",
      subjectId: memberId,
      data: {},
    });
  });
}

async function change(
  { adminId, memberId }: Subject,
  suspension: { noReviewsUntil: Date | null; noReviewsRule: string | null },
  record: (tx: Tx, before: Date | null) => Promise<void>,
): Promise<Suspended> {
  if (memberId === adminId) return err("OWN");
  return prisma.$transaction(async (tx): Promise<Suspended> => {
    const [member] = await tx.$queryRaw<{ noReviewsUntil: Date | null }[]>`
      SELECT no_reviews_until AS "noReviewsUntil" FROM member WHERE id = ${memberId}::uuid FOR NO KEY UPDATE`;
    if (!member) return err("NOT_FOUND");
    await tx.member.update({ where: { id: memberId }, data: suspension, select: { id: true } });
    await record(tx, member.noReviewsUntil);
    return ok(null);
  });
}

const notify = async (tx: Tx, memberId: string, data: StandingChange) =>
  createNotice(fromPrisma(tx), await jobQueue(), {
    memberId,
    kind: "STANDING_CHANGED",
    eventKey: `reviewing:${randomUUID()}`,
    data,
  });

/** The current suspension from reviewing, or null. `rule`: the reason, if any. */
export async function findReviewingSuspension(memberId: UserId, db: Tx = prisma) {
  const member = await db.member.findUnique({
    where: { id: memberId },
    select: { noReviewsUntil: true, noReviewsRule: true },
  });
  if (!member?.noReviewsUntil || !isReviewingSuspended(member)) return null;
  return { until: member.noReviewsUntil, rule: member.noReviewsRule };
}

export async function findReviewingBan(memberId: UserId, db?: Tx): Promise<Date | null> {
  return (await findReviewingSuspension(memberId, db))?.until ?? null;
}
