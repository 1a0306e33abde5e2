import "server-only";

import { fromPrisma } from "pg-boss";

import { appendAudit } from "../../audit/append-audit.ts";
import type { UserId } from "../../auth/user-id.ts";
import { prisma } from "../../db.ts";
import type { Judge } from "../judge.ts";
import type { RuleId } from "../policy/rules.ts";
import { thresholdFloor } from "./floor.ts";

type Evidence = { judged: number; agreement: number; atLeast: number };

/**
 * Sets the confidence from which this judge's rejections by `rule`, or approvals for null, count on all servers.
 * `value` is from `thresholdFloor` to 1.
 */
export async function setThreshold(input: {
  adminId: UserId;
  judge: Judge;
  rule: RuleId | null;
  value: number;
  evidence: Evidence;
}): Promise<void> {
  const { adminId, judge, rule, value, evidence } = input;
  if (!(value >= thresholdFloor && value <= 1)) throw new Error(`no threshold: ${value}`);
  await prisma.$transaction(async (tx) => {
    await tx.confidenceThreshold.create({ data: { ...judge, rule, value, ...evidence, setById: adminId } });
    await appendAudit(fromPrisma(tx), {
      actorId: adminId,
      kind: "THRESHOLD_SET",
      subjectId: null,
      data: { rule, value, model: judge.model, judged: evidence.judged, agreement: evidence.agreement },
    });
  });
}

/** Restores the previous threshold or the setting. Idempotent. */
export async function undoThreshold({ adminId, id }: { adminId: UserId; id: string }): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const [undone] = await tx.confidenceThreshold.updateManyAndReturn({
      where: { id, undoneAt: null },
      data: { undoneAt: new Date() },
    });
    if (!undone) return;
    const { rule, value, model } = undone;
    await appendAudit(fromPrisma(tx), {
      actorId: adminId,
      kind: "THRESHOLD_UNDONE",
      subjectId: null,
      data: { rule, value, model },
    });
  });
}
