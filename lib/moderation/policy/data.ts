import "server-only";

import { cache } from "react";

import { type Tx, prisma } from "../../db.ts";
import { type Policy, type Rule, type RuleId, builtInPolicy } from "./rules.ts";
import { rulesSchema } from "./schema.ts";

/**
 * The newest published policy, or the built-in one. Read it once per batch or page and pass it on, so that a verdict
 * rests on one version.
 */
export const currentPolicy = cache(() => getNewestPolicy(prisma));

const findPolicy = cache((version: number) => findPublished(prisma, version));

type Db = Pick<Tx, "policyVersion">;
const columns = { version: true, rules: true } as const;

/** Takes the transaction's connection: waiting for a second one while holding the first can deadlock the pool. */
export async function getNewestPolicy(db: Db): Promise<Policy> {
  const newest = await db.policyVersion.findFirst({ orderBy: { version: "desc" }, select: columns });
  return newest ? toPolicy(newest) : builtInPolicy;
}

export async function findPublished(db: Db, version: number): Promise<Policy | null> {
  if (version === builtInPolicy.version) return builtInPolicy;
  const found = await db.policyVersion.findUnique({ where: { version }, select: columns });
  return found && toPolicy(found);
}

/**
 * A rule in the wording of the verdict's policy version, else in the current one, also when switched off. Null when
 * neither version has it.
 */
export async function findRule(id: RuleId, version?: number): Promise<Rule | null> {
  const policy = (version === undefined ? null : await findPolicy(version)) ?? (await currentPolicy());
  return policy.rules.find((rule) => rule.id === id) ?? null;
}

const toPolicy = ({ version, rules }: { version: number; rules: unknown }): Policy => ({
  version,
  rules: rulesSchema.parse(rules),
});
