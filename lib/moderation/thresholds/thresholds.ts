import "server-only";

import { prisma } from "../../db.ts";
import { env } from "../../env.ts";
import type { Decision } from "../../generated/prisma/enums.ts";
import { currentJudge } from "../judge.ts";
import type { RuleId } from "../policy/rules.ts";

type SetThreshold = { id: string; value: number; setAt: Date };

/**
 * Per rule the confidence from which a rejection counts; under null, an approval. Missing entries:
 * MODERATION_CONFIDENCE.
 */
export type Thresholds = ReadonlyMap<RuleId | null, SetThreshold>;

/** Thresholds of the current judge. Another model, server or prompt starts without any. */
export async function findThresholds(): Promise<Thresholds> {
  const rows = await prisma.confidenceThreshold.findMany({
    where: { ...currentJudge(), undoneAt: null },
    orderBy: [{ setAt: "asc" }, { id: "asc" }],
    select: { rule: true, id: true, value: true, setAt: true },
  });
  return new Map(rows.map(({ rule, ...row }) => [rule, row])); // the newest row wins
}

export const thresholdOf = (
  { decision, rule }: { decision: Decision; rule: RuleId | null },
  thresholds: Thresholds,
): number => thresholds.get(decision === "REJECT" ? rule : null)?.value ?? env().MODERATION_CONFIDENCE;
