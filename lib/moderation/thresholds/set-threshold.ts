import "server-only";

import { fromPrisma } from "pg-boss";

import { appendAudit } from "../../audit/append-audit.ts";
import type { UserId } from "../../auth/user-id.ts";
import { prisma } from "../../db.ts";
import type { Judge } from "../judge.ts";
import type { RuleId } from "../policy.ts";
import { thresholdFloor } from "./floor.ts";

/** What a threshold rests on: verdicts people had judged, how often they agreed, and the least that is sure. */
type Evidence = { judged: number; agreement: number; atLeast: number };

/**
 * From now on, on every server, this judge's word counts from this confidence on: a rejection's by the rule, or an
 * approval's. `value` is from `thresholdFloor` to 1.
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

/** What held before holds again: the one that was set earlier, or the setting. Undone already, nothing changes. */
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
