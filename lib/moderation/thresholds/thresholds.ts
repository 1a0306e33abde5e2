import "server-only";

import { prisma } from "../../db.ts";
import { env } from "../../env.ts";
import type { Decision } from "../../generated/prisma/enums.ts";
import { currentJudge } from "../judge.ts";
import type { RuleId } from "../policy.ts";

/** A threshold that an admin has set. */
type SetThreshold = { id: string; value: number; setAt: Date };

/** The confidence from which a rejection by a rule counts; under null, an approval. What is missing has the setting's. */
export type Thresholds = ReadonlyMap<RuleId | null, SetThreshold>;

/** Those that are set for the current judge. Another model, server or prompt begins without any. */
export async function findThresholds(): Promise<Thresholds> {
  const rows = await prisma.confidenceThreshold.findMany({
    where: { ...currentJudge(), undoneAt: null },
    orderBy: [{ setAt: "asc" }, { id: "asc" }],
    select: { rule: true, id: true, value: true, setAt: true },
  });
  return new Map(rows.map(({ rule, ...row }) => [rule, row])); // the newest is the last
}

/** The confidence that the model must have for what it said to count. */
export const thresholdOf = (
  { decision, rule }: { decision: Decision; rule: RuleId | null },
  thresholds: Thresholds,
): number => thresholds.get(decision === "REJECT" ? rule : null)?.value ?? env().MODERATION_CONFIDENCE;
