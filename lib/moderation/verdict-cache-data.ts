import "server-only";

import { prisma } from "../db.ts";
import type { Decision } from "../generated/prisma/enums.ts";
import { type RuleId, findRule, policy } from "./policy.ts";

/** What the model said of a text, before suspicion and thresholds have their say. */
export type ModelVerdict = {
  decision: Decision;
  rule: RuleId | null;
  holdReason: "UNSURE" | "DISTRUSTED" | null;
  evidence: string[];
  confidence: number | null;
  model: string;
  modelCallId: string;
};

/** An answer that was distrusted is not worth asking for again at once, but nor is it the last word. */
const distrustedForMs = 24 * 60 * 60 * 1000;

/** What the model said of texts with these hashes under the policy as it is now. */
export async function findVerdicts(hashes: string[]): Promise<Map<string, ModelVerdict>> {
  const rows = await prisma.verdictCache.findMany({
    where: {
      bodyHash: { in: hashes },
      policyVersion: policy.version,
      OR: [
        { holdReason: null },
        { holdReason: { not: "DISTRUSTED" } },
        { createdAt: { gt: new Date(Date.now() - distrustedForMs) } },
      ],
    },
  });
  return new Map(
    rows.map(({ bodyHash, rule, holdReason, ...row }) => [
      bodyHash,
      {
        ...row,
        rule: (rule && findRule(rule)?.id) || null,
        holdReason: holdReason as ModelVerdict["holdReason"], // written by saveVerdict only
      },
    ]),
  );
}

export async function saveVerdict(bodyHash: string, verdict: ModelVerdict): Promise<void> {
  const key = { bodyHash, policyVersion: policy.version };
  const { decision, rule, holdReason, evidence, confidence, model, modelCallId } = verdict;
  const said = { decision, rule, holdReason, evidence, confidence, model, modelCallId };
  await prisma.verdictCache.upsert({
    where: { bodyHash_policyVersion: key },
    create: { ...key, ...said },
    update: { ...said, createdAt: new Date() },
  });
}
