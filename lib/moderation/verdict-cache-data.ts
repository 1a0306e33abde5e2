import "server-only";

import type { Db } from "pg-boss";

import { pool, prisma } from "../db.ts";
import { env } from "../env.ts";
import type { Decision } from "../generated/prisma/enums.ts";
import { type BrokenRule, brokenRulesSchema } from "./broken-rule.ts";
import { currentJudge } from "./judge.ts";
import { type Policy, type RuleId, activeRules } from "./policy/rules.ts";
import { type Veto, vetoesSchema } from "./veto.ts";

/** The model's answer, before thresholds and the check for orders. */
export type ModelVerdict = {
  decision: Decision;
  rule: RuleId | null;
  holdReason: "UNSURE" | "DISTRUSTED" | null;
  evidence: string[];
  alsoBroken: BrokenRule[];
  vetoes: Veto[];
  confidence: number | null;
  model: string;
  modelCallId: string;
};

/** A distrusted answer is reused for a day, not for as long as others. */
const distrustedForMs = 24 * 60 * 60 * 1000;

export async function findVerdicts(hashes: string[], policy: Policy): Promise<Map<string, ModelVerdict>> {
  const rows = await prisma.cachedVerdict.findMany({
    where: {
      ...currentJudge(),
      bodyHash: { in: hashes },
      policyVersion: policy.version,
      createdAt: { gt: new Date(Date.now() - env().KEEP_CACHED_VERDICTS_DAYS * 86_400_000) },
      OR: [
        { holdReason: null },
        { holdReason: { not: "DISTRUSTED" } },
        { createdAt: { gt: new Date(Date.now() - distrustedForMs) } },
      ],
    },
  });
  const ruleIds = new Set(activeRules(policy).map(({ id }) => id));
  return new Map(
    rows.map(({ bodyHash, rule, holdReason, alsoBroken, vetoes, ...row }) => [
      bodyHash,
      {
        ...row,
        rule: rule !== null && ruleIds.has(rule) ? rule : null,
        alsoBroken: brokenRulesSchema.parse(alsoBroken).filter((other) => ruleIds.has(other.rule)),
        vetoes: vetoesSchema.parse(vetoes),
        holdReason: holdReason as ModelVerdict["holdReason"],
      },
    ]),
  );
}

export async function saveVerdict(bodyHash: string, verdict: ModelVerdict, policy: Policy): Promise<void> {
  const key = { bodyHash, policyVersion: policy.version, ...currentJudge(), model: verdict.model };
  const { decision, rule, holdReason, evidence, alsoBroken, vetoes, confidence, modelCallId } = verdict;
  const said = { decision, rule, holdReason, evidence, alsoBroken, vetoes, confidence, modelCallId };
  await prisma.cachedVerdict.upsert({
    where: { bodyHash_policyVersion_model_modelHost_promptVersion: key },
    create: { ...key, ...said },
    update: { ...said, createdAt: new Date() },
  });
}

/**
 * Lets the model judge such a text again. Runs in the caller's transaction: `fromPrisma(tx)`, `sqlOf(connection)`.
 */
export async function forgetVerdict(db: Db, bodyHash: string): Promise<void> {
  await db.executeSql("DELETE FROM cached_verdict WHERE body_hash = $1", [bodyHash]);
  // A server of an earlier release may judge the text.
  await db.executeSql("DELETE FROM verdict_cache WHERE body_hash = $1", [bodyHash]);
}

/** Deletes up to `limit` rows of each cache table, the one of earlier releases included. @returns how many */
export async function deleteVerdictsBefore(before: Date, limit: number): Promise<number> {
  const { rowCount } = await pool.query(
    `WITH old AS (
       DELETE FROM cached_verdict WHERE ctid = ANY (ARRAY(SELECT ctid FROM cached_verdict WHERE created_at < $1 LIMIT $2))
       RETURNING 1
     ), older AS (
       DELETE FROM verdict_cache WHERE ctid = ANY (ARRAY(SELECT ctid FROM verdict_cache WHERE created_at < $1 LIMIT $2))
       RETURNING 1
     )
     TABLE old UNION ALL TABLE older`,
    [before, limit],
  );
  return rowCount ?? 0;
}
