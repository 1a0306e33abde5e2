import "server-only";

import { cache } from "react";

import { type Tx, prisma } from "../db.ts";
import { type Policy, type Rule, type RuleId, builtInPolicy } from "./policy.ts";
import { rulesSchema } from "./schema.ts";

/**
 * The policy that texts are judged by now: the newest that was published, by whichever server, or the one Sora comes with.
 * Ask once for each batch or page and pass it on, so that a verdict is of one version from its first word to its last.
 */
export const currentPolicy = cache(() => getNewestPolicy(prisma));

/** A published policy; null when there is none of that version. */
const findPolicy = cache((version: number) => findPublished(prisma, version));

type Db = Pick<Tx, "policyVersion">;
const columns = { version: true, rules: true } as const;

/** The same, read in a transaction: one that asked for another connection could wait for those that wait for it. */
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
 * A rule as it read in the version that a verdict was reached under, else as it reads now: also one that was switched off
 * since. Null for one that is in neither.
 */
export async function findRule(id: RuleId, version?: number): Promise<Rule | null> {
  const policy = (version === undefined ? null : await findPolicy(version)) ?? (await currentPolicy());
  return policy.rules.find((rule) => rule.id === id) ?? null;
}

const toPolicy = ({ version, rules }: { version: number; rules: unknown }): Policy => ({
  version,
  rules: rulesSchema.parse(rules), // written by publishPolicy only
});
