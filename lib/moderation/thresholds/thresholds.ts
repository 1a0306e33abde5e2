import "server-only";

import { prisma } from "../../db.ts";
import { env } from "../../env.ts";
import type { Decision } from "../../generated/prisma/enums.ts";
import { type Judge, currentJudge } from "../judge.ts";
import type { RuleId } from "../policy.ts";

/** No measurement lets a judge decide that is less sure than this. */
const thresholdFloor = 0.5;

/** The confidence from which a rejection by a rule counts; under null, an approval. What is missing has the setting's. */
export type Thresholds = ReadonlyMap<RuleId | null, number>;

/** Those that admins have set for this judge. Another model, server or prompt begins without any. */
export async function findThresholds(judge: Judge = currentJudge()): Promise<Thresholds> {
  const rows = await prisma.confidenceThreshold.findMany({
    where: { ...judge, undoneAt: null },
    orderBy: [{ setAt: "asc" }, { id: "asc" }],
    select: { rule: true, value: true },
  });
  return new Map(rows.map(({ rule, value }) => [rule, Math.max(value, thresholdFloor)])); // the newest is the last
}

/** The confidence that the model must have for what it said to count. */
export const thresholdOf = (
  { decision, rule }: { decision: Decision; rule: RuleId | null },
  thresholds: Thresholds,
): number => thresholds.get(decision === "REJECT" ? rule : null) ?? env().MODERATION_CONFIDENCE;
